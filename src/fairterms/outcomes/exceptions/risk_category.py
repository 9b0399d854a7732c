"""Risk categories: patients with an expected rate of their own, agreed by both sides.

A category is earned in eight steps, each with its record. It is defined by facts at intake alone,
counts for nothing until it is signed, is only reported until three periods exist, has a cap, is
watched, and is reviewed every year.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fairterms.outcomes.comparison.chance import wilson_limits
from fairterms.outcomes.exceptions.confirm import Confirmation
from fairterms.outcomes.exceptions.scan_significance import Judged
from fairterms.outcomes.exceptions.subgroup import Subgroup, require_intake
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

PERIODS_NEEDED: Final = 3
"""Periods before a category's own rate may carry a penalty or earn a bonus."""


class Step(StrEnum):
    """The eight steps from an exception to a term, in their order."""

    REPORT = "exceptions reported for the period, with expected, observed, limit and completeness"
    REASONS = "a reason coded by the clinician for each, before the outcome was known"
    SCAN = "pooled exceptions searched for subgroups"
    CONFIRMATION = "found again among the next period’s patients"
    DEFINITION = "defined by facts at intake alone"
    OWN_RATE = "its own expected rate, from three periods or more"
    WATCH = "a cap on its share, a watch on its coding, a review every year"
    SIGNATURES = "signed by both sides"


class Side(StrEnum):
    """Who signs."""

    GROUP = "group"
    PLAN = "plan"


@dataclass(frozen=True)
class Signature:
    """A side's consent to the definition and its evidence.

    Attributes
    ----------
    side, name
        For whom, and by whom.
    on
        The day.
    """

    side: Side
    name: str
    on: date


@dataclass(frozen=True)
class PooledExceptions:
    """The exception reports a search rested on.

    Attributes
    ----------
    period
        When.
    patients, exceptions
        Patients judged, and those off track.
    coded
        Exceptions with a reason coded before the outcome was known.
    """

    period: Period
    patients: int
    exceptions: int
    coded: int

    def __post_init__(self) -> None:
        assert 0 <= self.coded <= self.exceptions <= self.patients, "each is part of the next"


@dataclass(frozen=True)
class CategoryPeriod:
    """What the category's patients did in one period, in the population both sides named.

    Attributes
    ----------
    period
        When.
    patients, members
        All patients of the measure, and those of the category.
    reached
        Members who reached the outcome.
    """

    period: Period
    patients: int
    members: int
    reached: int

    def __post_init__(self) -> None:
        assert 0 <= self.reached <= self.members <= self.patients, "each is part of the next"

    @property
    def share(self) -> float:
        """Members among all patients."""
        return self.members / self.patients if self.patients else 0.0


@dataclass(frozen=True, kw_only=True)
class CategoryLimits:
    """What keeps a category honest; terms of the contract, so none has a default.

    Attributes
    ----------
    most_share
        The largest share of a group's patients that counts as members, a fraction.
    most_growth
        By how much the share may grow over the periods before, a fraction of it.
    intake_days
        Days after intake within which a fact still counts as recorded at intake.
    review_days
        The longest time between reviews; 366 for a yearly one.
    """

    most_share: float
    most_growth: float
    intake_days: int
    review_days: int

    def __post_init__(self) -> None:
        assert 0 < self.most_share < 1, "a category is part of the patients"
        assert self.most_growth >= 0, "growth is counted upwards"
        assert self.intake_days >= 0, "days are counted from intake"
        assert 0 < self.review_days <= 366, "a review is at least yearly"


@dataclass(frozen=True, kw_only=True)
class RiskCategory:
    """A category with the record of every step.

    Attributes
    ----------
    name
        What the contract calls it.
    population
        Where its rate comes from, as both sides named it.
    subgroup
        Who belongs.
    exceptions, search, confirmation
        The records of steps 1 to 4.
    limits
        Cap, drift, intake window and review.
    periods
        Its results, oldest first.
    reviews
        The days it was reviewed and kept.
    signatures
        Of both sides, once they have signed.
    """

    name: str
    population: str
    subgroup: Subgroup
    exceptions: PooledExceptions
    search: Judged
    confirmation: Confirmation
    limits: CategoryLimits
    periods: tuple[CategoryPeriod, ...] = ()
    reviews: tuple[date, ...] = ()
    signatures: tuple[Signature, ...] = ()

    def __post_init__(self) -> None:
        require_intake(self.subgroup)
        if not self.confirmation.is_confirmed:
            raise Refusal(
                self.name,
                "the next period’s patients did not confirm it",
                "what a search finds and nobody finds again is usually chance",
                "keep it under watch, and look again with another period’s patients",
            )
        if not self.subgroup == self.confirmation.candidate.subgroup == self.search.found.subgroup:
            raise Refusal(
                self.name,
                "it is defined otherwise than it was found and confirmed",
                "evidence about other patients does not carry over",
                "use the definition that was confirmed, or confirm this one",
            )
        for earlier, later in zip(self.periods, self.periods[1:], strict=False):
            assert earlier.period.last < later.period.first, "periods follow one another"

    def before(self, judged: Period) -> tuple[CategoryPeriod, ...]:
        """Return the periods that ended before the judged one began."""
        return tuple(each for each in self.periods if each.period.last < judged.first)

    def signed_on(self) -> date | None:
        """Return the day the second side signed; None where one has not."""
        days = [
            min((one.on for one in self.signatures if one.side is side), default=None)
            for side in Side
        ]
        signed = [day for day in days if day is not None]
        return max(signed) if len(signed) == len(Side) else None


@dataclass(frozen=True)
class OwnRate:
    """The rate expected of a category's patients.

    Attributes
    ----------
    rate, low, high
        Pooled, with its 95 % interval; fractions. The interval takes patients as independent.
    by_period
        Of each period with members, oldest first.
    members, periods
        Patients and periods it rests on.
    """

    rate: float
    low: float
    high: float
    by_period: tuple[float, ...]
    members: int
    periods: int


def own_rate(category: RiskCategory, judged: Period) -> OwnRate:
    """Return what is expected of the category's patients in a period, from those before it.

    Raises
    ------
    Refusal
        Where no earlier period has a member.
    """
    earlier = [each for each in category.before(judged) if each.members]
    members = sum(each.members for each in earlier)
    reached = sum(each.reached for each in earlier)
    if not members:
        raise Refusal(
            category.name,
            "no earlier period has a patient of it",
            "a rate of its own cannot come from the period it judges",
            "report the category until earlier periods exist",
        )
    low, high = wilson_limits(reached, members)
    by_period = tuple(each.reached / each.members for each in earlier)
    return OwnRate(reached / members, low, high, by_period, members, len(earlier))
