"""What a change adds, less what it takes away; and who agreed."""

from datetime import date
from decimal import Decimal

import pytest

from fairterms.monitor.amendments.change import Burden, TermChange
from fairterms.units.quantity import parse
from tests.monitor.amendments.made_up import change


def test_what_is_taken_away_is_taken_off() -> None:
    one = change(
        adds=Burden(("a",), Decimal(48), Decimal(10)),
        removes=Burden(("b",), Decimal(120), Decimal(0)),
    )
    assert one.hours == -72
    assert one.dollars == 10


def test_a_change_that_says_nothing_of_its_size_is_of_unknown_size() -> None:
    assert (change().hours, change().dollars) == (None, None)


def test_a_change_that_names_its_hours_takes_nothing_away_unless_it_says_so() -> None:
    assert change(adds=Burden((), Decimal(5), None)).hours == 5
    unknown = Burden(("b",), None, None)
    assert change(adds=Burden((), Decimal(5), None), removes=unknown).hours is None


@pytest.mark.parametrize(
    ("by", "is_one_sided"), [("plan", True), ("nobody", True), ("managing director", False)]
)
def test_only_a_role_of_the_group_makes_it_agreed(by: str, is_one_sided: bool) -> None:
    assert change(agreed_by=by).is_one_sided is is_one_sided


def test_notice_is_counted_in_calendar_days_and_below_zero_backwards() -> None:
    assert change().notice_days == 60
    assert change(effective=date(2027, 2, 27)).notice_days == -2


def test_a_changed_term_is_named_by_its_clause() -> None:
    assert TermChange("gate", "minimum", parse("60 %"), parse("65 %")).name == "gate.minimum"
