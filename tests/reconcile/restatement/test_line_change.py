"""Two statements of one year, matched line by line."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.reconcile.restatement.line_change import Kind, compare_lines
from fairterms.units.period import calendar_year
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.reconcile.restatement.made_up import first, line, second, statement


def kinds(before: object, after: object) -> list[tuple[str, str]]:
    assert isinstance(before, type(first()))
    assert isinstance(after, type(first()))
    return [(one.kind.value, one.line.id) for one in compare_lines(before, after)]


def test_a_statement_sent_twice_changes_nothing() -> None:
    again = replace(first(), file="second.csv", lines=tuple(reversed(first().lines)))
    assert compare_lines(first(), again) == ()


def test_a_line_is_new_gone_or_changed() -> None:
    after = second(
        line("interest", "$5.00"),
        line("cost", "$390,000.00"),
        line("member_months", "10,000 member-months"),
    )
    assert kinds(first(), after) == [("changed", "cost"), ("gone", "payable"), ("new", "interest")]


def test_another_label_or_place_alone_is_no_change() -> None:
    lines = tuple(replace(one, label="other words", place="row 9") for one in first().lines)
    assert compare_lines(first(), replace(first(), lines=lines)) == ()


def test_a_line_under_another_id_is_found_by_code_payment_and_part() -> None:
    before = statement(line("", "$5.00", name="a1", code="total", scope=("hmo",)))
    after = second(line("", "$6.00", name="b7", code="total", scope=("hmo",)))
    (found,) = compare_lines(before, after)
    assert found.kind is Kind.CHANGED
    assert found.older is not None
    assert found.newer is not None
    assert (found.older.id, found.newer.id) == ("a1", "b7")


@pytest.mark.parametrize(("code", "scope"), [("other", ("hmo",)), ("total", ("ppo",)), ("", ())])
def test_a_line_elsewhere_is_another_line(code: str, scope: tuple[str, ...]) -> None:
    before = statement(line("", "$5.00", name="a1", code="total", scope=("hmo",)))
    after = second(line("", "$5.00", name="b7", code=code, scope=scope))
    assert kinds(before, after) == [("gone", "a1"), ("new", "b7")]


def test_where_two_lines_have_one_place_none_is_taken_for_the_other() -> None:
    before = statement(line("", "$5.00", name="a1", code="total"))
    after = second(
        line("", "$5.00", name="b1", code="total"), line("", "$6.00", name="b2", code="total")
    )
    assert kinds(before, after) == [("gone", "a1"), ("new", "b1"), ("new", "b2")]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"value": parse("$390,000.00")}, "the number"),
        ({"value": parse("$38.00 PMPM")}, "the unit"),
        ({"scope": ("hmo",)}, "where it belongs"),
        ({"ours": "net_cost"}, "what it shows of the terms"),
        ({"value": parse("$1.00"), "scope": ("hmo",)}, "the number and where it belongs"),
    ],
)
def test_what_changed_is_said(changed: dict[str, object], what: str) -> None:
    lines = tuple(
        replace(one, **changed) if one.id == "cost" else one  # type: ignore[arg-type]
        for one in first().lines
    )
    (found,) = compare_lines(first(), replace(first(), lines=lines))
    assert found.what == what


def test_statements_of_two_years_are_refused() -> None:
    other = replace(first(), file="second.csv", period=calendar_year(2028))
    with pytest.raises(Refusal, match=r"first.csv is of 2027-01-01 .*, and second.csv is of 2028"):
        compare_lines(first(), other)


def test_statements_of_two_contracts_are_refused() -> None:
    with pytest.raises(Refusal, match="name different contracts"):
        compare_lines(replace(first(), contract="A"), replace(first(), contract="B"))


def test_statements_in_the_wrong_order_are_refused() -> None:
    before, after = (
        replace(first(), issued=date(2028, 6, 1)),
        replace(first(), file="second.csv", issued=date(2028, 5, 1)),
    )
    with pytest.raises(Refusal, match=r"is dated 2028-05-01, before first.csv of 2028-06-01"):
        compare_lines(before, after)
    assert compare_lines(after, before) == ()
