"""What a plan's lines and files mean."""

from datetime import date
from decimal import Decimal

from fairterms.reconcile.statement.line_map import FileFacts, LineMap, PlanLine, named
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.period import calendar_year
from fairterms.units.quantity import MONEY, Quantity


def test_a_line_is_found_whatever_the_case_of_its_letters() -> None:
    line_map = LineMap(lines=(PlanLine("15a", "gain_cap"),))
    assert line_map.line(" 15A ") == line_map.lines[0]
    assert line_map.line("15") is None


def test_a_file_named_itself_comes_before_a_pattern() -> None:
    every, one = FileFacts("2028-*.csv", {"plan": "A"}), FileFacts("2028-final.csv", {"plan": "B"})
    line_map = LineMap(files=(every, one))
    assert line_map.facts("2028-final.csv") is one
    assert line_map.facts("2028-interim.csv") is every
    assert line_map.facts("2027.csv") == FileFacts("2027.csv")


def test_lines_of_another_format_get_our_names_and_signs() -> None:
    lines = (
        StatementLine("L6", "Interest", Quantity(Decimal("-5"), MONEY)),
        StatementLine("g1 [HMO]", "Part", Quantity(Decimal(2), MONEY), code="g1", scope=("HMO",)),
        StatementLine("other", "Other", Quantity(Decimal(3), MONEY), ours="already"),
    )
    line_map = LineMap(
        lines=(PlanLine("L6", "late_interest", -1), PlanLine("g1", "cost"), PlanLine("other")),
        files=(
            FileFacts("f.x12", {"contract": "C"}, calendar_year(2027), issued=date(2028, 1, 2)),
        ),
    )
    found = named(Statement("f.x12", lines, group="G"), line_map)
    assert [line.ours for line in found.lines] == ["late_interest", "cost", "already"]
    assert [line.value.amount for line in found.lines] == [5, 2, 3]
    assert (found.contract, found.group) == ("C", "G")
    assert (found.period, found.issued) == (calendar_year(2027), date(2028, 1, 2))


def test_what_a_statement_says_itself_stays() -> None:
    line_map = LineMap(files=(FileFacts("f", {"contract": "C"}, calendar_year(2027)),))
    found = named(Statement("f", (), calendar_year(2026), contract="D"), line_map)
    assert (found.contract, found.period) == ("D", calendar_year(2026))
