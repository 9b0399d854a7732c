"""A funnel tells providers apart by form, and its table leaves out no one who stands outside."""

import pytest

from fairterms.publish.chart.curve import Axis
from fairterms.publish.chart.funnel import Band, Dot, Standing, funnel
from fairterms.publish.draw import NARROW
from fairterms.publish.structure import PageError
from tests.publish.chart.seen import accept, cells, texts

AXES = (Axis("Patients", "number"), Axis("Improved", "percent"))
NARROWER = Band("95 % limits", ((10, 0.3, 0.95), (100, 0.55, 0.8), (400, 0.6, 0.74)))
WIDER = Band("99.8 % limits", ((10, 0.1, 1.0), (100, 0.48, 0.86), (400, 0.57, 0.77)))
DOTS = (
    Dot("Cedar", 140, 0.655, "within", is_own=True),
    Dot("Fir", 90, 0.3, "below"),
    Dot("Oak", 300, 0.9, "above"),
)
CHART = funnel("Improvement", DOTS, [NARROWER, WIDER], AXES, target=0.67)


def test_a_funnel_can_be_published() -> None:
    accept(CHART)


def test_the_words_count_providers_and_give_limits_and_the_groups_own_place() -> None:
    assert CHART.alternative == (
        "3 providers by Patients: 1 below, 1 within and 1 above the limits around 67 %. "
        "95 % limits: 30 % to 95 % at 10, 60 % to 74 % at 400. "
        "99.8 % limits: 10 % to 100 % at 10, 57 % to 77 % at 400. "
        "Cedar: 65.5 % at 140, within the limits."
    )


def test_the_table_holds_every_provider_of_a_small_comparison() -> None:
    assert cells(CHART) == [
        ("Cedar", "140", "65.5 %", "Within the limits"),
        ("Fir", "90", "30 %", "Below the limits"),
        ("Oak", "300", "90 %", "Above the limits"),
    ]
    assert [row.emphasis for row in CHART.data.rows] == ["highlight", "", ""]
    assert CHART.data.footnote == ""


def test_the_table_of_a_large_comparison_says_how_many_it_leaves_out() -> None:
    many = [*DOTS, *(Dot(f"P{at}", 50 + at, 0.66, "within") for at in range(60))]
    table = funnel("Improvement", many, [NARROWER], AXES, target=0.67).data
    assert [row.cells[0] for row in table.rows] == ["Cedar", "Fir", "Oak"]
    assert table.footnote == "60 more providers are drawn, all within the limits."


@pytest.mark.parametrize("width", [None, NARROW])
def test_the_drawing_names_limits_standings_target_and_the_own_group(width: int | None) -> None:
    seen = texts(CHART, width)
    for text in (
        "95 % limits",
        "99.8 % limits",
        "Below the limits",
        "Above the limits",
        "Improved (the line: 67 %)",
        "Cedar",
        "Patients",
    ):
        assert text in seen
    assert "Fir" not in seen, "another provider is not named on the drawing"


def test_form_and_dash_say_what_colour_says() -> None:
    written = str(CHART.spec)
    for form in ("triangle-down", "triangle-up", "[8, 4]", "[2, 3]"):
        assert form in written


def test_a_ratio_has_its_own_unit() -> None:
    axes = (Axis("Events expected", "number"), Axis("Observed to expected", "number"))
    band = Band("Limits", ((10, 0.4, 1.9), (100, 0.8, 1.2)))
    chart = funnel("Ratio", [Dot("Cedar", 40, 1.25, "within")], [band], axes, target=1)
    assert chart.alternative.startswith("1 provider by Events expected: ")
    assert "around 1." in chart.alternative
    assert cells(chart) == [("Cedar", "40", "1.25", "Within the limits")]


@pytest.mark.parametrize("standing", ["below", "within", "above"])
def test_each_standing_can_stand_alone(standing: Standing) -> None:
    accept(funnel("One", [Dot("Cedar", 20, 0.5, standing)], [NARROWER], AXES, target=0.5))


@pytest.mark.parametrize("dots", [[], [Dot("Cedar", 0, 0.5, "within")]])
def test_a_funnel_needs_providers_with_a_size(dots: list[Dot]) -> None:
    with pytest.raises(PageError) as refusal:
        funnel("Improvement", dots, [NARROWER], AXES, target=0.67)
    assert str(refusal.value) == (
        "The chart 'Improvement' needs a provider, and each a size above 0."
    )


@pytest.mark.parametrize(
    "bands", [[], [NARROWER, WIDER, NARROWER], [Band("Dot", ((1, 0.1, 0.2),))]]
)
def test_a_funnel_needs_one_or_two_bands(bands: list[Band]) -> None:
    with pytest.raises(PageError) as refusal:
        funnel("Improvement", DOTS, bands, AXES, target=0.67)
    assert str(refusal.value) == (
        "The chart 'Improvement' needs one or two bands of two points or more."
    )


@pytest.mark.parametrize(
    "points",
    [((10, 0.5, 0.4), (20, 0.4, 0.5)), ((20, 0.4, 0.5), (10, 0.4, 0.5)), ((0, 0, 1), (9, 0, 1))],
)
def test_limits_out_of_order_are_refused(points: tuple[tuple[float, float, float], ...]) -> None:
    with pytest.raises(PageError) as refusal:
        funnel("Improvement", DOTS, [Band("Limits", points)], AXES, target=0.67)
    assert str(refusal.value) == (
        "The band 'Limits' of 'Improvement' is out of order: give sizes above 0 from small to "
        "large, each with its lower and upper limit."
    )
