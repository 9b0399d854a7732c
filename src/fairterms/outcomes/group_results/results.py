"""Everything a group's records say about a deal, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from fairterms.outcomes.group_results.assessment import (
    AskedTarget,
    MeasureAssessment,
    assess,
)
from fairterms.outcomes.group_results.clinicians import ClinicianComparison
from fairterms.outcomes.group_results.clinicians import compare as compare_clinicians
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.episode_table import EpisodeTable, tabulate
from fairterms.outcomes.group_results.expectation import Expectation, expect
from fairterms.outcomes.group_results.feeds import Loaded
from fairterms.outcomes.group_results.measured import (
    MeasureResult,
    NotMeasured,
    measure_all,
)
from fairterms.reference.measure import Kind
from fairterms.units.refusal import Refusal

Targets = Mapping[str, Sequence[AskedTarget]]
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
    not_measured
        The measures that could not be worked out.
    episodes
        The episodes of the questionnaire; None where the deal names none or none was found.
    clinicians
        The clinicians side by side; None where there are none to compare.
    expectation
        What was expected of the judged year's patients; None where it could not be learned.
    gaps
        What could not be looked at, and why, in sentences.
    """

    declaration: Declaration
    loaded: Loaded
    measured: tuple[MeasureResult, ...]
    assessed: tuple[MeasureAssessment, ...]
    not_measured: tuple[NotMeasured, ...]
    episodes: EpisodeTable | None
    clinicians: ClinicianComparison | None
    expectation: Expectation | None
    gaps: tuple[str, ...]


def gather(
    folder: Path, declaration: Declaration, loaded: Loaded, targets: Targets, tell: Tell
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
    targets
        The contract's targets by measure, with what each is worth.
    tell
        Called with a short sentence before each stage.
    """
    gaps: list[str] = []
    measured, not_measured = measure_all(
        loaded, folder, declaration.measured, declaration.years, tell
    )
    assessed = _assess(measured, targets, gaps)
    tell("Cutting episodes")
    episodes = _try(gaps, lambda: _episodes(declaration, loaded))
    clinicians = expectation = None
    if episodes is not None:
        shown = episodes.year >= declaration.years[0]
        tell("Comparing clinicians")
        clinicians = _try(gaps, lambda: compare_clinicians(episodes, shown))
        tell("Learning what to expect from earlier years")
        expectation = _try(gaps, lambda: expect(episodes, declaration.judged_year))
    return Results(
        declaration,
        loaded,
        measured,
        assessed,
        not_measured,
        episodes,
        clinicians,
        expectation,
        tuple(gaps),
    )


def _try(gaps: list[str], ask: Callable[[], Found | None]) -> Found | None:
    """Return what was found; note why where it was refused."""
    try:
        return ask()
    except Refusal as refusal:
        gaps.append(f"{refusal.subject.capitalize()}: {refusal.what}. {refusal.fix.capitalize()}.")
        return None


def _episodes(declaration: Declaration, loaded: Loaded) -> EpisodeTable | None:
    if declaration.progress is None:
        raise Refusal(
            "progress",
            "outcomes.toml names no questionnaire",
            "patients can only be followed by a declared one",
            "add [progress] to outcomes.toml",
        )
    return tabulate(loaded.store, declaration.progress, declaration.reached)


def _assess(
    measured: Sequence[MeasureResult], targets: Targets, gaps: list[str]
) -> tuple[MeasureAssessment, ...]:
    found = []
    for one in measured:
        asked = targets.get(one.declared.measure, ())
        if one.kind is Kind.PROPORTION:
            assessment = _try(gaps, partial(assess, one.declared, one.years, asked))
            found += [assessment] if assessment is not None else []
    return tuple(found)
