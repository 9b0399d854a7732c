"""The way from our amount to the plan's adds up to the cent, whatever the reasons."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.publish.number_blocks import Chart
from fairterms.reconcile.bridge import Bridge, bridge_blocks, build
from fairterms.reconcile.comparison import compare
from fairterms.reconcile.explanation import explain
from fairterms.reconcile.fair_split import MOST_FAIR, split
from tests.reconcile.hypotheses.planted import YEAR, proposals, statement
from tests.settle.deals import figures, savings

TERMS = savings()


def bridge(key: str = "", rest: str = "0.00", cost: str = "$4,700,000.00") -> Bridge:
    """Bridge from ours, at a cost of $4,712,345.67, to a plan's statement."""
    year = figures(cost=cost)
    under = proposals("reduction", TERMS, year)[key] if key else None
    ours = figures("$4,712,345.67", "120,411 member-months")
    found = compare(TERMS, statement(TERMS, year, under, rest), YEAR, ours)
    return build(found, explain(found, most_together=1))


def test_figures_assumption_and_rest_add_up_to_the_difference() -> None:
    found = bridge("sequestration left out", rest="137.55")
    assert sum(part.amount for part in found.parts) == found.difference
    assert found.total("rest") == Decimal("137.55")
    assert found.total("assumption") == Decimal("2440.00")
    assert [part.sort for part in found.parts] == ["figure", "figure", "assumption", "rest"]


def test_what_figures_move_is_the_agreed_terms_on_theirs_less_on_ours() -> None:
    found = bridge("sequestration left out")
    # 49 % of what the cost and the benchmark of 411 member-months move.
    assert found.total("figure") == Decimal("-2247.89")
    assert {part.name for part in found.parts if part.sort == "figure"} == {
        "cost",
        "member_months",
    }


def test_without_differences_there_is_no_part_but_an_empty_rest() -> None:
    year = figures()
    same = compare(TERMS, statement(TERMS, year), YEAR, year)
    found = build(same, explain(same))
    assert [(part.sort, part.amount) for part in found.parts] == [("rest", Decimal(0))]
    (words,) = bridge_blocks(found)
    assert "nothing to explain" in str(words)


def test_the_waterfall_ends_at_the_plans_amount() -> None:
    found = bridge("sequestration left out", rest="137.55")
    (chart,) = bridge_blocks(found)
    assert isinstance(chart, Chart)
    assert chart.data.rows[0].cells[0] == "Ours, on our figures"
    assert chart.data.rows[-1].cells[1:] == ("$122,137.55",) * 2
    assert chart.data.rows[-2].cells[0] == "Not explained"


def test_two_causes_that_need_each_other_share_what_they_move() -> None:
    worths = {0: "0.00", 1: "1.00", 2: "2.00", 3: "5.00"}
    found = split(2, lambda masks: [Decimal(worths[mask]) for mask in masks])
    assert found == ((Decimal("2.00"), Decimal("3.00")), True)


@settings(max_examples=40)
@given(st.lists(st.integers(-10_000, 10_000), min_size=8, max_size=8))
def test_fair_parts_add_up_to_the_cent(cents: list[int]) -> None:
    amounts = [Decimal(one) / 100 for one in cents]
    found = split(3, lambda masks: [amounts[mask] for mask in masks])
    assert found is not None
    assert sum(found[0]) == amounts[7] - amounts[0]
    assert all(part == part.quantize(Decimal("0.01")) for part in found[0])


def test_many_causes_are_changed_one_after_the_other_and_that_is_told() -> None:
    many = MOST_FAIR + 1
    found = split(many, lambda masks: [Decimal(mask.bit_count() ** 2) for mask in masks])
    assert found == (tuple(Decimal(2 * at + 1) for at in range(many)), False)


def test_a_refusal_on_the_way_falls_back_to_one_after_the_other() -> None:
    worths = {0: Decimal(0), 1: Decimal(1), 3: Decimal(5)}
    assert split(2, lambda masks: [worths.get(mask) for mask in masks]) == (
        (Decimal(1), Decimal(4)),
        False,
    )
    assert (
        split(2, lambda masks: [worths.get(mask) if mask != 1 else None for mask in masks]) is None
    )


@pytest.mark.parametrize("key", ["", "sequestration left out", "sequestration doubled"])
@pytest.mark.parametrize("rest", ["0.00", "-0.01", "4000.00"])
def test_every_bridge_adds_up(key: str, rest: str) -> None:
    found = bridge(key, rest, cost="$4,712,345.67")
    assert found.ours + sum(part.amount for part in found.parts) == found.plan


def test_a_cent_left_over_goes_to_the_part_that_lost_most() -> None:
    # The first cause brings a cent to any other: its fair part is two thirds of it.
    def worths(masks: Sequence[int]) -> list[Decimal]:
        return [Decimal("0.01") if mask & 1 and mask > 1 else Decimal("0.00") for mask in masks]

    found = split(3, worths)
    assert found is not None
    assert found[0] == (Decimal("0.01"), Decimal(0), Decimal(0))


def test_what_whole_dollars_leave_over_is_part_of_the_bridge() -> None:
    whole = statement(TERMS, figures())
    lines = [
        replace(line, value=line.value.with_amount(round(line.value.amount, 0)))
        for line in whole.lines
    ]
    found = compare(TERMS, replace(whole, lines=tuple(lines)), YEAR, figures())
    bridged = build(found, explain(found, most_together=1))
    assert bridged.total("rest") == bridged.difference == Decimal("-0.20")
