"""The statement beside the terms settled on the plan's figures and on ours."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.contract.figure_set import FigureSet
from fairterms.reconcile.comparison import compare
from fairterms.reconcile.statement.statement import Statement, StatementLine
from fairterms.units.quantity import parse
from fairterms.units.refusal import Refusal
from tests.reconcile.hypotheses.planted import YEAR, compared, statement
from tests.settle.deals import figures, savings

TERMS = savings()


def without(printed: Statement, *ids: str) -> Statement:
    return replace(printed, lines=tuple(line for line in printed.lines if line.id not in ids))


def with_value(printed: Statement, name: str, value: str) -> Statement:
    lines = [replace(one, value=parse(value)) if one.id == name else one for one in printed.lines]
    return replace(printed, lines=tuple(lines))


def test_a_statement_of_the_agreed_terms_agrees_in_every_line() -> None:
    found = compared(TERMS, figures())
    assert [line.differs for line in found.lines] == [False] * 5
    assert found.first_difference is None


def test_the_first_difference_is_the_first_in_the_order_of_arithmetic() -> None:
    printed = with_value(statement(TERMS, figures()), "total", "$40,000.00")
    printed = with_value(printed, "savings", "$49,000.00")
    backwards = replace(printed, lines=printed.lines[::-1])
    found = compare(TERMS, backwards, YEAR, figures())
    assert found.first_difference is not None
    assert found.first_difference.line.id == "savings"
    assert found.first_difference.difference == Decimal("-440.00")


def test_each_side_is_settled_on_its_own_figures() -> None:
    printed = statement(TERMS, figures(cost="$4,800,000.00"))
    found = compare(TERMS, printed, YEAR, figures())
    total = found.amount
    assert (total.plan, total.on_plans, total.on_ours) == (
        Decimal("70560.00"),
        Decimal("70560.00"),
        Decimal("48451.20"),
    )
    assert found.differing_figures == ("cost",)


def test_a_figure_the_statement_does_not_print_is_ours_and_is_named() -> None:
    found = compare(TERMS, without(statement(TERMS, figures()), "cost"), YEAR, figures())
    assert found.borrowed == ("cost",)
    assert not found.amount.differs


def test_a_figure_we_do_not_have_is_the_plans_and_is_named() -> None:
    ours = FigureSet("ours", {"cost": parse("$4,845,120.00")})
    found = compare(TERMS, statement(TERMS, figures()), YEAR, ours)
    assert found.lent == ("member_months",)


def test_a_figure_that_neither_gives_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as refused:
        compare(TERMS, without(statement(TERMS, figures()), "cost"), YEAR)
    assert refused.value.sentences == (
        "cost: given neither by the statement nor by our own figures. The clause savings reads "
        "cost, and no number that moves money is assumed. Ask the plan for it, or give it with our "
        'figures, like cost = "$1,000.00".'
    )


def test_without_figures_of_our_own_only_the_plans_side_is_settled() -> None:
    found = compare(TERMS, statement(TERMS, figures()), YEAR)
    assert found.amount.on_ours is None
    assert found.borrowed == found.lent == found.differing_figures == ()


def test_a_statement_without_an_amount_of_the_terms_is_refused() -> None:
    printed = without(statement(TERMS, figures()), "savings", "sequestration", "total")
    with pytest.raises(Refusal, match="shows no amount"):
        compare(TERMS, printed, YEAR)


def test_without_a_line_of_the_payable_amount_the_last_step_stands_for_it() -> None:
    found = compare(TERMS, without(statement(TERMS, figures()), "total"), YEAR)
    assert found.amount.line.id == "sequestration"


def test_a_line_in_another_unit_or_of_an_unknown_name_is_left_out_with_the_reason() -> None:
    printed = statement(TERMS, figures())
    odd = StatementLine("odd", "Bonus", parse("$1.00"), ours="bonus")
    rate = StatementLine("rate", "Share", parse("2 %"), ours="savings.share")
    found = compare(TERMS, replace(printed, lines=(*printed.lines, odd, rate)), YEAR)
    assert [why for _, why in found.left_out] == [
        "the terms have no figure and no step called bonus",
        "it is in per cent, and savings.share is worked out in dollars",
    ]


def test_two_lines_that_show_the_same_are_left_out() -> None:
    printed = statement(TERMS, figures())
    again = replace(printed.line("savings"), id="savings-2")
    found = compare(TERMS, replace(printed, lines=(*printed.lines, again)), YEAR)
    assert [line.id for line, _ in found.left_out] == ["savings", "savings-2"]


def test_a_line_of_a_part_of_the_panel_is_not_compared() -> None:
    printed = statement(TERMS, figures())
    part = StatementLine("north", "North", parse("$9.00"), scope=("north",), ours="savings")
    found = compare(TERMS, replace(printed, lines=(*printed.lines, part)), YEAR)
    assert not found.first_difference


@pytest.mark.parametrize(("printed", "differs"), [("$48,451.20", False), ("$48,451.21", True)])
def test_a_cent_apart_differs(printed: str, differs: bool) -> None:
    changed = with_value(statement(TERMS, figures()), "total", printed)
    assert compare(TERMS, changed, YEAR).amount.differs is differs


def test_a_statement_in_whole_dollars_agrees_within_half_a_dollar() -> None:
    printed = statement(TERMS, figures())
    for name, value in (("savings", "$49,440"), ("sequestration", "$48,451"), ("total", "$48,451")):
        printed = with_value(printed, name, value)
    printed = with_value(printed, "cost", "$4,845,120")
    assert not compare(TERMS, printed, YEAR).amount.differs
