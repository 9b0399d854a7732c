"""The first thing a reader sees: the answer, its reasons, and the numbers behind it."""

from fairterms.decide.basis import Basis
from fairterms.decide.money import settled
from fairterms.decide.rule import Answer, Verdict
from fairterms.decide.wording import whole_dollars
from fairterms.publish.blocks import Block, Callout, CalloutKind, Heading, Numbered, Prose
from fairterms.publish.inline import Badge, Link, Strong
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.simulate.deal_forecast import YearForecast
from fairterms.simulate.page.wording import dollars as simulated
from fairterms.simulate.page.wording import share
from fairterms.units.dollars import dollars

_KINDS: dict[Answer, CalloutKind] = {
    Answer.SIGN: "answer-sign",
    Answer.NEGOTIATE: "answer-negotiate",
    Answer.WALK_AWAY: "answer-walk-away",
}
_TITLES = {
    Answer.SIGN: "The group can sign this contract as it stands.",
    Answer.NEGOTIATE: "Do not sign yet: negotiate these points first.",
    Answer.WALK_AWAY: "Walk away from this text as it stands.",
}


def answer_section(basis: Basis) -> list[Block]:
    """Say the answer, its three strongest reasons and the key numbers."""
    decision = basis.decision
    return [
        Callout(
            _KINDS[decision.answer],
            _TITLES[decision.answer],
            (Numbered(decision.reasons),),
            anchor="answer",
        ),
        _key_numbers(basis),
        Prose(
            (
                "The ",
                Link("rule that leads to this answer", "rule"),
                " is written out below. Its limits are the group's own and can be changed in ",
                Strong("deal.toml"),
                ". This report helps you ask better questions. It is not legal advice.",
            )
        ),
    ]


def _key_numbers(basis: Basis) -> Figures:
    counted = dict.fromkeys(("critical", "high"), 0)
    for finding in basis.findings:
        if finding.status.value == "finding" and finding.severity.value in counted:
            counted[finding.severity.value] += 1
    findings = KeyNumber(
        "Serious findings",
        f"{counted['critical']} critical, {counted['high']} high",
        "with exact quotes",
    )
    ahead = basis.ahead.outlook
    year = ahead.forecast.riskiest if ahead else None
    numbers = _of_scenarios(basis) if year is None else _of_years(year)
    return Figures((*numbers, findings))


def _of_years(year: YearForecast) -> tuple[KeyNumber, ...]:
    """Return what the simulated years of the riskiest performance year hold."""
    found, name = year.forecast, f"in {year.period.first.year}, after the work"
    return (
        KeyNumber("A year on average leaves", simulated(found.net_margin.value), name),
        KeyNumber("Chance of a loss", share(found.loses.value), name),
        KeyNumber("The worst 5 % of years", simulated(found.worst_years.value), "on average"),
    )


def _of_scenarios(basis: Basis) -> tuple[KeyNumber, ...]:
    expected = settled(basis.results, "expected")
    nets = [one.net for one in settled(basis.results)]
    return (
        KeyNumber(
            "Expected, after the work",
            whole_dollars(min(one.net for one in expected)) if expected else "not known",
            "a year, over what the group is paid anyway",
        ),
        KeyNumber(
            "Worst and best scenario",
            f"{whole_dollars(min(nets))} to {whole_dollars(max(nets))}" if nets else "not known",
            "a year, after the work",
        ),
        KeyNumber(
            "The work the contract demands",
            whole_dollars(basis.deal.cost_to_comply),
            "a year",
        ),
    )


def rule_section(basis: Basis) -> list[Block]:
    """Write out the rule: every criterion, what it found, and what it leads to."""
    appetite = basis.deal.appetite
    limits = (
        "The group has not said what it can live with. Add [appetite] to deal.toml."
        if appetite is None
        else (
            f"The group wants at least {dollars(appetite.least_margin)} a year, on average and in "
            "the expected scenario. It accepts a loss of at most "
            f"{dollars(appetite.largest_loss)} in the worst 5 % of years and in the worst "
            f"scenario, and would end the talks at one beyond {dollars(appetite.walk_away_loss)}."
        )
    )
    return [
        Heading(2, "The rule behind the answer", "rule"),
        Prose(
            "Walk away if a criterion that demands it is not met. Negotiate if any other is not "
            "met, or is not known. Otherwise sign."
        ),
        Prose(limits),
        Table(
            "Every criterion of the rule",
            (
                Column("Question"),
                Column("Found"),
                Column("What was found"),
                Column("If not met"),
            ),
            tuple(
                Row(
                    (
                        one.question,
                        (_BADGES[one.verdict],),
                        one.reason,
                        one.otherwise.value,
                    )
                )
                for one in basis.decision.criteria
            ),
        ),
    ]


_BADGES = {
    Verdict.MET: Badge("passed", "met"),
    Verdict.NOT_MET: Badge("critical", "not met"),
    Verdict.UNKNOWN: Badge("medium", "not known"),
}
