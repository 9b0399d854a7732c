"""What must hold for a statement in whatever format it came."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.reconcile.statement.checks import NOTES, against, alone, is_note, not_there
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.period import Period, calendar_year
from fairterms.units.quantity import MONEY, Quantity, parse
from tests.reconcile.statement.alder import SOUND, TERMS, codes, statement, terms


def line(name: str, value: str, **more: str) -> StatementLine:
    return StatementLine(name, name, parse(value), **more)  # type: ignore[arg-type]


def of(*lines: StatementLine, period: Period | None = None) -> Statement:
    return Statement("f", lines, period or calendar_year(2027))


def ids(found: Statement) -> list[str]:
    return [one.id for one in found.lines]


def test_a_sound_statement_has_nothing_to_tell() -> None:
    found = against(alone(statement()), terms())
    assert found.problems == ()
    assert len(found.lines) == 4


def test_a_line_that_stands_twice_with_one_value_counts_once() -> None:
    found = alone(of(line("a", "$1"), line("b", "$2"), line("a", "$1", place="line 4")))
    assert (ids(found), codes(found)) == (["a", "b"], ["duplicate-line"])
    assert found.problems[0].line == 4


def test_a_line_that_stands_twice_with_two_values_counts_not_at_all() -> None:
    found = alone(of(line("a", "$1", place="line 2"), line("b", "$2"), line("a", "$3")))
    assert (ids(found), codes(found)) == (["b"], ["contradicting-lines"])
    assert "is $3.00 here, and $1.00 before (line 2)" in found.problems[0].what


def test_one_number_in_two_units_is_two_values() -> None:
    assert codes(alone(of(line("a", "5 %"), line("a", "0.05 factor")))) == ["contradicting-lines"]


@pytest.mark.parametrize("value", ["-12 members", "-1 member-months", "-3 patients"])
def test_there_cannot_be_fewer_than_none(value: str) -> None:
    found = alone(of(line("a", value), line("b", "$1")))
    assert (ids(found), codes(found)) == (["b"], ["negative-count"])


@pytest.mark.parametrize("value", ["-$12", "-2 %", "0 members", "-3 points"])
def test_money_shares_and_points_may_be_below_nought(value: str) -> None:
    assert codes(alone(of(line("a", value)))) == []


def test_days_that_cannot_follow_each_other_are_told() -> None:
    days = replace(statement(), paid_through=date(2028, 7, 1))
    assert codes(alone(days)) == ["crossed-days"]
    assert codes(alone(replace(statement(), paid_through=date(2026, 12, 31)))) == ["crossed-days"]
    assert codes(alone(replace(statement(), paid_through=date(2028, 6, 15)))) == []


def test_a_statement_of_another_contract_is_told() -> None:
    other = replace(statement(), contract="Birch and Example Plan")
    assert codes(against(other, terms())) == ["another-contract"]
    assert codes(against(other, terms(), ("BIRCH and example  plan",))) == []
    assert codes(against(replace(other, contract=""), terms())) == []
    same = "ALDER AND EXAMPLE PLAN - SHARED SAVINGS"
    assert codes(against(replace(other, contract=same), terms())) == []


def test_a_statement_of_a_year_outside_the_contract_is_told() -> None:
    assert codes(against(of(period=calendar_year(2026)), terms())) == ["outside-term"]
    assert codes(against(of(period=calendar_year(2028)), terms())) == []
    both = Period(date(2027, 1, 1), date(2028, 12, 31))
    assert codes(against(of(period=both), terms())) == ["outside-term"]


def test_part_of_a_year_is_of_that_year() -> None:
    half = Period(date(2027, 1, 1), date(2027, 6, 30))
    assert against(of(period=half), terms()).period == half


def test_a_statement_that_says_no_year_is_told_unless_there_is_only_one() -> None:
    none = replace(statement(), period=None)
    assert codes(against(none, terms())) == ["no-year"]
    one = replace(terms(), ends=date(2027, 12, 31))
    assert against(none, one).period == calendar_year(2027)
    assert codes(against(none, one)) == []


def test_a_year_is_cut_to_the_days_of_the_contract() -> None:
    late = replace(terms(), starts=date(2027, 4, 1))
    assert against(statement(), late).period == Period(date(2027, 4, 1), date(2027, 12, 31))
    across = replace(terms(), starts=date(2027, 7, 1), ends=date(2028, 6, 30))
    assert codes(against(statement(), across)) == ["outside-term"]


@pytest.mark.parametrize(
    "ours", ["cost", "saved.saved", "reduction", "payable", "target", "dollars"]
)
def test_a_line_may_name_a_figure_a_step_or_a_clause(ours: str) -> None:
    found = against(of(line("1", "$5", ours=ours)), terms())
    assert (codes(found), found.lines[0].ours) == ([], ours)


def test_a_name_that_the_terms_do_not_have_is_taken_off_and_told() -> None:
    found = against(of(line("1", "$5", ours="costs")), terms())
    assert (codes(found), found.lines[0].ours) == (["not-in-terms"], "")
    assert found.problems[0].fix == 'did you mean "cost"?'
    found = against(of(line("1", "$5", ours="xyzzy")), terms())
    assert "[[line]]" in found.problems[0].fix


def test_a_name_of_two_steps_is_not_guessed() -> None:
    found = against(of(line("1", "$5", ours="share")), terms())
    assert (codes(found), found.lines[0].ours) == (["not-in-terms"], "")
    assert found.problems[0].what == '"share" may be saved.share or reduction.share'


def test_a_line_in_another_unit_than_the_terms_is_left_out() -> None:
    found = against(of(line("1", "$5 PMPM", ours="cost"), line("2", "$5", ours="payable")), terms())
    assert (ids(found), codes(found)) == (["2"], ["wrong-unit"])
    found = against(of(line("1", "5 members", ours="member_months")), terms())
    assert codes(found) == ["wrong-unit"]


def test_two_lines_that_show_the_same_count_once_when_they_agree() -> None:
    found = against(
        of(line("1", "$5", ours="reduction"), line("2", "$5", ours="reduction.share")), terms()
    )
    assert codes(found) == ["shown-twice"]
    assert [one.ours for one in found.lines] == ["reduction", ""]
    shown = found.showing("reduction")
    assert shown is not None
    assert shown.id == "1"


def test_two_lines_that_show_the_same_and_differ_are_not_compared() -> None:
    found = against(of(line("1", "$5", ours="cost"), line("2", "$6", ours="cost")), terms())
    assert codes(found) == ["shown-unlike"]
    assert [one.ours for one in found.lines] == ["", ""]


def test_parts_may_show_the_same_as_the_whole() -> None:
    part = StatementLine("1 [HMO]", "", Quantity(Decimal(3), MONEY), scope=("HMO",), ours="cost")
    assert codes(against(of(line("1", "$5", ours="cost"), part), terms())) == []


def test_lines_that_only_the_map_has_are_told_together() -> None:
    found = not_there(of(line("1", "$5"), line("x", "$5", code="2")), ["1", "2", "3", "4"])
    assert codes(found) == ["lines-not-there"]
    assert '"3", "4"' in found.problems[0].what
    assert codes(not_there(of(line("1", "$5")), ["1"])) == []
    assert codes(not_there(of(), ["1"])) == []


def test_a_place_inside_a_file_is_told_with_what_is_wrong() -> None:
    found = alone(of(line("a", "-1 members", place="group[3]")))
    assert found.problems[0].line == 0
    assert found.problems[0].what.startswith("group[3]: ")


def test_notes_are_told_from_what_must_be_mended() -> None:
    note = not_there(of(line("1", "$5")), ["3"]).problems[0]
    fault = alone(of(line("a", "-1 members"))).problems[0]
    assert (is_note(note), is_note(fault)) == (True, False)
    assert note.code in NOTES


def test_a_statement_of_the_year_before_with_the_right_numbers_is_still_told() -> None:
    found = against(alone(statement(SOUND.replace("Year,2027", "Year,2026"))), terms())
    assert codes(found) == ["outside-term"]


CHANGING = TERMS.replace(
    'steps = [{ name = "dollars", value = "= $41.20 PMPM * member_months" }]',
    """steps = [
  { value = [{ name = "early", value = "= $41.20 PMPM * member_months" }], from = 2027-01-01 },
  { value = [{ name = "late", value = "= 5 % * member_months" }], from = 2028-01-01 },
]""",
)


def test_names_and_units_are_those_of_the_year() -> None:
    changing = read_text(CHANGING).contract
    assert changing is not None
    early, late = line("1", "$5", ours="target.early"), line("2", "$5", ours="target.late")
    assert codes(against(of(early, period=calendar_year(2027)), changing)) == []
    assert codes(against(of(late, period=calendar_year(2027)), changing)) == ["not-in-terms"]
    assert codes(against(of(early, period=calendar_year(2028)), changing)) == ["not-in-terms"]
    assert codes(against(of(late, period=calendar_year(2028)), changing)) == ["wrong-unit"]


def test_checking_twice_finds_nothing_more() -> None:
    once = against(alone(of(line("a", "$1"), line("a", "$1"), line("b", "$1", ours="q"))), terms())
    assert against(alone(once), terms()) == once


def test_the_terms_are_the_ones_that_the_tests_think(  # a guard: an empty contract agrees with all
) -> None:
    contract: Contract = terms()
    assert [clause.id for clause in contract.clauses] == ["target", "saved", "reduction"]
