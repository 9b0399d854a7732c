"""An improvement ends with a measured effect, never with the work done."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.audit.engagement.reader import read_text
from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.units.quantity import FRACTION, Quantity, count
from tests.audit.engagement.made_up import EFFECT, WHOLE, changed, codes


def test_an_effect_that_was_not_measured_closes_nothing() -> None:
    found = changed('value = "99 %"\n', "")
    (problem,) = found.problems
    assert problem.what == '"in_order" cannot be closed: nothing was measured'
    assert not found.book.is_closed("in_order")


def test_without_an_effect_it_stays_open() -> None:
    book = read_text(WHOLE.replace(EFFECT, "")).book
    assert not book.is_closed("in_order")
    assert not changed("closes = true\n", "").book.is_closed("in_order")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('value = "99 %"', 'value = "99 files"', "wrong-unit"),
        ('initiative = "in_order"', 'initiative = "out"', "unknown-initiative"),
        ('source = "report of December"\n', "", "missing"),
        ('sort = "analytics"', 'sort = "hope"', "no-such-choice"),
        ('finding = "order"\nsort', 'finding = "none"\nsort', "unknown-finding"),
        ('owner = "data lead"\n', "", "missing"),
    ],
)
def test_what_it_lacks_is_named(old: str, new: str, code: str) -> None:
    assert code in codes(changed(old, new))


def test_an_effect_on_few_people_keeps_its_number() -> None:
    share = Quantity(Decimal("0.95"), FRACTION)
    effect = MeasuredResult("in_order", date(2028, 12, 12), share, 100, "list")
    assert effect.is_hidden  # 5 of 100 did not reach it
    assert not replace(effect, people=1_000).is_hidden
    assert not replace(effect, people=None).is_hidden
    days = replace(effect, value=Quantity(Decimal(9), count("day")))
    assert not days.is_hidden
    assert replace(days, people=10).is_hidden
