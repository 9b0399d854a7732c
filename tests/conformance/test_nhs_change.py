"""England's published rates and effect sizes, with the denominators and the spread they name."""

import csv
import gzip
from functools import cache
from pathlib import Path

import pytest

from fairterms.outcomes.group_effects.effect_size import GroupChange, ReferenceSpread, find
from fairterms.outcomes.patient_change.two_scales import TwoScaleCounts
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.instrument_facts import Direction

FOLDER = Path(__file__).resolve().parents[3] / "shared/data/outcomes/nhs_talking_therapies"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the official figures are not on this machine"
)

HALF_DIGIT = 0.05
Row = dict[str, str]


@cache
def england() -> dict[str, Row]:
    with (FOLDER / "provider_totals_by_year.csv").open(encoding="utf-8") as file:
        return {
            r["reporting_period"]: r for r in csv.DictReader(file) if r["org_type"] == "England"
        }


def counts(row: Row) -> TwoScaleCounts:
    names = (
        "finished_course_treatment",
        "not_at_caseness",
        "improvement",
        "deterioration",
        "no_reliable_change",
        "recovery",
        "reliable_recovery",
    )
    return TwoScaleCounts(*(int(row[f"{name}_count"]) for name in names))


YEARS = ("2017-18", "2018-19", "2019-20", "2020-21", "2021-22", "2023-24", "2024-25")


@pytest.mark.parametrize("year", YEARS)
def test_englands_rates_come_out_of_the_counts(year: str) -> None:
    row = england()[year]
    found = counts(row)
    printed = {
        "improvement": found.improvement,
        "deterioration": found.deterioration,
        "no_reliable_change": found.no_reliable_change,
        "recovery": found.recovery,
        "reliable_recovery": found.reliable_recovery,
    }
    for name, rate in printed.items():
        assert rate.percent == float(row[f"{name}_percentage"]), name


def test_the_last_years_rates_are_those_of_the_reference_page() -> None:
    found = counts(england()["2024-25"])
    rates = (found.improvement, found.recovery, found.reliable_recovery, found.deterioration)
    assert tuple(rate.percent for rate in rates) == (67.5, 50.5, 47.5, 5.8)
    assert (found.improvement.denominator, found.recovery.denominator) == (670_419, 635_185)
    assert found.without_class == 8_521


def test_paired_courses_alone_would_give_other_rates_in_every_year() -> None:
    for row in england().values():
        found = counts(row)
        paired = found.finished - found.without_class
        assert round(100 * found.improved / paired, 1) > found.improvement.percent


@cache
def effects() -> list[Row]:
    with gzip.open(FOLDER / "effect_sizes.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cell(row: Row) -> tuple[str, ...]:
    return row["year"], row["complaint"], row["therapy"], row["scale"]


@cache
def englands_spread() -> dict[tuple[str, ...], float]:
    return {cell(r): float(r["sd_start"]) for r in effects() if r["org_type"] == "England"}


def agrees(row: Row, sd: float) -> bool:
    """Whether the printed effect can come from the printed means and this standard deviation.

    Every printed figure stands for all that round to it: ± 0.05.
    """
    first, last = float(row["mean_start"]), float(row["mean_end"])
    ends = [
        _effect(first + step, last - step, sd + wide)
        for step in (-HALF_DIGIT, HALF_DIGIT)
        for wide in (-HALF_DIGIT, HALF_DIGIT)
    ]
    printed = float(row["effect_size"])
    return min(ends) - HALF_DIGIT <= printed + 1e-9 and printed - 1e-9 <= max(ends) + HALF_DIGIT


def _effect(first: float, last: float, sd: float) -> float:
    spread = ReferenceSpread(max(sd, 1e-6), None, Basis("NHS England", Evidence.RECOMPUTED))
    change = GroupChange(first, last, 2, None)
    return find(change, spread, Direction.HIGHER_IS_WORSE, is_corrected=False).value


def of_year(year: str) -> list[Row]:
    return [row for row in effects() if row["year"] == year]


@pytest.mark.slow
def test_every_published_effect_size_is_in_englands_standard_deviations() -> None:
    assert len(effects()) == 89_035
    assert all(agrees(row, englands_spread()[cell(row)]) for row in effects())


def test_this_years_effect_sizes_are_in_englands_standard_deviations() -> None:
    rows = of_year("2024-25")
    assert len(rows) == 17_773
    assert all(agrees(row, englands_spread()[cell(row)]) for row in rows)


@pytest.mark.parametrize(
    ("least", "share"), [(50, 0.80), (500, 0.87), (1_000, 0.89), (2_000, 0.92)]
)
def test_an_organisations_own_spread_often_gives_another_effect(least: int, share: float) -> None:
    rows = [
        row
        for row in of_year("2024-25")
        if row["org_type"] == "Provider"
        and row["courses"].isdigit()
        and int(row["courses"]) >= least
    ]
    own = [agrees(row, float(row["sd_start"])) for row in rows]
    assert sum(own) / len(own) == pytest.approx(share, abs=0.005)
