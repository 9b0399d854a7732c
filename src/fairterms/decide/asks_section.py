"""What to ask for: numbers, readings and wording, the most important first."""

from dataclasses import dataclass

from fairterms.decide.basis import Basis
from fairterms.decide.wording import dollars, spoken
from fairterms.publish.blocks import Block, Heading, Numbered, Prose
from fairterms.publish.inline import Emphasis, Strong, Words
from fairterms.units.finding import Finding, Severity, Status


@dataclass(frozen=True)
class Ask:
    """One thing to ask the plan for.

    Attributes
    ----------
    what
        In one sentence.
    because
        Why, in one sentence.
    wording
        Replacement language to offer; empty when there is none.
    """

    what: str
    because: str
    wording: str = ""


def asks(basis: Basis) -> tuple[Ask, ...]:
    """List what to ask for: missing numbers, must-haves, open readings, then by severity."""
    listed = [*_numbers(basis), *_from_findings(basis, is_wanted=True), *_readings(basis)]
    listed += _from_findings(basis, is_wanted=False)
    return tuple(dict.fromkeys(listed))


def asks_section(basis: Basis) -> list[Block]:
    """Show the asks as a numbered list to take into the room."""
    listed = asks(basis)
    if not listed:
        return []
    return [
        Heading(2, "What to ask for", "asks"),
        Prose(
            "The most important first. The wording is ours and is a starting point: counsel "
            "reviews it before it is used."
        ),
        Numbered(tuple(_item(ask) for ask in listed)),
    ]


def _item(ask: Ask) -> Words:
    if ask.wording:
        return (Strong(ask.what), f" {ask.because} Offer: ", Emphasis(f"“{ask.wording}”"))
    return (Strong(ask.what), f" {ask.because}")


def _numbers(basis: Basis) -> list[Ask]:
    return [
        Ask(
            f"{problem.fix[:1].upper()}{problem.fix[1:].rstrip('.')}.",
            f"{problem.what[:1].upper()}{problem.what[1:].rstrip('.')}.",
        )
        for problem in basis.loaded.unstated
    ]


def _readings(basis: Basis) -> list[Ask]:
    if basis.ambiguities is None:
        return []
    found = []
    for price in basis.ambiguities.prices:
        if price.scenario is None:
            continue
        names = " or ".join(f"“{name}”" for name, _ in price.question.readings)
        found.append(
            Ask(
                f"Agree in writing how to read {spoken(price.question.clause)}: {names}.",
                f"Up to {dollars(price.difference)} hang on it; it matters in "
                f"{price.share_of_scenarios:.0%} of the scenarios given.",
            )
        )
    return found


def _from_findings(basis: Basis, *, is_wanted: bool) -> list[Ask]:
    must_haves = basis.deal.appetite.must_haves if basis.deal.appetite else ()
    found = []
    seen: set[str] = set()
    for finding in basis.findings:
        plain = finding.status is Status.FINDING and finding.severity > Severity.LOW
        if plain and (finding.check in must_haves) == is_wanted and finding.check not in seen:
            seen.add(finding.check)
            found.append(_ask(finding))
    return found


def _ask(finding: Finding) -> Ask:
    what = finding.asks[0] if finding.asks else finding.title
    return Ask(f"{what.rstrip('.')}.", finding.why, finding.wording)
