"""A chart of trades names its points, and its table says what it leaves out."""

import pytest

from fairterms.publish.chart.curve import Axis
from fairterms.publish.chart.trades import MarkedPoint, trades_chart
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

AXES = (Axis("Worth to you"), Axis("Worth to the plan"))
FRONTIER = [(30000.0, -5000.0), (20000.0, 1000.0), (10000.0, 4000.0)]
MARKED = [MarkedPoint("Nash", 20000.0, 1000.0), MarkedPoint("No deal", 0, -6000)]
CHART = trades_chart("Trades", FRONTIER, MARKED, AXES)


def test_trades_can_be_published() -> None:
    accept(CHART)


def test_the_words_give_the_ends_and_every_marked_point() -> None:
    assert CHART.alternative == (
        "Worth to the plan against Worth to you. The frontier runs from $10,000 and $4,000 to "
        "$30,000 and −$5,000. Nash: $20,000 and $1,000. No deal: $0 and −$6,000."
    )


def test_the_table_lists_marked_points_first() -> None:
    assert cells(CHART) == [
        ("Nash", "$20,000", "$1,000"),
        ("No deal", "$0", "−$6,000"),
        ("Frontier", "$30,000", "−$5,000"),
        ("Frontier", "$20,000", "$1,000"),
        ("Frontier", "$10,000", "$4,000"),
    ]


def test_a_long_frontier_is_listed_in_part() -> None:
    long = [(float(at), -float(at)) for at in range(100)]
    chart = trades_chart("Trades", long, MARKED, AXES)
    assert chart.data.footnote == "One frontier point in 4 is listed, and the last."
    assert len(cells(chart)) == 2 + 26


def test_the_drawing_names_points_and_axes() -> None:
    seen = texts(CHART)
    for text in ("Nash", "No deal", "Worth to you", "Worth to the plan"):
        assert text in seen


@pytest.mark.parametrize(("frontier", "count"), [([], 1), (FRONTIER, 0), (FRONTIER, 7)])
def test_too_little_or_too_much_is_refused(frontier: list[tuple[float, float]], count: int) -> None:
    with pytest.raises(PageError, match="one to six marked points"):
        trades_chart("Trades", frontier, MARKED[:1] * count, AXES)
