"""Standing: whether a category counts in a period, is only reported, or is not yet agreed.

Whatever is doubtful makes it a report again: no penalty and no bonus, until the doubt is settled.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.outcomes.exceptions.risk_category import (
    PERIODS_NEEDED,
    CategoryPeriod,
    RiskCategory,
    Step,
)
from fairterms.units.period import Period

UNLIKELY = 0.05
"""A growth that chance gives less often than this is a drift."""


class Standing(StrEnum):
    """What a category does in a period."""

    PROPOSED = "not agreed: its patients count as all others"
    SHADOW = "reported only: no penalty and no bonus for its patients"
    IN_FORCE = "its patients are measured against their own expected rate"


@dataclass(frozen=True)
class Drift:
    """How the category's share has moved.

    Attributes
    ----------
    earlier_share, share
        Before, pooled, and now; fractions.
    p_value
        How often chance makes the share grow so much.
    is_flagged
        Whether it grew more than agreed and more than chance.
    """

    earlier_share: float
    share: float
    p_value: float
    is_flagged: bool

    @property
    def growth(self) -> float:
        """By what fraction of the earlier share it grew; infinite from nothing."""
        if self.earlier_share == 0:
            return np.inf if self.share else 0.0
        return self.share / self.earlier_share - 1


@dataclass(frozen=True)
class StandingReport:
    """What a category does in a period, and why.

    Attributes
    ----------
    standing
        What it does.
    reasons
        Why it is not in force, in words; none where it is.
    open_steps
        Steps of the eight that are not done.
    drift
        How its share moved up to the last period before; None with fewer than two.
    """

    standing: Standing
    reasons: tuple[str, ...]
    open_steps: tuple[Step, ...]
    drift: Drift | None


def report(category: RiskCategory, judged: Period) -> StandingReport:
    """Say what a category does in the judged period.

    Parameters
    ----------
    category
        With its periods, reviews and signatures.
    judged
        The period to be settled; only what was there before it began counts.

    Notes
    -----
    Signed by both sides before the period, three earlier periods or more, no review overdue on its
    first day, no drift flagged: in force. Signed but one of these missing: shadow. Else proposed.
    """
    signed = category.signed_on()
    drift = watch_drift(category, judged)
    is_signed = signed is not None and signed < judged.first
    reasons, missing = [], []
    if not is_signed:
        reasons.append("Both sides have not signed it before the period began.")
        missing.append(Step.SIGNATURES)
    count = len(category.before(judged))
    if count < PERIODS_NEEDED:
        reasons.append(f"It has {count} of the {PERIODS_NEEDED} periods its own rate needs.")
        missing.append(Step.OWN_RATE)
    watched = [*_review(category, judged), *_drifted(drift)]
    if watched:
        missing.append(Step.WATCH)
    if category.exceptions.coded < category.exceptions.exceptions:
        missing.append(Step.REASONS)
    reasons += watched
    standing = Standing.PROPOSED if not is_signed else Standing.SHADOW
    standing = Standing.IN_FORCE if not reasons else standing
    order = list(Step)
    return StandingReport(standing, tuple(reasons), tuple(sorted(missing, key=order.index)), drift)


def _review(category: RiskCategory, judged: Period) -> list[str]:
    """Return why a review is due on the first day of the period, if it is."""
    signed = category.signed_on()
    days = [day for day in (*category.reviews, signed) if day is not None and day <= judged.first]
    if days and (judged.first - max(days)).days > category.limits.review_days:
        return [f"Its last review was on {max(days)}; another was due."]
    return []


def _drifted(drift: Drift | None) -> list[str]:
    """Return what is flagged about the share, if anything."""
    if drift is None or not drift.is_flagged:
        return []
    moved = f"from {drift.earlier_share:.1%} to {drift.share:.1%}"
    return [f"Its share grew {moved}, more than agreed: look at how its facts are coded."]


def watch_drift(category: RiskCategory, judged: Period) -> Drift | None:
    """Compare the share in the last period before the judged one with the periods before that.

    Notes
    -----
    z = (s − s₀)/√(s̄(1 − s̄)(1/n + 1/n₀)), one-sided: only growth is looked for.
    """
    periods = category.before(judged)
    if len(periods) < 2:
        return None
    now, earlier = periods[-1], periods[:-1]
    return compare_shares(now, earlier, category.limits.most_growth)


def compare_shares(
    now: CategoryPeriod, earlier: tuple[CategoryPeriod, ...], most_growth: float
) -> Drift:
    """Compare the share of one period with earlier ones, pooled.

    Examples
    --------
    >>> from fairterms.units.period import calendar_year
    >>> before = CategoryPeriod(calendar_year(2024), 1000, 100, 50)
    >>> now = CategoryPeriod(calendar_year(2025), 1000, 180, 90)
    >>> drift = compare_shares(now, (before,), most_growth=0.25)
    >>> round(drift.growth, 2), drift.is_flagged
    (0.8, True)
    """
    patients = sum(each.patients for each in earlier)
    members = sum(each.members for each in earlier)
    before = members / patients if patients else 0.0
    pooled = (members + now.members) / max(1, patients + now.patients)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / max(1, now.patients) + 1 / max(1, patients)))
    p_value = float(normal_probability(-(now.share - before) / spread)) if spread else 1.0
    is_flagged = now.share > before * (1 + most_growth) and p_value < UNLIKELY
    return Drift(before, now.share, p_value, bool(is_flagged))
