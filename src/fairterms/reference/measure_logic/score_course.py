"""The scores of one patient on one questionnaire: the first that counts, and a later one.

Which first and which later score count decides the rate more than the treatment does; each is an
option without a default.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import Observation
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.instrument_facts import Direction
from fairterms.reference.measure import MeasurementPeriod, Option, Options
from fairterms.reference.measure_logic import contract_options
from fairterms.reference.measure_logic.steps import Steps

COUNTED = ("final", "amended", "corrected", "completed")
"""A score counts with one of these statuses."""

FIRST = "first in the period"
FIRST_AT_CUT = "first at the cut in the period"

INDEX_OPTIONS = (
    contract_options.INSTRUMENT,
    Option("same_day", "words", "which of two scores of one day counts: worse or better"),
    Option("index_score", "words", f"which score is the first one: {FIRST}, or {FIRST_AT_CUT}"),
    Option(
        "index_cut", "points", "how bad the first score must be to count, itself included; or none"
    ),
    Option("clear_days", "days", "how many days before the first score must be without any score"),
)
"""What a contract must say about the first score."""

LATER_OPTIONS = (
    Option("from_day", "days", "the first day after the first score on which a later one counts"),
    Option("until_day", "days", "the last day after the first score on which a later one counts"),
    Option("later_score", "words", "which later score counts: last, best or worst"),
    Option("missing", "words", "what a patient without a later score is: failure or left out"),
    contract_options.OBSERVED_UNTIL,
)
"""What a contract must say about the later score."""

LATER_RULE = "A later score"
"""How the step begins that says whether a patient was asked again."""

FAILURE = "failure"
LEFT_OUT = "left out"


@dataclass(frozen=True)
class Score:
    """One score: its day, its points exactly, and the clinician answerable."""

    day: date
    points: Fraction
    clinician: str = ""

    def __str__(self) -> str:
        return f"{float(self.points):g} points on {self.day}"


@dataclass(frozen=True)
class Course:
    """A patient's scores by day, one a day, oldest first.

    Attributes
    ----------
    scores
        The scores.
    sign
        +1 where higher is better, −1 where higher is worse.
    """

    scores: tuple[Score, ...]
    sign: int

    def gain(self, first: Score, later: Score) -> Fraction:
        """Return the improvement in points; negative for the worse."""
        return self.sign * (later.points - first.points)

    def is_at_cut(self, score: Score, cut: Fraction) -> bool:
        """Say whether a score is at least as bad as a cut."""
        return self.sign * score.points <= self.sign * cut

    def worse(self, scores: Sequence[Score]) -> Score:
        """Return the worst of some scores; of equal ones the earliest."""
        return min(scores, key=lambda one: (self.sign * one.points, one.day))

    def better(self, scores: Sequence[Score]) -> Score:
        """Return the best of some scores; of equal ones the earliest."""
        return min(scores, key=lambda one: (-self.sign * one.points, one.day))


# A patient is judged for several years and by several readings, one after the other.
@lru_cache(maxsize=4_096)
def course(patient: PatientRecord, name: str, same_day: str) -> Course:
    """Return a patient's scores that count, one a day.

    Parameters
    ----------
    patient
        The record.
    name
        Of the questionnaire; a score counts when its row names it or has the code of its total.
    same_day
        "worse" or "better".
    """
    instrument = INSTRUMENTS[name]
    sign = 1 if instrument.direction is Direction.HIGHER_IS_BETTER else -1
    total = instrument.loinc.total if instrument.loinc else ""
    found = [
        Score(one.when.first_day, Fraction(str(one.number)), one.clinician)
        for one in patient.observations
        if (one.instrument == instrument.name or (not one.instrument and _has_total(one, total)))
        and one.number is not None
        and one.when is not None
        and one.status in COUNTED
    ]
    found.sort(key=lambda one: one.day)
    empty = Course((), sign)
    pick = empty.worse if same_day == "worse" else empty.better
    by_day = (pick(list(scores)) for _, scores in groupby(found, key=lambda one: one.day))
    return Course(tuple(by_day), sign)


def _has_total(found: Observation, total: str) -> bool:
    """Say whether a score that names no questionnaire has the code of its total."""
    return bool(total) and Code("loinc", total) in found.codes


def read_course(patient: PatientRecord, options: Options) -> Course:
    """Return the scores as the options say."""
    same_day = contract_options.choice(options, "same_day", "worse", "better")
    return course(patient, contract_options.instrument(options).name, same_day)


def ask_index(
    steps: Steps, scores: Course, period: MeasurementPeriod, options: Options
) -> Score | None:
    """Ask for the first score that counts.

    Parameters
    ----------
    steps
        Where the answers are noted.
    scores
        The patient's.
    period
        In which the first score lies.
    options
        :data:`INDEX_OPTIONS`, settled.
    """
    which = contract_options.choice(options, "index_score", FIRST, FIRST_AT_CUT)
    cut = contract_options.number_or_none(options, "index_cut")
    clear = contract_options.whole(options, "clear_days")
    inside = [one for one in scores.scores if period.holds(one.day)]
    bad_enough = [one for one in inside if cut is None or scores.is_at_cut(one, cut)]
    index = next(iter(bad_enough if which == FIRST_AT_CUT else inside), None)
    if not steps.ask(
        f"A score between {period.starts} and {period.ends}, the {which}",
        index is not None,
        str(index or "none on record"),
    ):
        return None
    assert index is not None, "it was just asked for"
    if cut is not None and not steps.ask(
        f"The first score is at {float(cut):g} points or worse", index in bad_enough, str(index)
    ):
        return None
    before = [
        one for one in scores.scores if timedelta(0) < index.day - one.day <= timedelta(clear)
    ]
    if clear and not steps.ask(
        f"No score in the {clear} days before", not before, str(before[-1] if before else "none")
    ):
        return None
    return index


@dataclass(frozen=True)
class Window:
    """From which day to which day after the first score a later one counts, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first} to {self.last}"


def window_after(first: date, options: Options) -> Window:
    """Return the days on which a later score counts.

    Parameters
    ----------
    first
        The day of the first score.
    options
        With ``from_day`` and ``until_day``, settled.

    Raises
    ------
    Refusal
        When the days are not in order.
    """
    start = contract_options.whole(options, "from_day", least=1)
    end = contract_options.whole(options, "until_day", least=start)
    return Window(first + timedelta(start), first + timedelta(end))


def is_due(steps: Steps, window: Window, options: Options) -> bool:
    """Ask whether all days of a window are in the records."""
    until = contract_options.day(options, "observed_until")
    return steps.ask(
        "The time for a later score is over",
        window.last <= until,
        f"until {window.last}, records until {until}",
    )


def ask_later(steps: Steps, scores: Course, window: Window, options: Options) -> Score | None:
    """Ask for the later score that counts.

    Parameters
    ----------
    steps
        Where the answer is noted.
    scores
        The patient's.
    window
        The days on which it counts.
    options
        :data:`LATER_OPTIONS`, settled.
    """
    which = contract_options.choice(options, "later_score", "last", "best", "worst")
    inside = [one for one in scores.scores if window.first <= one.day <= window.last]
    found = None
    if inside:
        found = {"last": lambda s: s[-1], "best": scores.better, "worst": scores.worse}[which](
            inside
        )
    steps.ask(
        f"{LATER_RULE} from {window}, the {which} one", found is not None, str(found or "none")
    )
    return found


def leaves_out(options: Options) -> bool:
    """Say whether a patient without a later score is left out."""
    return contract_options.choice(options, "missing", FAILURE, LEFT_OUT) == LEFT_OUT
