"""What the panel reads: plain columns, each of which may be lacking.

Scores are turned so that higher is worse. Days count from any fixed day. NaN means there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np

from fairterms.outcomes.patient_change.scores import Flags, Floats, Series, Whole
from fairterms.units.refusal import Refusal

Found = TypeVar("Found")


class Lacking(Refusal):
    """Raised where a signal cannot be tested; ``what`` says what it lacks."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "signal",
            f"lacks {what}",
            "a pattern is tested on records, never guessed",
            "ask the side that keeps these records for them",
        )
        self.lacked = what


@dataclass(frozen=True)
class Terms:
    """What the contract says about the measure.

    Attributes
    ----------
    entry_cut
        The lowest intake score that enters the measure, in points.
    response_share
        The fall that counts as reached, as a fraction of the intake score.
    window_days
        First and last day after intake on which the last score counts.
    lowest, highest
        Of the instrument, in points.
    population_mean, population_sd, reliability
        Of the scores of everybody screened, and between two screenings of unchanged people; None
        where nobody agreed on them.
    """

    entry_cut: float
    response_share: float
    window_days: tuple[int, int]
    lowest: int
    highest: int
    population_mean: float | None = None
    population_sd: float | None = None
    reliability: float | None = None

    def reached(self, first: Floats, last: Floats) -> Flags:
        """Return who reached the measure; a missing score reaches nothing; shape of the scores."""
        with np.errstate(invalid="ignore"):
            return np.asarray(last <= first * (1 - self.response_share))


@dataclass(frozen=True, eq=False)
class Episodes:
    """Episodes of care; n of them.

    Attributes
    ----------
    clinic, clinician
        Numbered from 0, shapes (n,).
    intake_day, intake_score, last_day, last_score
        As used in the measure; the last two NaN where not followed up; shapes (n,).
    second_score
        A second, independent score near intake, by somebody else or another day.
    rule_index_score, rule_last_score
        The scores the contract's rule points to.
    plan_index_score
        The intake score the plan used.
    exclusion_day, discharge_day, transfer_day
        When an exclusion was coded, care ended, the patient moved to another panel.
    intake_instrument, last_instrument
        Which questionnaire, as numbers.
    """

    clinic: Whole
    clinician: Whole
    intake_day: Floats
    intake_score: Floats
    last_day: Floats
    last_score: Floats
    second_score: Floats | None = None
    rule_index_score: Floats | None = None
    rule_last_score: Floats | None = None
    plan_index_score: Floats | None = None
    exclusion_day: Floats | None = None
    discharge_day: Floats | None = None
    transfer_day: Floats | None = None
    intake_instrument: Floats | None = None
    last_instrument: Floats | None = None

    def __post_init__(self) -> None:
        for column in fields(self):
            values = getattr(self, column.name)
            assert values is None or values.shape == self.clinic.shape, f"{column.name}: length"
        assert not np.isnan(self.intake_score).any(), "an episode begins with a score"

    @property
    def is_followed(self) -> Flags:
        """Which episodes have a last score, shape (n,)."""
        return ~np.isnan(self.last_score)


@dataclass(frozen=True, eq=False)
class Sessions:
    """Sessions held; k of them: position of the episode, and day; shapes (k,)."""

    episode: Whole
    day: Floats


@dataclass(frozen=True, eq=False)
class Forms:
    """Filled-in questionnaires with their items; k forms of i items.

    Attributes
    ----------
    items
        Answers, NaN where left out, shape (k, i).
    is_last
        Whether the form is a last one (else an intake), shape (k,).
    seconds
        Time taken, shape (k,); None where not recorded.
    """

    items: Floats
    is_last: Flags
    seconds: Floats | None = None


@dataclass(frozen=True, eq=False)
class Attribution:
    """Two attribution lists of one panel; m people, each on at least one.

    Attributes
    ----------
    was_listed, is_listed
        On the earlier list, on the later one; shapes (m,).
    is_well
        1 where the person was doing well at the earlier list, 0 where not, NaN unknown; (m,).
    severity
        At the time of listing, higher is harder; NaN unknown; shape (m,).
    """

    was_listed: Flags
    is_listed: Flags
    is_well: Floats
    severity: Floats


@dataclass(frozen=True, eq=False)
class Benchmarks:
    """Published benchmarks and results by year, in order; y years; rates as fractions.

    Attributes
    ----------
    benchmark, own, others
        The benchmark of the year, the group's result, the result of all others; shapes (y,).
    patients
        The group's, shape (y,).
    """

    benchmark: Floats
    own: Floats
    others: Floats
    patients: Whole


@dataclass(frozen=True, eq=False)
class Restatement:
    """The same patients' credit by what was signed and by what is used; n patients.

    Attributes
    ----------
    kind
        ``definition``, ``window``, ``case_mix`` or ``deviation``.
    as_signed, as_used
        Each patient's contribution to the result, such as 1 where reached, shapes (n,).
    signed_day, changed_day
        When the contract was signed and when the other version came into use.
    is_agreed
        Whether both sides signed the change.
    """

    kind: str
    as_signed: Floats
    as_used: Floats
    signed_day: float
    changed_day: float
    is_agreed: bool


@dataclass(frozen=True, eq=False)
class CodeLists:
    """Who counts by the published code list and by the plan's; m patients; shapes (m,)."""

    in_published: Flags
    in_plan: Flags
    is_reached: Flags


@dataclass(frozen=True, eq=False)
class HandedIn:
    """Scores handed in to the plan; k of them; shapes (k,).

    Attributes
    ----------
    sent_day, due_day
        When the group sent it, and by when it had to.
    is_counted
        Whether the plan counted it.
    is_reached
        Whether it shows the measure reached.
    """

    sent_day: Floats
    due_day: Floats
    is_counted: Flags
    is_reached: Flags


@dataclass(frozen=True, eq=False)
class Evidence:
    """Everything the panel may read; what is None is lacking.

    Attributes
    ----------
    terms, episodes
        Always there.
    scores
        Every dated score of the episodes, by position of the episode, intake among them.
    screens
        Every screening score, also of people below the cut, shape (s,).
    """

    terms: Terms
    episodes: Episodes
    scores: Series | None = None
    screens: Floats | None = None
    sessions: Sessions | None = None
    forms: Forms | None = None
    attribution: Attribution | None = None
    benchmarks: Benchmarks | None = None
    restatements: tuple[Restatement, ...] = ()
    code_lists: CodeLists | None = None
    handed_in: HandedIn | None = None


LACKS = {
    "scores": "the dated scores between intake and last",
    "screens": "the screening scores of everybody, also below the cut",
    "sessions": "the days of sessions",
    "forms": "the single answers",
    "forms.seconds": "the time each form took",
    "attribution": "two attribution lists of the same panel",
    "benchmarks": "the benchmark and the results of each year",
    "restatements": "the results by what was signed and by what is used",
    "code_lists": "who counts by the published code list and by the plan's",
    "handed_in": "what was handed in, when, and whether it was counted",
    "terms.reliability": "an agreed mean, spread and reliability of screening scores",
    "episodes.second_score": "a second, independent score near intake",
    "episodes.rule_index_score": "the intake score the contract's rule points to",
    "episodes.rule_last_score": "the last score the contract's rule points to",
    "episodes.plan_index_score": "the intake score the plan used",
    "episodes.exclusion_day": "the days on which exclusions were coded",
    "episodes.discharge_day": "the days on which care ended",
    "episodes.transfer_day": "the days on which patients were moved",
    "episodes.intake_instrument": "which questionnaire was used at intake",
    "episodes.last_instrument": "which questionnaire was used last",
}
"""What is lacking, in words, by where it would stand."""


def present(value: Found | None, place: str) -> Found:
    """Return what is there, or say what is lacking.

    Examples
    --------
    >>> present(None, "forms.seconds")
    Traceback (most recent call last):
        ...
    fairterms.outcomes.gaming.evidence.Lacking: signal: lacks the time each form took
          why: a pattern is tested on records, never guessed
          fix: ask the side that keeps these records for them
    """
    if value is None:
        raise Lacking(LACKS[place])
    return value
