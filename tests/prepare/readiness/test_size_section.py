import pytest

from fairterms.prepare.readiness.assessment import Readiness
from fairterms.prepare.readiness.situation import Chance, SizePoint
from fairterms.prepare.readiness.size_section import size_blocks
from fairterms.publish import html
from fairterms.publish.blocks import Prose
from fairterms.publish.number_blocks import Chart, Table
from fairterms.publish.page import Report

SIZES = (
    SizePoint(20, Chance(0.3, 0.005), Chance(0.2), 4000),
    SizePoint(38, Chance(0.18, 0.004), None, None),
    SizePoint(300, Chance(0.05, 0.002), Chance(0.02), 60000),
)


def readiness(sizes: tuple[SizePoint, ...], clinicians: int | None = 38) -> Readiness:
    return Readiness((), sizes, "a year below zero", clinicians)


def test_without_a_forecast_nothing_is_shown() -> None:
    assert size_blocks(readiness(())) == []


def test_the_table_shows_every_size_with_its_error_and_marks_the_groups_own() -> None:
    blocks = size_blocks(readiness(SIZES))
    table = next(one for one in blocks if isinstance(one, Table))
    assert [row.cells for row in table.rows] == [
        ("20", "4,000", "30 % (± 0.5)", "20 %"),
        ("38", "not known", "18 % (± 0.4)", "no target"),
        ("300", "60,000", "5.0 % (± 0.2)", "2.0 %"),
    ]
    assert [row.emphasis for row in table.rows] == ["", "highlight", ""]


def test_what_counts_as_a_loss_is_said() -> None:
    prose = next(one for one in size_blocks(readiness(SIZES)) if isinstance(one, Prose))
    assert "the chance of a year below zero" in str(prose.words)


def test_the_chart_draws_both_chances_and_marks_the_group() -> None:
    chart = next(one for one in size_blocks(readiness(SIZES)) if isinstance(one, Chart))
    assert "Marked: this group at 38." in chart.alternative
    assert "A target failed by luck alone: from 20 % at 20 to 2 % at 300." in chart.alternative


@pytest.mark.slow
def test_the_chart_can_be_drawn() -> None:
    report = Report(title="Sizes", blocks=tuple(size_blocks(readiness(SIZES))))
    assert "<svg" in html.render(report)


def test_a_group_beyond_the_sizes_is_not_marked() -> None:
    for clinicians in (None, 400, 19):
        chart = next(
            one for one in size_blocks(readiness(SIZES, clinicians)) if isinstance(one, Chart)
        )
        assert "Marked" not in chart.alternative


def test_one_size_is_no_curve() -> None:
    blocks = size_blocks(readiness(SIZES[:1]))
    assert not [one for one in blocks if isinstance(one, Chart)]
    assert [one for one in blocks if isinstance(one, Table)]


def test_luck_known_at_one_size_only_is_not_drawn() -> None:
    chart = next(one for one in size_blocks(readiness(SIZES[:2])) if isinstance(one, Chart))
    assert "luck" not in chart.alternative
