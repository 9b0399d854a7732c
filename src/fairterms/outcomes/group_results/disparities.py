"""Every result by subgroup: who improves, who is asked again, and how sure the gaps are."""

from __future__ import annotations

from typing import Final

import numpy as np

from fairterms.outcomes.comparison import plain_logistic
from fairterms.outcomes.equity.report import Report, compare
from fairterms.outcomes.equity.subgroups import Subjects
from fairterms.outcomes.group_results.declaration import FACTS
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes
from fairterms.outcomes.patient_change.scores import Flags, Floats
from fairterms.units.refusal import Refusal

FACTORS: Final = ("sex", "age", "race", "ethnicity", "language")
MINIMUM: Final = 30
"""Patients below which a line is marked; a choice shown on the page."""
IMPROVED, FOLLOWED = "improved", "asked again"


def compare_groups(table: OwnEpisodes, is_shown: Flags) -> Report:
    """Compare subgroups in every result; the largest group of each factor is the reference.

    Parameters
    ----------
    table
        The episodes.
    is_shown
        Which of them; only those with a first score whose time is over count.

    Raises
    ------
    Refusal
        When nobody counts, or no factor has two groups.
    """
    is_counted = is_shown & table.is_due
    factors = {name: table.words[name][is_counted].astype(str) for name in FACTORS}
    factors |= {
        name: column[is_counted].astype(str)
        for name, column in table.words.items()
        if name.endswith(" need")
    }
    kept = {name: column for name, column in factors.items() if np.unique(column).size > 1}
    if not kept:
        raise Refusal(
            "subgroups",
            "every patient is in the same group of every factor, or nobody counts",
            "there is nothing to compare",
            "record sex, age, race, ethnicity and language as patients report them",
        )
    measures = _measures(table, is_counted)
    subjects = Subjects(
        measures,
        table.clinician[is_counted].astype(str),
        kept,
        _expected(table, is_counted, measures[IMPROVED]),
    )
    return compare(subjects, {name: _largest(column) for name, column in kept.items()}, MINIMUM)


def _measures(table: OwnEpisodes, is_counted: Flags) -> dict[str, Floats]:
    is_judged = table.is_judged[is_counted]

    def among_judged(is_reached: Flags) -> Floats:
        return np.where(is_judged, is_reached[is_counted].astype(np.float64), np.nan)

    return {
        IMPROVED: among_judged(table.is_improved),
        FOLLOWED: is_judged.astype(np.float64),
    }


def _largest(column: np.ndarray[tuple[int], np.dtype[np.str_]]) -> str:
    """Return the largest group; what is not recorded is never the reference."""
    names, counts = np.unique(column[column != UNKNOWN], return_counts=True)
    return str(names[int(np.argmax(counts))]) if names.size else UNKNOWN


def _expected(table: OwnEpisodes, is_counted: Flags, improved: Floats) -> dict[str, Floats]:
    """Return the chance of improvement by how ill patients were; nothing where it cannot be fitted.

    Only the first score and the number of diagnoses enter: a social need or the age may be the very
    disparity that is looked for.
    """
    names = ("first score", "diagnoses")
    assert set(names) <= set(FACTS), "facts of the episode table"
    facts = np.column_stack([table.numbers[name][is_counted] for name in names])
    usable = ~np.isnan(improved) & ~np.isnan(facts).any(axis=1)
    # A fact that is the same for all, such as no diagnosis on record, explains nothing.
    varies = [at for at in range(len(names)) if usable.any() and np.ptp(facts[usable, at]) > 0]
    facts, kept = facts[:, varies], [names[at] for at in varies]
    try:
        fitted = plain_logistic.fit(
            improved[usable], table.clinician[is_counted][usable].astype(str), facts[usable], kept
        )
    except Refusal:
        return {}
    logits = fitted.coefficients[0] + facts @ fitted.coefficients[1:]
    chances = 1 / (1 + np.exp(-logits))
    return {IMPROVED: np.where(np.isnan(chances), float(np.nanmean(improved)), chances)}
