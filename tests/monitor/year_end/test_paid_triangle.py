"""A triangle holds what was told by the day, and refuses a gap."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from fairterms.monitor.year_end.paid_triangle import paid_triangle
from fairterms.units.refusal import Refusal
from tests.monitor.year_end.juniper_year import script, story

LAST = date(2027, 12, 1)


def test_the_latest_diagonal_is_the_last_known_month_of_payment() -> None:
    seen = story().as_of(date(2027, 7, 31))
    found = paid_triangle(seen, 18, LAST)
    assert found.origins[0] == date(2024, 1, 1)
    assert found.origins[-1] == date(2027, 6, 1)
    assert found.age(len(found.origins) - 1) == 0
    assert found.age(len(found.origins) - 3) == 2
    assert found.age(0) == 17
    assert np.isnan(found.paid[-1, 1])


def test_payments_add_up_to_what_was_told() -> None:
    seen = story().as_of(date(2027, 7, 31))
    found = paid_triangle(seen, 18, LAST)
    row = found.origins.index(date(2027, 4, 1))
    told = [seen.paid[date(2027, 4, 1), date(2027, month, 1)] for month in (4, 5, 6)]
    assert found.latest(row) == pytest.approx(float(sum(told)))


def test_a_month_without_a_row_is_refused_by_name() -> None:
    seen = story().as_of(date(2027, 7, 31))
    place = (date(2027, 2, 1), date(2027, 4, 1))
    cut = {key: value for key, value in seen.paid.items() if key != place}
    with pytest.raises(Refusal, match=r"what was paid in 2027-04 for care in 2027-02"):
        paid_triangle(replace(seen, paid=cut), 18, LAST)


def test_care_after_the_year_is_not_looked_at() -> None:
    found = paid_triangle(story().as_of(date(2028, 7, 31)), 18, LAST)
    assert found.origins[-1] == LAST
    whole = sum(found.latest(row) for row, month in enumerate(found.origins) if month.year == 2027)
    made = script().draw_year(script().SEED, script().STORY)
    assert whole == pytest.approx(made.final()["paid_claims"])


def test_nothing_paid_is_refused() -> None:
    seen = replace(story().as_of(date(2027, 7, 31)), paid={})
    with pytest.raises(Refusal, match="holds no payment known on 2027-07-31"):
        paid_triangle(seen, 18, LAST)
