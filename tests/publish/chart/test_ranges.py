"""Ranges show worst, expected and best of each scenario, told apart by shape."""

import pytest

from fairterms.publish.chart.ranges import Scenario, ranges
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

CHART = ranges(
    "By year",
    [Scenario("2027", -5000, 13000.5, 40000), Scenario("2028", -6000, 12000, 39000)],
    case_names=("Worst in 20", "Expected", "Best in 20"),
)


def test_ranges_can_be_published() -> None:
    accept(CHART)


def test_the_words_give_three_amounts_for_each_scenario() -> None:
    assert CHART.alternative == (
        "2027: worst in 20 −$5,000, expected $13,001, best in 20 $40,000. "
        "2028: worst in 20 −$6,000, expected $12,000, best in 20 $39,000."
    )


def test_the_table_holds_every_amount_and_cents_where_a_case_has_them() -> None:
    assert [column.title for column in CHART.data.columns] == [
        "Scenario",
        "Worst in 20",
        "Expected",
        "Best in 20",
    ]
    assert cells(CHART) == [
        ("2027", "−$5,000", "$13,000.50", "$40,000"),
        ("2028", "−$6,000", "$12,000.00", "$39,000"),
    ]


def test_the_drawing_shows_every_amount_and_names_every_shape() -> None:
    seen = texts(CHART)
    for text in ("2027", "−$5,000", "$13,001", "$40,000", "Worst in 20", "Best in 20"):
        assert text in seen
    assert "triangle-down" in str(CHART.spec)
    assert "triangle-up" in str(CHART.spec)


@pytest.mark.parametrize("amounts", [(1, 0, 2), (0, 2, 1), (2, 1, 0)])
def test_amounts_out_of_order_are_refused(amounts: tuple[int, int, int]) -> None:
    with pytest.raises(PageError) as refusal:
        ranges("By year", [Scenario("2027", *amounts)])
    assert str(refusal.value) == (
        "The scenario '2027' of 'By year' has amounts out of order "
        f"({amounts[0]}, {amounts[1]}, {amounts[2]}): give worst, expected, best."
    )


def test_equal_amounts_are_in_order() -> None:
    accept(ranges("Sure", [Scenario("2027", 5, 5, 5)]))


def test_a_chart_without_scenarios_is_refused() -> None:
    with pytest.raises(PageError) as refusal:
        ranges("By year", [])
    assert str(refusal.value) == "The chart 'By year' has no scenario: give at least one."
