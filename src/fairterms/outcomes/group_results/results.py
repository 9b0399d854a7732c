"""Everything a group's records say about a deal, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from fairterms.outcomes.equity.report import Report as EquityReport
from fairterms.outcomes.gaming.panel import Panel
from fairterms.outcomes.group_results.assessment import (
    AskedTarget,
    MeasureAssessment,
    assess,
    next_year_like,
)
from fairterms.outcomes.group_results.both_sides import look_at_both
from fairterms.outcomes.group_results.case_mix import CaseMix, check_case_mix
from fairterms.outcomes.group_results.clinicians import ClinicianComparison
from fairterms.outcomes.group_results.clinicians import compare as compare_clinicians
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.disparities import compare_groups
from fairterms.outcomes.group_results.expectation import Expectation, expect
from fairterms.outcomes.group_results.feeds import Loaded
from fairterms.outcomes.group_results.measured import (
    MeasureResult,
    NotMeasured,
    measure_all,
)
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes, tabulate
from fairterms.outcomes.group_results.readings import OpenMeasure, PriceBetween, read_otherwise
from fairterms.outcomes.group_results.subgroup_search import (
    Pay,
    PricedRate,
    SubgroupSearch,
    search,
)
from fairterms.records.store import Store
from fairterms.reference.measure import Kind
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Asked:
    """What the contract asks of one measure.

    Attributes
    ----------
    targets
        The rates at which money jumps, from the lowest to the highest.
    assumed
        The rate the expected scenario assumes; None where it gives none.
    price
        Dollars that move between two rates; None where it was not priced.
    pay
        What the plan pays at a rate, all else as in the expected scenario; None likewise.
    """

    targets: tuple[AskedTarget, ...] = ()
    assumed: float | None = None
    price: PriceBetween | None = None
    pay: Pay | None = None


NOTHING_ASKED = Asked()
Tell = Callable[[str], None]
Found = TypeVar("Found")


@dataclass(frozen=True)
class Results:
    """What the records say.

    Attributes
    ----------
    declaration
        What the deal declares about its measures.
    loaded
        The records with their acceptance reports; the store closes with the work.
    measured
        Each measure over the years.
    assessed
        The proportions among them, with the contract's targets.
    assumed
        The rate the expected scenario assumes, by measure.
    open_measures
        Measures whose words leave something open, under every reading.
    not_measured
        The measures that could not be worked out.
    episodes
        The episodes of the questionnaire; None where the deal names none or none was found.
    clinicians
        The clinicians side by side; None where there are none to compare.
    expectation
        What was expected of the judged year's patients; None where it could not be learned.
    subgroups
        Whether poor results gather somewhere; None where nobody could look.
    equity
        Results by subgroup; None where there are none to compare.
    both_sides
        What is worth asking either side about; None where the panel lacks its terms.
    case_mix
        How well facts at intake say who improves; None where that could not be learned.
    gaps
        What could not be looked at, and why, in sentences.
    """

    declaration: Declaration
    loaded: Loaded
    measured: tuple[MeasureResult, ...]
    assessed: tuple[MeasureAssessment, ...]
    assumed: Mapping[str, float]
    open_measures: tuple[OpenMeasure, ...]
    not_measured: tuple[NotMeasured, ...]
    episodes: OwnEpisodes | None
    clinicians: ClinicianComparison | None
    expectation: Expectation | None
    subgroups: SubgroupSearch | None
    equity: EquityReport | None
    both_sides: Panel | None
    case_mix: CaseMix | None
    gaps: tuple[str, ...]


def gather(
    folder: Path, declaration: Declaration, loaded: Loaded, asked: Mapping[str, Asked], tell: Tell
) -> Results:
    """Work out everything the records can answer; what they cannot is said, not guessed.

    Parameters
    ----------
    folder
        The deal folder.
    declaration
        Without problems.
    loaded
        The records, while their store is open.
    asked
        What the contract asks, by measure.
    tell
        Called with a short sentence before each stage.
    """
    gaps: list[str] = []
    measured, not_measured = measure_all(
        loaded, folder, declaration.measured, declaration.years, tell
    )
    nobody, undeclared = _without_patients(measured), _undeclared(declaration, asked)
    not_measured = (*not_measured, *nobody, *undeclared)
    assessed = _assess(measured, asked, gaps)
    open_measures = _read_otherwise(folder, loaded, (measured, asked, gaps, tell))
    tell("Cutting episodes")
    episodes = _try(gaps, lambda: _episodes(declaration, loaded))
    own = _Own(None, None, None, None, None, None)
    if episodes is not None:
        priced = _priced(declaration, assessed, asked)
        own = _look_at(loaded.store, episodes, declaration, priced, (gaps, tell))
    return Results(
        declaration,
        loaded,
        measured,
        assessed,
        {name: one.assumed for name, one in asked.items() if one.assumed is not None},
        open_measures,
        not_measured,
        episodes,
        own.clinicians,
        own.expectation,
        own.subgroups,
        own.equity,
        own.both_sides,
        own.case_mix,
        tuple(gaps),
    )


@dataclass(frozen=True)
class _Own:
    """What was found among the group's own patients."""

    clinicians: ClinicianComparison | None
    expectation: Expectation | None
    subgroups: SubgroupSearch | None
    equity: EquityReport | None
    both_sides: Panel | None
    case_mix: CaseMix | None


def _look_at(
    store: Store,
    episodes: OwnEpisodes,
    declaration: Declaration,
    priced: PricedRate | None,
    said: tuple[list[str], Tell],
) -> _Own:
    """Compare clinicians, expectations and subgroups of the episodes."""
    gaps, tell = said
    shown = episodes.year >= declaration.years[0]
    tell("Comparing clinicians")
    clinicians = _try(gaps, lambda: compare_clinicians(episodes, shown))
    tell("Learning what to expect from earlier years")
    expectation = _try(gaps, lambda: expect(episodes, declaration.judged_year))
    tell("Searching for patients who fare worse together")
    off_track = len(expectation.report.lines) if expectation else 0
    subgroups = _try(gaps, lambda: search(episodes, declaration, off_track, priced))
    equity = _try(gaps, lambda: compare_groups(episodes, shown))
    both_sides = _try(gaps, lambda: look_at_both(store, episodes, declaration))
    case_mix = _try(gaps, lambda: check_case_mix(episodes, declaration.judged_year))
    return _Own(clinicians, expectation, subgroups, equity, both_sides, case_mix)


def _priced(
    declaration: Declaration, assessed: Sequence[MeasureAssessment], asked: Mapping[str, Asked]
) -> PricedRate | None:
    """Return the measure that prices a worse result, at the group's own rate."""
    name = declaration.priced_by
    rates = {one.declared.measure: one.baseline.pooled.rate for one in assessed}
    pay = asked.get(name, NOTHING_ASKED).pay
    if name not in rates or pay is None:
        return None
    return PricedRate(name, rates[name], pay)


def judge_targets(
    folder: Path, declaration: Declaration, loaded: Loaded, asked: Mapping[str, Asked], tell: Tell
) -> tuple[tuple[MeasureAssessment, ...], tuple[NotMeasured, ...]]:
    """Judge the contract's targets alone; parameters as for :func:`gather`.

    Raises
    ------
    Refusal
        When a measure has no patient in any year.
    """
    measured, missing = measure_all(loaded, folder, declaration.measured, declaration.years, tell)
    gaps: list[str] = []
    assessed = _assess(measured, asked, gaps)
    nobody, undeclared = _without_patients(measured), _undeclared(declaration, asked)
    others = (NotMeasured("", gap) for gap in gaps)
    return assessed, (*missing, *nobody, *undeclared, *others)


def _without_patients(measured: Sequence[MeasureResult]) -> Iterator[NotMeasured]:
    """Name the proportions for which nobody counts in any year, with what the records lack."""
    for one in measured:
        if one.kind is Kind.PROPORTION and not any(year.n for year in one.years):
            why = "; ".join(("no patient counts in any year", *one.notes))
            yield NotMeasured(one.declared.measure, why)


def _undeclared(declaration: Declaration, asked: Mapping[str, Asked]) -> Iterator[NotMeasured]:
    """Name the measures the contract pays for and outcomes.toml is silent about."""
    declared = {one.measure for one in declaration.measured}
    for name in asked:
        if name not in declared:
            why = "outcomes.toml does not say how it is worked out, or the records do not hold it"
            yield NotMeasured(name, why)


def _try(gaps: list[str], ask: Callable[[], Found | None]) -> Found | None:
    """Return what was found; note why where it was refused."""
    try:
        return ask()
    except Refusal as refusal:
        subject, fix = _begun(refusal.subject), _begun(refusal.fix)
        gaps.append(f"{subject}: {refusal.what}. {fix}.")
        return None


def _begun(words: str) -> str:
    """Begin a sentence: a capital first, and all other letters as they are."""
    return words[:1].upper() + words[1:]


def _episodes(declaration: Declaration, loaded: Loaded) -> OwnEpisodes | None:
    if declaration.progress is None:
        raise Refusal(
            "progress",
            "outcomes.toml names no questionnaire",
            "patients can only be followed by a declared one",
            "add [progress] to outcomes.toml",
        )
    return tabulate(loaded.store, declaration.progress, declaration.reached)


def _assess(
    measured: Sequence[MeasureResult], asked: Mapping[str, Asked], gaps: list[str]
) -> tuple[MeasureAssessment, ...]:
    found = []
    for one in measured:
        wanted = asked.get(one.declared.measure, NOTHING_ASKED).targets
        if one.kind is Kind.PROPORTION and any(year.n for year in one.years):
            assessment = _try(gaps, partial(assess, one.declared, one.years, wanted))
            if assessment is not None:
                notes = (*assessment.notes, *(f"{note}." for note in one.uncounted_notes))
                found.append(replace(assessment, notes=notes))
    return tuple(found)


def _read_otherwise(
    folder: Path,
    loaded: Loaded,
    known: tuple[Sequence[MeasureResult], Mapping[str, Asked], list[str], Tell],
) -> tuple[OpenMeasure, ...]:
    """Work out every measure with open words under all their readings, in the judged year."""
    measured, asked, gaps, tell = known
    found = []
    for one in measured:
        if not one.declared.open or not any(year.n for year in one.years):
            continue
        tell(f"Reading {one.declared.measure.replace('_', ' ')} in every way its words allow")
        price = asked.get(one.declared.measure, NOTHING_ASKED).price
        year = _last_full(one)
        ask = partial(read_otherwise, loaded, folder, one.declared, year, price)
        found.append(_try(gaps, ask))
    return tuple(one for one in found if one is not None)


def _last_full(one: MeasureResult) -> int:
    """Return the last year in which most patients could be judged."""
    return next_year_like(one.years).year
