"""How well facts at intake say who improves, and what they leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from fairterms.outcomes.comparison import plain_logistic
from fairterms.outcomes.comparison.calibration import (
    Calibration,
    LeftOut,
    calibrate,
    find_left_out,
)
from fairterms.outcomes.comparison.cells import gather
from fairterms.outcomes.group_results.clinicians import without_certain
from fairterms.outcomes.group_results.declaration import FACTS
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes
from fairterms.outcomes.patient_change.scores import Flags, Floats
from fairterms.units.refusal import Refusal

RARE: Final = 0.02
"""A fact that fewer than this share of patients have, or lack, is left out of the model."""
FEWEST: Final = 30
"""Values of a fact with fewer patients are not listed as left out."""


@dataclass(frozen=True)
class CaseMix:
    """A model of improvement learned on earlier years, held against the last one.

    Attributes
    ----------
    facts
        What it rests on.
    learned_on
        Patients of the earlier years.
    calibration
        How well its expectations hold for the last year's patients.
    left_out
        Facts it does not have and whose patients depart from its expectations, the largest first.
    """

    facts: tuple[str, ...]
    learned_on: int
    calibration: Calibration
    left_out: tuple[LeftOut, ...]


def check_case_mix(table: OwnEpisodes, judged_year: int) -> CaseMix:
    """Learn who improves from earlier years, and see how well it holds in the last.

    Parameters
    ----------
    table
        The episodes.
    judged_year
        The last year; the model never sees it.

    Raises
    ------
    Refusal
        When there are too few patients to learn from or to check on.
    """
    facts = np.column_stack([table.numbers[name] for name in FACTS])
    is_usable = table.is_judged & ~np.isnan(facts).any(axis=1)
    early = is_usable & (table.year > 0) & (table.year < judged_year)
    late = is_usable & (table.year == judged_year)
    if not early.any() or not late.any():
        raise Refusal(
            "case mix",
            "there are no patients to learn from, or none to check on",
            "a model must be held against patients it has not seen",
            "add the records of an earlier year",
        )
    kept = [at for at in range(len(FACTS)) if _is_told_apart(facts[early, at])]
    kept, coefficients = _learn(table, early, facts[early], kept)
    names = [FACTS[at] for at in kept]
    logits = coefficients[0] + facts[late][:, kept] @ coefficients[1:]
    expected = 1 / (1 + np.exp(-logits))
    improved = table.is_improved[late].astype(np.float64)
    return CaseMix(
        tuple(names),
        int(early.sum()),
        calibrate(improved, expected),
        _left_out(table, late, improved, expected),
    )


def _learn(
    table: OwnEpisodes, early: Flags, facts: Floats, kept: list[int]
) -> tuple[list[int], Floats]:
    """Fit the model; a fact whose patients all fared alike is left out, as for clinicians."""
    names = [FACTS[at] for at in kept]
    try:
        cells = gather(
            table.is_improved[early], table.clinician[early].astype(str), facts[:, kept], names
        )
        return kept, cells.unscaled(plain_logistic.fit_cells(cells))
    except Refusal as refusal:
        spared = [kept[at] for at in without_certain(names, refusal)]
        if len(spared) == len(kept):
            raise
        return _learn(table, early, facts, spared)


def _is_told_apart(column: Floats) -> bool:
    """Say whether a fact differs between enough patients to have an effect of its own."""
    values, counts = np.unique(column, return_counts=True)
    return len(values) > 1 and counts.max() <= (1 - RARE) * column.size


def _left_out(
    table: OwnEpisodes, late: Flags, improved: Floats, expected: Floats
) -> tuple[LeftOut, ...]:
    """Look at facts in words that the model has not."""
    names = [name for name in table.words if name == "sex" or name.endswith(" need")]
    words = [(name, [str(one) for one in table.words[name][late]]) for name in names]
    found = find_left_out(improved, expected, words)
    return tuple(
        one for one in found if one.patients >= FEWEST and one.value not in {"no", UNKNOWN}
    )
