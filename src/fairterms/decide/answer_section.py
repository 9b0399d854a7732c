"""The first thing a reader sees: the answer, its reasons, and the numbers behind it."""

from fairterms.decide.basis import Basis
from fairterms.decide.money import settled
from fairterms.decide.rule import Answer, Verdict
from fairterms.decide.wording import dollars, whole_dollars
from fairterms.publish.blocks import Block, Callout, CalloutKind, Heading, Numbered, Prose
from fairterms.publish.inline import Badge, Link, Strong
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table

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
    expected = settled(basis.results, "expected")
    nets = [one.net for one in settled(basis.results)]
    counted = dict.fromkeys(("critical", "high"), 0)
    for finding in basis.findings:
        if finding.status.value == "finding" and finding.severity.value in counted:
            counted[finding.severity.value] += 1
    numbers = [
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
        KeyNumber(
            "Serious findings",
            f"{counted['critical']} critical, {counted['high']} high",
            "with exact quotes",
        ),
    ]
    return Figures(tuple(numbers))


def rule_section(basis: Basis) -> list[Block]:
    """Write out the rule: every criterion, what it found, and what it leads to."""
    appetite = basis.deal.appetite
    limits = (
        "The group has not said what it can live with. Add [appetite] to deal.toml."
        if appetite is None
        else (
            f"The group wants at least {dollars(appetite.least_margin)} a year in the expected "
            f"scenario. It accepts a loss of at most {dollars(appetite.largest_loss)} in the worst "
            f"one, and would end the talks at a loss beyond {dollars(appetite.walk_away_loss)}."
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
