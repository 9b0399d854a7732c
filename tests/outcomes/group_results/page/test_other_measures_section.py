"""Measures in days and dollars by year: all of it inside, and outside nothing of 1 to 10 cases."""

from fairterms.outcomes.group_results.assessment import MeasureYear
from fairterms.outcomes.group_results.declaration import Measured
from fairterms.outcomes.group_results.measured import MeasureResult
from fairterms.outcomes.group_results.page.other_measures_section import other_measures_section
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Bullets, Heading
from fairterms.reference.measure import Kind
from tests.outcomes.group_results.page.shown import rows, said, small_counts, tables

YEARS = (MeasureYear(2024, 4, 7), MeasureYear(2025, 900, 1200), MeasureYear(2026, 0, 0))
NOTES = ("an episode of care has no bill: its cost counts as $0 (3 times)", "no exclusions")
COST = MeasureResult(
    Measured("cost", "cost_per_episode", {}),
    Kind.RATIO,
    YEARS,
    (812.5, 1234.567, None),
    0,
    NOTES,
)
WAIT = MeasureResult(
    Measured("wait", "third_next_available", {}),
    Kind.MEDIAN,
    (MeasureYear(2025, 10, 11), MeasureYear(2026, 10, 10)),
    (4.0, 6.0),
    0,
    NOTES[1:],
)
SHARE = MeasureResult(
    Measured("kept", "no_show", {}), Kind.PROPORTION, YEARS, (0.5, 0.6, None), 0, ("of shares",)
)
TITLES = {"cost": "Cost of an episode", "kept": "Missed visits"}
ALL = (COST, SHARE, WAIT)


def test_the_group_sees_every_year_with_its_cases() -> None:
    (table,) = tables(other_measures_section(ALL, TITLES, Audience.GROUP))
    found = rows(table)
    assert [row[2:] for row in found] == [
        ("2024", "7", "812.50"),
        ("2025", "1,200", "1,234.57"),
        ("2026", "0", "–"),
        ("2025", "11", "4.00"),
        ("2026", "10", "6.00"),
    ]
    assert found[0][0] == "Cost of an episode"
    assert found[0][1].endswith("(ratio)")
    assert found[3][:2] == ("wait", "Days to the third next available appointment (median)")


def test_shares_of_patients_stand_elsewhere() -> None:
    text = said(other_measures_section(ALL, TITLES, Audience.GROUP))
    assert "Missed visits" not in text
    assert "of shares" not in text
    assert other_measures_section((SHARE,), TITLES, Audience.GROUP) == []


def test_outside_a_result_of_few_cases_is_not_shown() -> None:
    blocks = other_measures_section(ALL, TITLES, Audience.OUTSIDE)
    (table,) = tables(blocks)
    assert small_counts(table, "Cases") == []
    assert [row[3:] for row in rows(table)] == [
        ("1 to 10", "not shown"),
        ("1,200", "1,234.57"),
        ("0", "–"),
        ("11", "4.00"),
        ("1 to 10", "not shown"),
    ]
    assert "812.50" not in said(blocks)


def test_what_was_assumed_is_said_once_and_outside_without_its_count() -> None:
    inside = other_measures_section(ALL, TITLES, Audience.GROUP)
    outside = other_measures_section(ALL, TITLES, Audience.OUTSIDE)
    assert isinstance(inside[-1], Bullets)
    assert isinstance(outside[-1], Bullets)
    assert inside[-1].items == NOTES
    assert outside[-1].items == (NOTES[0].removesuffix(" (3 times)"), NOTES[1])


def test_without_notes_the_table_ends_the_section() -> None:
    plain = MeasureResult(COST.declared, COST.kind, COST.years, COST.values, 0, ())
    blocks = other_measures_section((plain,), TITLES, Audience.GROUP)
    assert not any(isinstance(block, Bullets) for block in blocks)
    assert [block.anchor for block in blocks if isinstance(block, Heading)] == ["other-measures"]
