"""A worksheet as the page shows it: each number opens how it was worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fairterms.decide.trial_run.case import Case, case_of
from fairterms.decide.trial_run.run import Side, first_years, side, standing_side
from fairterms.decide.trial_run.worksheet import (
    KINDS,
    scenario_names,
    settle_scenario,
    settle_year,
    typical_years,
    worksheet_blocks,
)
from fairterms.publish.blocks import Block, Heading
from fairterms.settle.settlement import Settlement
from fairterms.units.refusal import Refusal
from fairterms_web.jobs.wording import for_the_web
from fairterms_web.simulate.asked import Asked

SCENARIO, TYPICAL, YEAR = "scenario", "typical", "year"
_STEPS = 4
"""The level of the headings of the explanations."""


@dataclass(frozen=True)
class Explained:
    """How one number was worked out.

    Attributes
    ----------
    anchor
        Where the number's link leads.
    title
        What it is, and what it came to.
    blocks
        The explanation.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Sheet:
    """A worksheet: the arithmetic, the explanations, the figures."""

    before: tuple[Block, ...]
    explained: tuple[Explained, ...]
    after: tuple[Block, ...]


def choices(case: Case) -> tuple[tuple[str, str], ...]:
    """Return what a worksheet can be of: as the address says it, and in words."""
    scenarios = enumerate(scenario_names(case))
    return (
        *((f"{SCENARIO}-{at}", f"Scenario: {title}") for at, title in scenarios),
        *((f"{TYPICAL}-{at}", f"Simulated: {name}") for at, name in enumerate(KINDS)),
    )


def sheet(asked: Asked, of: str) -> tuple[Case, Sheet]:
    """Work out a worksheet.

    Parameters
    ----------
    asked
        The deal, with what was moved.
    of
        One of :func:`choices`, or ``year-`` and the number of a simulated year, from 1.

    Raises
    ------
    Refusal
        When there is no such scenario or year, or it cannot be settled.
    """
    ready = asked.ready
    with ready.lock:
        case = case_of(ready.prepared, asked.moves.settings)
        found = _settled(asked, case, of or f"{SCENARIO}-{_expected(case)}")
        blocks: Sequence[Block] = for_the_web(tuple(worksheet_blocks(case, found)))
    return case, _parted(blocks)


def _expected(case: Case) -> int:
    titles = scenario_names(case)
    title = case.prepared.expected.title
    return titles.index(title) if title in titles else 0


def _settled(asked: Asked, case: Case, of: str) -> Settlement:
    sort, _, text = of.partition("-")
    at = int(text) if text.isascii() and text.isdigit() and len(text) < len("1000000") else -1
    if sort == SCENARIO and 0 <= at < len(scenario_names(case)):
        return settle_scenario(case, scenario_names(case)[at])
    if sort == TYPICAL and 0 <= at < len(KINDS):
        years = _years(asked, case)
        return settle_year(years, list(typical_years(years).values())[at])
    if sort == YEAR:
        return settle_year(_years(asked, case), at - 1)
    raise Refusal(
        "this worksheet",
        "is of no scenario and no year of this deal",
        "a worksheet needs its figures",
        "choose one of the list",
    )


def _years(asked: Asked, case: Case) -> Side:
    prepared, settings = asked.ready.prepared, asked.moves.settings
    number = first_years(prepared, settings)
    return side(case, number) if case.settings else standing_side(prepared, number)


def _parted(blocks: Sequence[Block]) -> Sheet:
    """Part the explanations from what stands before and after them."""
    starts = [at for at, one in enumerate(blocks) if _opens(one)]
    if not starts:
        return Sheet(tuple(blocks), (), ())
    end = next(
        at
        for at in range(starts[-1] + 1, len(blocks) + 1)
        if at == len(blocks) or isinstance(blocks[at], Heading)
    )
    return Sheet(
        tuple(blocks[: starts[0]]),
        tuple(_explained(blocks, [*starts, end])),
        tuple(blocks[end:]),
    )


def _explained(blocks: Sequence[Block], cuts: Sequence[int]) -> Iterator[Explained]:
    for first, last in pairwise(cuts):
        heading = blocks[first]
        assert isinstance(heading, Heading), "it was found by its heading"
        yield Explained(heading.anchor, heading.text, tuple(blocks[first + 1 : last]))


def _opens(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == _STEPS
