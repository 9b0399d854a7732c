"""Open words: every reading with its rate, and outside nothing that tells of few people."""

from dataclasses import replace
from decimal import Decimal

from fairterms.outcomes.group_results.page.readings_section import readings_section
from fairterms.outcomes.group_results.readings import OpenMeasure
from fairterms.outcomes.patient_change.definition_sensitivity import Reading, Sensitivity
from fairterms.outcomes.patient_change.rate import Rate
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.group_results.page.shown import rows, said, tables
from tests.outcomes.group_results.test_measured import RESPONSE


def opened(*counts: tuple[int, int], dollars: Decimal | None = Decimal(500)) -> OpenMeasure:
    labels = (("last",), ("best",), ("worst",))
    readings = [
        Reading(label, Rate("response", *count, "2025"))
        for label, count in zip(labels, counts, strict=False)
    ]
    return OpenMeasure(RESPONSE, 2025, Sensitivity(("later score",), tuple(readings)), dollars)


LARGE = opened((40, 100), (60, 100))
TITLES = {"response": "Response"}


def test_readings_are_listed_from_the_worst_to_the_best() -> None:
    blocks = readings_section([opened((60, 100), (40, 100), (50, 80))], TITLES, Audience.GROUP)
    (table,) = tables(blocks)
    assert rows(table) == [
        ("best", "40", "100", "40.0 %"),
        ("last", "60", "100", "60.0 %"),
        ("worst", "50", "80", "62.5 %"),
    ]


def test_the_range_the_swing_and_the_dollars_are_said() -> None:
    text = said(readings_section([LARGE], TITLES, Audience.GROUP))
    assert "from 40.0 % to 60.0 %: $500 in the expected scenario." in text
    assert "Later score: moves the rate by 20.0 points on average, by 20.0 points at most." in text
    assert "Response: 2 readings" in text


def test_without_a_price_no_dollars_are_said() -> None:
    text = said(readings_section([replace(LARGE, dollars=None)], TITLES, Audience.GROUP))
    assert "from 40.0 % to 60.0 %." in text
    assert "$" not in text


def test_outside_large_counts_are_shown() -> None:
    outside = readings_section([LARGE], TITLES, Audience.OUTSIDE)
    assert outside == readings_section([LARGE], TITLES, Audience.GROUP)


def test_outside_a_reading_of_few_people_is_hidden_with_all_that_tells_of_it() -> None:
    few = opened((5, 50), (25, 50))
    blocks = readings_section([few], TITLES, Audience.OUTSIDE)
    (table,) = tables(blocks)
    assert ("last", "–", "–", "not shown") in rows(table)
    assert ("best", "25", "50", "50.0 %") in rows(table)
    text = said(blocks)
    for telling in ("10.0 %", "10 %", "40.0 points", "$500"):
        assert telling not in text, telling
    assert "10.0 %" in said(readings_section([few], TITLES, Audience.GROUP))


def test_outside_readings_that_differ_by_a_few_people_are_not_shown_side_by_side() -> None:
    # 43 of 103 less 40 of 100 would tell of three patients who all reached it.
    close = opened((40, 100), (43, 103))
    outside = readings_section([close], TITLES, Audience.OUTSIDE)
    assert not tables(outside)
    assert "stays in the group's room" in said(outside)
    assert tables(readings_section([close], TITLES, Audience.GROUP))
    assert tables(readings_section([opened((40, 100), (40, 140))], TITLES, Audience.OUTSIDE))


def test_nothing_open_is_no_section() -> None:
    assert readings_section([], TITLES, Audience.GROUP) == []
