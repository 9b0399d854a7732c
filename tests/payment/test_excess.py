"""Amounts above a threshold: from each cost, or as one total."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment import excess
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import settle

EACH = """
[[clause]]
id = "t"
model = "truncation"
ceiling = "$100.00"
excess_from = "each cost"
"""
TOTAL = EACH.replace("each cost", "one total")


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
def test_each_cost_counts_with_what_lies_above_the_threshold(kind: NumberKind) -> None:
    worksheet = settle(EACH, {"member_cost": ["$99.00", "$100.00", "$101.00", "$250.00"]}, kind)
    assert worksheet.step("above_ceiling").values[0] == 151


@settings(max_examples=25, deadline=None)
@generated(costs=some.lists(some.integers(0, 300), max_size=9))
def test_nothing_is_negative_and_nothing_is_counted_twice(costs: list[int]) -> None:
    worksheet = settle(EACH, {"member_cost": [f"${cost}" for cost in costs]})
    by_hand = sum(cost - 100 for cost in costs if cost > 100)
    assert worksheet.step("above_ceiling").values[0] == by_hand


def test_one_total_is_taken_as_it_is() -> None:
    for above in ("151.00", "0.50", "0.00"):
        worksheet = settle(TOTAL, {"cost": "$500.00", "cost_above_ceiling": f"${above}"})
        assert worksheet.step("above_ceiling").values[0] == Decimal(above)


def test_a_negative_total_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(TOTAL, {"cost": "$500.00", "cost_above_ceiling": "-$0.01"})
    assert str(refusal.value) == (
        "cost_above_ceiling: is negative, but nothing lies less than 0 above\n"
        "      why: the clause t cannot be worked out with it\n"
        "      fix: check the figure"
    )


def test_the_term_says_which_figures_are_read_and_has_no_plain_reading() -> None:
    declared = excess.term(is_required=True)
    assert declared.choices == ("each cost", "one total")
    assert declared.plain == ""
    assert declared.is_required
    assert not excess.term(is_required=False).is_required
