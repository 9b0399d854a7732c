"""Targets beside the baseline: how likely, how fair, and what must not leave the room."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fairterms.outcomes.group_results.assessment import (
    AskedTarget,
    MeasureAssessment,
    MeasureYear,
    assess,
)
from fairterms.outcomes.group_results.declaration import Measured, Peers
from fairterms.outcomes.group_results.page.targets_section import said as target_said
from fairterms.outcomes.group_results.page.targets_section import sentences, targets_section
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.targets.benchmark import Benchmark, BenchmarkStep, StepRecord
from fairterms.outcomes.targets.target import Direction, Target
from tests.outcomes.group_results.page.shown import rows, said, tables

DECLARED = Measured(
    "response",
    "remission_or_response",
    {},
    peers=Peers(0.42, 0.06, "a made-up register"),
    allowed_to_fail=0.1,
    follow_up=0.9,
)
YEARS = (MeasureYear(2024, 80, 200, 130), MeasureYear(2025, 84, 200, 130))
ASKED = (
    AskedTarget(Target(0.3, Direction.AT_LEAST), Decimal("1234.50")),
    AskedTarget(Target(0.5, Direction.AT_LEAST), Decimal(99)),
)
TITLES = {"response": "Response to treatment"}


def judged(
    declared: Measured = DECLARED,
    years: tuple[MeasureYear, ...] = YEARS,
    asked: tuple[AskedTarget, ...] = ASKED,
) -> MeasureAssessment:
    return assess(declared, years, asked)


def test_every_target_stands_in_the_overview() -> None:
    overview = tables(targets_section([judged()], TITLES, {}, []))[0]
    first, second = rows(overview)
    assert first[:4] == ("Response to treatment", "at least 30 %", "$1,235", "42.0 %")
    assert first[4] == "over 99 %"
    assert second[1:3] == ("at least 50 %", "$99")
    assert second[4] not in {first[4], "–"}
    assert second[5] not in {"–", first[5]}


def test_the_baseline_is_shown_year_by_year_and_together() -> None:
    baseline = tables(targets_section([judged()], TITLES, {}, []))[1]
    assert [row[:4] for row in rows(baseline)] == [
        ("2024", "80", "200", "40.0 %"),
        ("2025", "84", "200", "42.0 %"),
        ("all years", "164", "400", "41.0 %"),
    ]


def test_the_sentences_say_the_chance_the_follow_up_and_the_fairness() -> None:
    text = "\n".join(sentences(judged()))
    assert "At least 50 %: the chance to meet it is" in text
    assert "with better follow-up: 65 % of patients are asked again now. With 90 %" in text
    assert "10 % is accepted" in text
    assert "No number of patients makes it fair" in text
    assert "It is fair at this size." in text
    assert "A fair target at 200 patients is at least" in text


def test_without_peers_the_page_asks_for_them() -> None:
    one = judged(replace(DECLARED, peers=None))
    blocks = targets_section([one], TITLES, {}, [])
    assert "Ask the plan for the reference population." in said(blocks)
    assert {row[5] for row in rows(tables(blocks)[0])} == {"–"}


def test_a_scenario_unlike_the_records_is_told() -> None:
    warned = said(targets_section([judged()], TITLES, {"response": 0.6}, []))
    assert "the scenario assumes 60.0 %, the records show 41.0 %" in warned
    quiet = said(targets_section([judged()], TITLES, {"response": 0.42, "other": 0.1}, []))
    assert "the scenario assumes" not in quiet


def test_what_could_not_be_worked_out_is_listed() -> None:
    blocks = targets_section([], {}, {}, ["Access: no visits."])
    assert "Not every measure could be worked out." in said(blocks)
    assert "Access: no visits." in said(blocks)
    assert tables(blocks) == []


def test_nothing_at_all_is_an_empty_page_with_its_heading() -> None:
    assert "The contract's targets" in said(targets_section([], {}, {}, []))


@pytest.mark.parametrize(
    "year",
    [
        MeasureYear(2024, 7, 200, 130),
        MeasureYear(2024, 195, 200, 198),
        MeasureYear(2024, 3, 9, 9),
        MeasureYear(2024, 80, 200, 195),
    ],
)
def test_outside_a_measure_with_a_small_count_is_left_out(year: MeasureYear) -> None:
    one = judged(years=(year, YEARS[1]))
    outside = targets_section([one], TITLES, {"response": 0.9}, [], Audience.OUTSIDE)
    assert tables(outside) == []
    assert "it stays in the group's room" in said(outside)
    assert "the scenario assumes" not in said(outside)
    assert len(tables(targets_section([one], TITLES, {}, [], Audience.GROUP))) == 2


def test_outside_large_counts_are_shown() -> None:
    assert len(tables(targets_section([judged()], TITLES, {}, [], Audience.OUTSIDE))) == 2


def test_the_eight_steps_are_shown_with_what_is_open() -> None:
    none = said(targets_section([judged()], TITLES, {}, []))
    assert "How this target was set is not recorded." in none
    record = StepRecord(BenchmarkStep.YEARS, "2024 and 2025", "")
    declared = replace(DECLARED, benchmark=Benchmark("response", (record,)))
    steps = tables(targets_section([judged(declared)], TITLES, {}, []))[-1]
    found = rows(steps)
    assert len(found) == 8
    assert found[2][1] == "2024 and 2025"
    assert "the plan has not agreed" in found[2][2]
    assert found[0][1:] == ("–", "nothing is recorded")


def test_a_target_at_most_is_written_so() -> None:
    assert target_said(Target(0.125, Direction.AT_MOST)) == "at most 12.50 %"
    assert target_said(Target(0.3395, Direction.AT_LEAST)) == "at least 33.95 %"
