"""What a restated statement moves."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.reconcile.restatement.restatement import Restatement, restate
from fairterms.reconcile.statement.statement import Statement
from fairterms.units.period import calendar_year
from fairterms.units.refusal import Refusal
from tests.reconcile.restatement.made_up import (
    YEAR,
    contract,
    dollars,
    figures,
    first,
    line,
    second,
    statement,
)

MONTHS, COST, PAID = "member_months", "cost", "payable"
KEPT = (line(MONTHS, "10,000 member-months"), line(COST, "$380,000.00"))


def found(after: Statement, before: Statement | None = None) -> Restatement:
    return restate(before or first(), after, contract(), YEAR, figures())


def alone(one: Restatement) -> list[tuple[str, Decimal | None]]:
    return [(each.figure, each.alone.dollars if each.alone else None) for each in one.figures]


def test_each_changed_figure_is_put_alone_into_the_terms_and_the_largest_comes_first() -> None:
    after = second(
        line(MONTHS, "10,100 member-months"), line(COST, "$390,000.00"), line(PAID, "$27,200.00")
    )
    one = found(after)
    assert alone(one) == [(COST, Decimal(-5_000)), (MONTHS, Decimal(2_200))]
    assert one.together is not None
    assert [one.together.dollars, one.only_together] == dollars(-2_800, 0)
    assert one.unexplained == ()


def test_a_gain_larger_than_a_loss_comes_before_it() -> None:
    after = second(line(MONTHS, "9,900 member-months"), line(COST, "$370,000.00"))
    assert alone(found(after)) == [(COST, Decimal(5_000)), (MONTHS, Decimal(-2_200))]


def test_what_figures_move_only_together_is_the_rest() -> None:
    # Alone, the cost falls below the minimum of 2 %; with more member months it does not.
    after = second(
        line(MONTHS, "10,100 member-months"), line(COST, "$393,000.00"), line(PAID, "$25,700.00")
    )
    one = found(after)
    assert alone(one) == [(COST, Decimal(-10_000)), (MONTHS, Decimal(2_200))]
    assert one.only_together == 3_500
    assert one.unexplained == ()


def test_a_result_that_changed_without_a_figure_is_told_apart() -> None:
    one = found(second(*KEPT, line(PAID, "$29,000.00")))
    assert (one.figures, one.others) == ((), ())
    (step,) = one.unexplained
    assert [step.stated, step.expected, step.unexplained] == dollars(-1_000, 0, -1_000)
    assert one.payable == step


def test_a_result_that_moved_more_than_its_figures_shows_the_part_not_explained() -> None:
    after = second(KEPT[0], line(COST, "$390,000.00"), line(PAID, "$24,000.00"))
    (step,) = found(after).unexplained
    assert [step.stated, step.expected, step.unexplained] == dollars(-6_000, -5_000, -1_000)


def test_a_result_that_stayed_although_its_figures_moved_is_no_change_of_a_line() -> None:
    one = found(second(KEPT[0], line(COST, "$390,000.00"), line(PAID, "$30,000.00")))
    assert (one.steps, one.payable) == ((), None)
    assert one.together is not None
    assert one.together.dollars == -5_000


@pytest.mark.parametrize(("cents", "follows"), [("27,200.01", True), ("27,200.02", False)])
def test_a_cent_of_rounding_is_no_difference(cents: str, follows: bool) -> None:
    after = second(
        line(MONTHS, "10,100 member-months"), line(COST, "$390,000.00"), line(PAID, f"${cents}")
    )
    assert [step.follows for step in found(after).steps] == [follows]


def test_a_part_of_the_panel_and_a_line_nobody_reads_are_apart() -> None:
    part = line(MONTHS, "4,000 member-months", name="hmo", scope=("hmo",))
    after = second(*KEPT, line(PAID, "$30,000.00"), line("", "4 stars", name="stars"), part)
    one = found(after, first(replace(part, value=KEPT[0].value)))
    assert [change.line.id for change in one.others] == ["hmo", "stars"]
    assert (one.figures, one.steps) == ((), ())


def test_where_two_lines_show_one_figure_it_cannot_be_told_which_counts() -> None:
    twin = line(COST, "$381,000.00", name="cost again")
    after = second(KEPT[0], line(COST, "$382,000.00"), replace(twin), line(PAID, "$30,000.00"))
    one = found(after, first(twin))
    assert one.figures == ()
    assert [change.line.id for change in one.others] == ["cost"]


def test_a_figure_no_longer_given_is_not_priced() -> None:
    one = found(second(KEPT[0], line(PAID, "$30,000.00")))
    (gone,) = one.figures
    assert (gone.figure, gone.alone) == (COST, None)
    assert "no longer gives it" in gone.why_not
    assert one.only_together is None


def test_a_figure_given_for_the_first_time_is_compared_with_our_own() -> None:
    before = statement(KEPT[0], line(PAID, "$30,000.00"))
    one = found(second(*KEPT[:1], line(COST, "$390,000.00"), line(PAID, "$25,000.00")), before)
    assert alone(one) == [(COST, Decimal(-5_000))]


def test_a_figure_in_another_unit_is_named_and_not_priced() -> None:
    one = found(second(KEPT[0], line(COST, "$38.00 PMPM"), line(PAID, "$30,000.00")))
    (wrong,) = one.figures
    assert wrong.alone is None
    assert wrong.why_not
    assert one.together is None


def test_the_older_statement_is_the_base_and_not_our_own_figures() -> None:
    ours = figures(member_months="9,000 member-months")
    after = second(KEPT[0], line(COST, "$390,000.00"), line(PAID, "$25,000.00"))
    one = restate(first(), after, contract(), YEAR, ours)
    assert one.together is not None
    assert [one.together.before, one.together.after] == dollars(30_000, 25_000)


def test_a_statement_of_another_year_is_refused() -> None:
    with pytest.raises(Refusal, match="is of 2028"):
        restate(
            replace(first(), period=None),
            replace(second(*KEPT), period=calendar_year(2028)),
            contract(),
            YEAR,
            figures(),
        )


def test_the_same_statement_again_changes_nothing() -> None:
    one = found(replace(first(), file="second.csv"))
    assert not one.is_changed
    assert one.together is not None
    assert one.together.dollars == 0
