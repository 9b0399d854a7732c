"""The group's own records beside the contract: its targets, priced, and what the records say."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.performance_year import first_period
from fairterms.outcomes.group_results import declaration_reader, results
from fairterms.outcomes.group_results.assessment import AskedTarget, MeasureAssessment
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.feeds import files, loaded
from fairterms.outcomes.group_results.measured import NotMeasured
from fairterms.outcomes.group_results.results import Asked, Results, gather
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.targets.target import Direction, Target
from fairterms.population import care_look
from fairterms.population.care_declaration import SECTION, read_settings
from fairterms.population.care_look import Look
from fairterms.population.care_settings import Settings
from fairterms.population.page import care_section
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.settle.rate_price import RatePrice, measures_of, price_rate
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem
from fairterms.units.quantity import Quantity
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Elsewhere:
    """Care given elsewhere: what was counted, or why it could not be."""

    look: Look | None
    why_not: str


@dataclass(frozen=True)
class OwnRecords:
    """What the group's own records say.

    Attributes
    ----------
    results
        Targets, patients, clinicians.
    care
        Care given elsewhere; None where outcomes.toml does not ask for it.
    """

    results: Results
    care: Elsewhere | None


def ask_of(deal: Deal, contract: Contract) -> Mapping[str, Asked]:
    """Say what the contract asks of every measure the expected scenario gives a rate for.

    Returns
    -------
    Mapping
        By measure, in the first performance year; one whose scenario cannot be settled is left out.
    """
    expected = next((one for one in deal.scenarios if one.role == "expected"), None)
    if expected is None:
        return {}
    found = {}
    for measure in measures_of(expected):
        try:
            price = price_rate(contract, expected, first_period(contract), measure)
        except Refusal:
            continue
        assumed = rate_of(expected, measure)
        found[measure] = Asked(targets_of(price), assumed, price.between, price.at)
    return found


def rate_of(scenario: FigureSet, measure: str) -> float | None:
    """Return the rate a scenario assumes; None where its denominator is 0."""
    top, bottom = (scenario.values[f"{measure}.{end}"] for end in ("numerator", "denominator"))
    assert isinstance(top, Quantity), "a numerator is one number"
    assert isinstance(bottom, Quantity), "a denominator is one number"
    return float(top.amount / bottom.amount) if bottom.amount else None


def targets_of(price: RatePrice) -> tuple[AskedTarget, ...]:
    """Turn the rates at which money jumps into targets, from the lowest to the highest."""
    return tuple(
        AskedTarget(
            Target(float(jump.rate), Direction.AT_LEAST if jump.is_at_least else Direction.AT_MOST),
            jump.dollars,
        )
        for jump in price.jumps
    )


def has_records(deal: Deal) -> bool:
    """Say whether the deal's folder holds records."""
    return bool(files(deal.folder))


def judge_targets(
    deal: Deal,
    contract: Contract,
    declaration: Declaration,
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[tuple[MeasureAssessment, ...], tuple[NotMeasured, ...]]:
    """Judge the contract's targets by the group's records, and nothing else.

    Parameters
    ----------
    deal, contract, declaration, tell
        As for :func:`opened`.
    """
    tell("Pricing the measures")
    asked = ask_of(deal, contract)
    with loaded(deal.folder, declaration.reached, tell=tell) as records:
        return results.judge_targets(deal.folder, declaration, records, asked, tell)


@contextmanager
def opened(
    deal: Deal,
    contract: Contract,
    declaration: Declaration,
    tell: Callable[[str], None] = lambda _: None,
) -> Iterator[Results]:
    """Load a deal's records and work out what they say, for as long as the block lasts.

    Parameters
    ----------
    deal, contract
        The deal, and its terms.
    declaration
        What outcomes.toml says, without problems.
    tell
        Called with a short sentence before each stage.
    """
    tell("Pricing the measures")
    asked = ask_of(deal, contract)
    with loaded(deal.folder, declaration.reached, tell=tell) as records:
        yield gather(deal.folder, declaration, records, asked, tell)


def look(deal: Deal, contract: Contract, tell: Callable[[str], None]) -> OwnRecords | None:
    """Work out what a deal's records say, if it has any and outcomes.toml says how.

    Parameters
    ----------
    deal, contract, tell
        As for :func:`opened`.

    Returns
    -------
    OwnRecords or None
        None where there are no records, or outcomes.toml is missing or has problems: the verb
        ``outcomes`` says which.
    """
    declaration = declaration_reader.read(deal.folder)
    if declaration is None or declaration.problems or not has_records(deal):
        return None
    with opened(deal, contract, declaration, tell) as found:
        return OwnRecords(found, look_elsewhere(deal, found, tell))


def look_elsewhere(
    deal: Deal, found: Results, tell: Callable[[str], None] = lambda _: None
) -> Elsewhere | None:
    """Count care given elsewhere, and what could change at all, while the records are open.

    Parameters
    ----------
    deal
        Its outcomes.toml may have a section on it.
    found
        The records.
    tell
        Called with a short sentence before it begins.

    Returns
    -------
    Elsewhere or None
        None where outcomes.toml has no such section.
    """
    settings, problems = _care_settings(deal.folder / declaration_reader.FILE)
    if problems:
        return Elsewhere(None, "; ".join(problem.what for problem in problems))
    if settings is None:
        return None
    tell("Counting care given elsewhere")
    try:
        return Elsewhere(care_look.look(found.loaded.store.connection, settings), "")
    except Refusal as refusal:
        return Elsewhere(None, f"{refusal.subject}: {refusal.what} ({refusal.fix})")


def _care_settings(path: Path) -> tuple[Settings | None, tuple[Problem, ...]]:
    text = path.read_text(encoding="utf-8-sig")
    document, positions = parse(text)
    if SECTION not in document:
        return None, ()
    notes = Notes(path.name, tuple(text.splitlines()), positions)
    return read_settings(document[SECTION], notes), notes.problems()


def care_blocks(care: Elsewhere | None, audience: Audience) -> list[Block]:
    """Show care given elsewhere, or why it could not be counted.

    Parameters
    ----------
    care
        What was counted; None for nothing to show.
    audience
        Whose eyes it is for: outside, why it could not be counted may tell of 1 to 10 people, so
        it is not said.
    """
    if care is None:
        return []
    if care.look is None:
        why = f": {care.why_not}" if audience is Audience.GROUP else ""
        heading = Heading(2, "Care elsewhere", "care-elsewhere")
        return [heading, Prose(f"It could not be counted{why}.")]
    return care_section(care.look.found, care.look.impact, audience is Audience.OUTSIDE)
