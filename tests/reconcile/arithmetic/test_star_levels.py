"""Which stars a rate earns."""

from decimal import Decimal

import pytest

from fairterms.reconcile.arithmetic.star_levels import earned, falls, rises
from fairterms.reconcile.statement.vbpr_quality import QualityReport, Threshold


def report(*levels: tuple[str, str]) -> QualityReport:
    return QualityReport(
        "q", "m", thresholds=tuple(Threshold(kind, Decimal(rate)) for kind, rate in levels)
    )


FOUR_AND_FIVE = report(("star-4", "0.8"), ("star-5", "0.9"))


@pytest.mark.parametrize(
    ("rate", "least", "most"), [("0.79", 0, 3), ("0.8", 4, 4), ("0.9", 5, 5), ("1", 5, 5)]
)
def test_levels_left_out_leave_a_range(rate: str, least: int, most: int) -> None:
    found = earned(FOUR_AND_FIVE, Decimal(rate))
    assert found is not None
    assert (found.least, found.most) == (least, most)


def test_a_rate_beyond_the_last_stated_star_may_have_more() -> None:
    found = earned(report(("star-3", "0.5")), Decimal("0.6"))
    assert found is not None
    assert (found.least, found.most) == (3, 5)


def test_falling_thresholds_are_reached_from_above() -> None:
    readmissions = report(("hedis-50", "0.07"), ("hedis-75", "0.05"), ("hedis-90", "0.03"))
    assert falls(readmissions)
    found = earned(readmissions, Decimal("0.05"))
    assert found is not None
    assert found.least == 2


def test_thresholds_in_no_order_or_none_tell_nothing() -> None:
    mixed = report(("star-2", "0.4"), ("star-3", "0.6"), ("star-4", "0.5"))
    assert not rises(mixed)
    assert earned(mixed, Decimal("0.55")) is None
    assert earned(report(), Decimal("0.5")) is None
