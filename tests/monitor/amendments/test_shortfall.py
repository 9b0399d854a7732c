"""Where a change falls short of the notice rules."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from fairterms.monitor.amendments.change import Benefit, Change, Kind, Way
from fairterms.monitor.amendments.notice_rule import NoticeRule
from fairterms.monitor.amendments.shortfall import Judged, Lack, judge
from fairterms.units.quantity import parse
from tests.monitor.amendments.made_up import change, rule

FIRST = date(2027, 4, 30)


def one(told: Change, *rules: NoticeRule) -> Judged:
    return judge([told], rules)


@pytest.mark.parametrize(("days", "short"), [(45, 0), (44, 1), (31, 14), (0, 45), (-3, 45)])
def test_notice_of_exactly_the_days_asked_for_is_enough_and_a_day_less_is_not(
    days: int, short: int
) -> None:
    told = change(received=FIRST - timedelta(days=days), effective=FIRST)
    found = one(told, rule(notice=parse("45 days"))).shortfalls
    assert [each.days_short for each in found] == ([short] if short else [])
    assert all(each.lack is Lack.TOO_SHORT for each in found)


def test_the_words_say_how_many_days_there_were_and_how_many_lack() -> None:
    told = change(received=FIRST - timedelta(days=44), effective=FIRST)
    (found,) = one(told, rule(notice=parse("45 days"))).shortfalls
    assert found.words == "Told 44 days ahead; the rule asks for 45 days: 1 day short."


def test_business_days_are_counted_by_the_calendar_that_is_given() -> None:
    asked = rule(notice=parse("20 business days"))
    told = change(received=date(2027, 3, 1), effective=date(2027, 3, 26))
    short = judge([told], [asked], business=lambda _first, _last: 19)
    assert [each.days_short for each in short.shortfalls] == [1]
    assert judge([told], [asked], business=lambda _first, _last: 20).shortfalls == ()


def test_business_days_without_a_calendar_are_not_judged_and_that_is_said() -> None:
    found = one(change(), rule(notice=parse("90 business days")))
    assert found.shortfalls == ()
    assert found.not_judged == (
        (
            "columns: Section 10.3 asks for 90 business days, and no calendar of business days "
            "was given."
        ),
    )


@pytest.mark.parametrize(
    ("given", "short", "words"),
    [
        (None, 15, "The notice gave no time to object; the rule gives 15 days."),
        (10, 5, "The notice gave 10 days to object; the rule gives 15 days."),
        (15, 0, ""),
    ],
)
def test_a_shorter_time_to_object_is_told(given: int | None, short: int, words: str) -> None:
    found = one(change(objection_days=given), rule(objection_days=15)).shortfalls
    assert [(each.days_short, each.words) for each in found] == ([(short, words)] if short else [])


def test_a_change_told_after_its_first_day_applies_backwards() -> None:
    late = change(received=FIRST + timedelta(days=1), effective=FIRST)
    (found,) = one(late, rule(no_backdating=True)).shortfalls
    assert found.lack is Lack.BACKDATED
    same_day = change(received=FIRST, effective=FIRST)
    assert one(same_day, rule(no_backdating=True)).shortfalls == ()
    assert one(late, rule()).shortfalls == ()


@pytest.mark.parametrize(("by", "lacks"), [("plan", 1), ("nobody", 1), ("managing member", 0)])
def test_a_rule_that_needs_both_is_met_by_a_role_of_the_group(by: str, lacks: int) -> None:
    assert len(one(change(agreed_by=by), rule(needs_both=True)).shortfalls) == lacks


def test_another_way_of_telling_is_named() -> None:
    asked = rule(ways=(Way.LETTER, Way.EMAIL))
    (found,) = one(change(how=Way.POSTING), asked).shortfalls
    assert found.words == "It was told by website posting; the rule names: letter, email."
    (found,) = one(change(how=Way.NONE), asked).shortfalls
    assert found.words == "It was not told; the rule names: letter, email."
    assert one(change(how=Way.EMAIL), asked).shortfalls == ()


def test_a_rule_on_other_kinds_or_other_changes_says_nothing() -> None:
    asked: dict[str, Any] = {"notice": parse("90 days")}
    assert one(change(), rule(kinds=(Kind.AMENDMENT,), **asked)).shortfalls == ()
    assert one(change(), rule(only=("forms",), **asked)).shortfalls == ()
    assert len(one(change(), rule(only=("columns",), **asked)).shortfalls) == 1


@pytest.mark.parametrize(
    ("expected", "lacks"), [("0.0125", 0), ("0.0126", 1), ("-0.0126", 1), ("0.01", 0), (None, 1)]
)
def test_a_rule_on_large_changes_is_about_those_above_its_size_and_those_of_unknown_size(
    expected: str | None, lacks: int
) -> None:
    size = None if expected is None else Decimal(expected)
    told = change(kind=Kind.BENEFIT_CHANGE, benefit=Benefit(size, None))
    asked = rule(kinds=(Kind.BENEFIT_CHANGE,), above=parse("1.25 %"), notice=parse("90 days"))
    found = one(told, asked)
    assert len(found.shortfalls) == lacks
    assert len(found.not_judged) == (expected is None)


def test_a_change_that_no_rule_is_about_is_listed() -> None:
    amendment = change(id="first", kind=Kind.AMENDMENT)
    found = judge([change(), amendment], [rule(notice=parse("90 days"))])
    assert found.uncovered == (amendment,)
    assert found.of(amendment) == ()
    assert [each.change.id for each in found.of(change())] == ["columns"]
