"""What a method of judging change is: an index that grows with improvement, and what it needs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from fairterms.outcomes.patient_change.change_declaration import Declaration
from fairterms.outcomes.patient_change.scores import Flags, Floats, Scores


class Reason(IntEnum):
    """Why a patient is in a class of change; the sentence is in ``SENTENCES``."""

    RECOVERED = 0
    IMPROVED_NOT_CROSSED = 1
    IMPROVED_STARTED_WELL = 2
    WITHIN_ERROR = 3
    CROSSED_WITHIN_ERROR = 4
    DETERIORATED_NOT_CROSSED = 5
    HARMED = 6
    FIRST_MISSING = 7
    LAST_MISSING = 8
    OUT_OF_RANGE = 9
    ZERO_BASELINE = 10
    TOO_FEW_SCORES = 11
    IMPROVED = 12
    DETERIORATED = 13


SENTENCES = {
    Reason.RECOVERED: "changed for the better by enough, and left the clinical range",
    Reason.IMPROVED_NOT_CROSSED: "changed for the better by enough, still in the clinical range",
    Reason.IMPROVED_STARTED_WELL: "changed for the better by enough, began outside the clinical "
    "range",
    Reason.WITHIN_ERROR: "changed by less than the declared size",
    Reason.CROSSED_WITHIN_ERROR: "left or entered the clinical range, but changed by less than the "
    "declared size",
    Reason.DETERIORATED_NOT_CROSSED: "changed for the worse by enough, without entering the "
    "clinical range",
    Reason.HARMED: "changed for the worse by enough, and entered the clinical range",
    Reason.FIRST_MISSING: "not judged: no first score",
    Reason.LAST_MISSING: "not judged: no last score",
    Reason.OUT_OF_RANGE: "not judged: a score the instrument cannot give",
    Reason.ZERO_BASELINE: "not judged: a percentage of nothing",
    Reason.TOO_FEW_SCORES: "not judged: fewer than three scores",
    Reason.IMPROVED: "changed for the better by enough; no cut-off is declared",
    Reason.DETERIORATED: "changed for the worse by enough; no cut-off is declared",
}
"""Each reason in words a clinician understands; never with a patient's figures."""


class Sides(NamedTuple):
    """On which side of the cut-off a patient began and ended; each of shape (patients,)."""

    began_clinical: Flags
    began_functional: Flags
    ended_clinical: Flags
    ended_functional: Flags


@dataclass(frozen=True)
class Method:
    """A way to judge one patient's change.

    Attributes
    ----------
    title
        Its name in the field, with its authors.
    needs
        Names of the declaration's fields it reads; a dot asks for a part, ``reliability.last``;
        ``series`` asks for all dated scores.
    index
        Declaration and scores to an index, positive for the better; NaN where there is none;
        shape (patients,).
    usual_critical
        What publications use; never a default.
    is_inclusive
        Whether an index exactly at the threshold counts.
    without_index
        Why a patient with both scores can be without an index.
    sides
        Its own test of the cut-off, where it has one.
    cut_off
        Its own cut-off from the declaration, where it has one, in points.
    caution
        What a party should know before signing for it; empty when there is nothing.
    source
        The publication.
    """

    title: str
    needs: tuple[str, ...]
    index: Callable[[Declaration, Scores], Floats]
    source: str
    usual_critical: float | None = 1.96
    is_inclusive: bool = False
    without_index: Reason = Reason.TOO_FEW_SCORES
    sides: Callable[[Declaration, Scores, float], Sides] | None = None
    cut_off: Callable[[Declaration], float] | None = None
    caution: str = ""

    @property
    def has_index(self) -> bool:
        """Whether it compares an index with one critical value, not a change with thresholds."""
        return "critical" in self.needs
