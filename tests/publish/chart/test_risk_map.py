"""A risk map shows every risk as a region, in words, ink and numbers, on wide sheets and narrow."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from fairterms.publish.chart.heat_map import Cell
from fairterms.publish.chart.risk_map import RiskGrid, RiskShare, risk_map
from fairterms.publish.draw import NARROW, draw
from fairterms.publish.number_blocks import Chart
from fairterms.publish.palette import INK, PAPER, SHADES, contrast
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

ROWS = ("4 and more", "1 to 4", "0.5 to 1", "0.1 to 0.5", "0 to 0.1")
COLUMNS = (
    "$0 to $10,000",
    "$10,000 to $50,000",
    "$50,000 to $100,000",
    "$100,000 to $1 million",
    "$1 million and more",
)
NAMES, LEVELS = ("Low", "Medium", "High", "Extreme"), (0, 1, 3, 4)
GRID = RiskGrid(
    ROWS,
    COLUMNS,
    tuple(
        Cell(row, column, LEVELS[at], NAMES[at])
        for up, row in enumerate(reversed(ROWS), 1)
        for right, column in enumerate(COLUMNS, 1)
        for at in [sum(up * right >= start for start in (5, 10, 15))]
    ),
    ("Events per year", "Loss of one event"),
)
SHARES = [
    RiskShare("F3", ROWS[0], COLUMNS[0], 0.45),
    RiskShare("F3", ROWS[0], COLUMNS[1], 0.4),
    RiskShare("F3", ROWS[1], COLUMNS[0], 0.15),
    RiskShare("Q10", ROWS[0], COLUMNS[0], 0.9),
    RiskShare("A1", ROWS[1], COLUMNS[4], 1.0),
]
CHART = risk_map("Risks", GRID, SHARES)
_TEXT = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_RADIUS = re.compile(r"^M([\d.]+),0A")


def drawn(chart: Chart, width: int | None = None) -> list[etree._Element]:
    return list(etree.fromstring(draw(chart.spec, width)).iter("{*}text", "{*}path"))


def at(element: etree._Element) -> tuple[float, float]:
    place = _TEXT.match(element.get("transform", ""))
    assert place is not None
    return float(place[1]), float(place[2])


def discs(chart: Chart, attribute: str, width: int | None = None) -> list[tuple[float, str]]:
    """Give radius and colour of every round mark that has the attribute."""
    found = []
    for element in drawn(chart, width):
        radius = _RADIUS.match(element.get("d", ""))
        is_ring = element.get("fill") is None
        if radius and is_ring == (attribute == "stroke"):
            found.append((float(radius[1]), str(element.get(attribute))))
    return found


def test_a_map_can_be_published() -> None:
    accept(CHART)


def test_the_words_say_how_likely_each_level_is() -> None:
    assert CHART.alternative == (
        "F3: Medium 45 %, High 40 %, Low 15 %. Q10: Medium 90 %. A1: Extreme 100 %."
    )


def test_shares_of_one_level_are_added() -> None:
    shares = [RiskShare("F3", ROWS[4], column, 0.25) for column in COLUMNS[:4]]
    assert risk_map("Risks", GRID, shares).alternative == "F3: Low 100 %."


def test_own_words_replace_the_sentences() -> None:
    assert risk_map("Risks", GRID, SHARES, alternative="In words.").alternative == "In words."


def test_the_table_gives_every_share_with_its_cell() -> None:
    assert [column.title for column in CHART.data.columns] == [
        "Risk",
        "Events per year",
        "Loss of one event",
        "Level",
        "Likelihood",
    ]
    assert cells(CHART)[1] == ("F3", "4 and more", "$10,000 to $50,000", "High", "40 %")
    assert len(cells(CHART)) == len(SHARES)


def test_a_map_without_risks_is_the_matrix() -> None:
    chart = risk_map("Risks", GRID, [])
    assert "Extreme" in texts(chart)
    assert chart.alternative == "The levels of the matrix; no risk is placed on it."
    assert cells(chart)[0] == ("0 to 0.1", "$0 to $10,000", "Low")
    assert discs(chart, "fill") == []


def test_every_cell_names_its_level_on_both_widths() -> None:
    for width in (None, NARROW):
        seen = texts(CHART, width)
        for name in NAMES:
            wanted = sum(cell.text == name for cell in GRID.cells)
            assert seen.count(name) == wanted


def test_a_wide_map_writes_the_shares_and_a_narrow_one_the_names_alone() -> None:
    assert {"F3 45 %", "F3 40 %", "F3 15 %", "Q10 90 %", "A1 100 %"} <= set(texts(CHART))
    narrow = texts(CHART, NARROW)
    assert narrow.count("F3") == 3
    assert not [text for text in narrow if "%" in text]


def test_rows_are_named_above_their_cells_and_columns_below() -> None:
    seen = texts(CHART)
    assert seen[: len(ROWS)] == [f"Events per year: {row}" for row in ROWS]
    assert {*COLUMNS, "Loss of one event"} <= set(seen)


def test_a_disc_fills_its_ring_as_far_as_the_risk_is_likely_to_lie_there() -> None:
    shares = SHARES[:4]
    chart = risk_map("Risks", GRID, shares)
    rings, filled = discs(chart, "stroke"), discs(chart, "fill")
    assert len(rings) == len(filled) == len(shares)
    for (ring, _), (disc, _), one in zip(rings, filled, shares, strict=True):
        assert (disc / ring) ** 2 == pytest.approx(one.share, abs=0.01)


def test_marks_stand_out_from_the_shade_they_stand_on() -> None:
    shades = {(cell.row, cell.column): SHADES[cell.level] for cell in GRID.cells}
    for (_, colour), one in zip(discs(CHART, "fill"), SHARES, strict=True):
        assert colour in (INK, PAPER)
        assert contrast(colour, shades[one.row, one.column]) >= 4.5


@pytest.mark.parametrize("width", [None, NARROW])
def test_marks_in_one_cell_stand_below_each_other(width: int | None) -> None:
    many = [RiskShare(f"R{number}", ROWS[2], COLUMNS[2], 0.5) for number in range(6)]
    chart = risk_map("Risks", GRID, many)
    named = [one for one in drawn(chart, width) if str(one.text).startswith("R")]
    assert len(named) == 6
    for upper, lower in pairwise(at(one)[1] for one in named):
        assert lower - upper >= 17
    inside = [one for one in drawn(chart, width) if str(one.text) == "Events per year: 0.1 to 0.5"]
    assert at(named[-1])[1] + 6 < at(inside[0])[1]


def test_nothing_is_wider_than_its_cell_on_a_narrow_sheet() -> None:
    # Liberation Sans: no letter or digit of these names is wider than 0.62 em on average.
    cell = (NARROW - 10) / len(COLUMNS)
    for element in drawn(CHART, NARROW):
        size = float(element.get("font-size", "0").removesuffix("px"))
        words = [str(text) for text in element.itertext()]
        if element.get("text-anchor") == "middle" and words != ["Loss of one event"]:
            assert max(len(word) for word in words) * 0.62 * size <= cell
        if element.get("text-anchor") == "start" and words and words[0] in {"F3", "Q10", "A1"}:
            assert len(words[0]) * 0.62 * size <= cell - 22


def test_the_names_of_columns_lie_inside_the_sheet() -> None:
    root = etree.fromstring(draw(CHART.spec, NARROW))
    height = float(str(root.get("viewBox")).split()[3])
    spans = [element for element in root.iter("{*}text") if len(element)]
    lowest = max(sum(float(part.get("dy", 0)) for part in one) for one in spans)
    plot = max(bottom for bottom in _bottoms(CHART))
    assert height >= plot + 11 + lowest


def _bottoms(chart: Chart) -> list[float]:
    values = chart.spec["data"]["values"]  # type: ignore[index]
    return [float(one["bottom"]) for one in values if one["part"] == "cell"]


@pytest.mark.parametrize(
    ("share", "reason"),
    [
        (
            RiskShare("F3", "Never", COLUMNS[0], 0.5),
            (
                "The risk 'F3' of 'Risks' lies at 'Never', '$0 to $10,000', outside the grid: name "
                "a row and a column it has."
            ),
        ),
        *(
            (
                RiskShare("F3", ROWS[0], COLUMNS[0], share),
                (
                    "The shares of the risk 'F3' of 'Risks' are no likelihoods: give each above 0, "
                    "and together at most 1."
                ),
            )
            for share in (0.0, -0.1, 1.1, float("nan"))
        ),
    ],
)
def test_a_share_that_is_no_likelihood_is_refused(share: RiskShare, reason: str) -> None:
    with pytest.raises(PageError) as refusal:
        risk_map("Risks", GRID, [share])
    assert str(refusal.value) == reason


def test_shares_of_one_risk_over_one_are_refused_and_of_two_risks_are_not() -> None:
    half = RiskShare("F3", ROWS[0], COLUMNS[0], 0.6)
    risk_map("Risks", GRID, [half, replace(half, risk="A1")])
    with pytest.raises(PageError, match="no likelihoods"):
        risk_map("Risks", GRID, [half, replace(half, column=COLUMNS[1])])


@pytest.mark.parametrize(
    "given",
    [GRID.cells[1:], (*GRID.cells, GRID.cells[0]), (*GRID.cells[1:], Cell("x", "y", 0, "Low"))],
)
def test_a_grid_with_a_gap_or_a_cell_too_many_is_refused(given: tuple[Cell, ...]) -> None:
    with pytest.raises(PageError) as refusal:
        risk_map("Risks", replace(GRID, cells=given), [])
    assert str(refusal.value) == (
        "The grid of 'Risks' does not name each of its 25 cells once: give one cell for every row "
        "and column."
    )


@pytest.mark.parametrize("wrong", [{"level": 5}, {"text": " "}])
def test_a_cell_without_shade_or_name_is_refused(wrong: dict[str, object]) -> None:
    cell = replace(GRID.cells[0], **wrong)  # type: ignore[arg-type]
    with pytest.raises(PageError, match="needs a level's name and a shade from 0 to 4: give both"):
        risk_map("Risks", replace(GRID, cells=(cell, *GRID.cells[1:])), [])
