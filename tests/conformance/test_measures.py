"""The stewards' own test patients: every population of every row as they expect it."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from fairterms.outcomes.contract_measures.from_fhir import read
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MEASURES, Judgement, MeasurementPeriod, Population

DECKS = Path(__file__).resolve().parents[3] / "shared" / "data" / "ecqm"

pytestmark = pytest.mark.skipif(
    not DECKS.is_dir(),
    reason="the stewards' test decks hold licensed codes and are not on this machine",
)

COLUMNS = {
    "ip": Population.INITIAL,
    "denom": Population.DENOMINATOR,
    "denex": Population.EXCLUSION,
    "denexcep": Population.EXCEPTION,
    "numer": Population.NUMERATOR,
}
TABLE = {
    "CMS159-2025": ("cms159_2025", 45, (40, 40, 19, 0, 8)),
    "CMS2-2025": ("cms2_2025", 23, (22, 22, 3, 5, 9)),
}
"""For each deck the measure, its rows, and how many are in each population."""


@dataclass(frozen=True)
class Row:
    """A row of a deck: what is expected, and what we say."""

    case: str
    group: int
    expected: tuple[int, ...]
    judgement: Judgement

    @property
    def found(self) -> tuple[int, ...]:
        """Our populations, in the order of the deck's columns."""
        return tuple(self.judgement.count(population) for population in COLUMNS.values())


@cache
def judged(deck: str, measure: str) -> tuple[Row, ...]:
    """Judge every row of a deck."""
    folder = DECKS / deck
    sets = ValueSets.read(folder / "valuesets.csv")
    rows = []
    with (folder / "expected.csv").open(newline="", encoding="utf-8") as file:
        for given in csv.DictReader(file):
            (patient,) = read(folder / "cases" / f"{given['case']}.json").patients
            first, last = (date.fromisoformat(given[f"period_{end}"]) for end in ("start", "end"))
            found = MEASURES[measure].judged(patient, MeasurementPeriod(first, last), sets)
            expected = tuple(int(given[column]) for column in COLUMNS)
            group = int(given["group"])
            rows.append(Row(given["case"], group, expected, found[group - 1]))
    return tuple(rows)


@pytest.mark.parametrize("deck", TABLE)
def test_every_population_of_every_row_is_as_the_steward_expects(deck: str) -> None:
    measure, count, _ = TABLE[deck]
    rows = judged(deck, measure)
    differing = {row.case: (row.expected, row.found) for row in rows if row.found != row.expected}
    assert differing == {}
    assert len(rows) == count


@pytest.mark.parametrize("deck", TABLE)
def test_the_table_of_conformance(deck: str) -> None:
    measure, _, sizes = TABLE[deck]
    rows = judged(deck, measure)
    assert tuple(map(sum, zip(*(row.found for row in rows), strict=True))) == sizes


def test_a_total_of_300_and_two_of_unknown_status_are_findings_of_their_cases() -> None:
    findings = {
        row.case[:8]: row.judgement.findings
        for row in judged("CMS159-2025", "cms159_2025")
        if row.judgement.findings
    }
    unknown = ("a total does not count: its status is unknown",)
    assert findings == {
        "b120a966": ("a total lies outside 0 to 27",),
        "0604cc6e": unknown,
        "3650cd70": unknown,
    }


@pytest.mark.parametrize(("case", "reached"), [("3d1903ea", 1), ("702deaa2", 0)])
def test_where_a_description_says_otherwise_the_row_counts(case: str, reached: int) -> None:
    """3d1903ea: the hospice procedure was not done, and the last total is below 5.

    702deaa2: the death lies after the last day for the second total, and there is no such total.
    """
    (row,) = [r for r in judged("CMS159-2025", "cms159_2025") if r.case.startswith(case)]
    assert row.judgement.count(Population.NUMERATOR) == reached
    assert row.judgement.count(Population.EXCLUSION) == 0


def test_the_one_order_of_another_patient_is_listed_and_counted() -> None:
    """491f554e: the order names another patient; the row expects it to exclude this one."""
    doubted = [
        (path.stem[:8], problem.code)
        for deck in TABLE
        for path in sorted((DECKS / deck / "cases").glob("*.json"))
        for problem in read(path).problems
    ]
    assert doubted == [("491f554e", "fhir-other-patient")]


def test_the_strata_of_cms159_are_counted_though_the_logic_leaves_them_out() -> None:
    strata = [row.judgement.stratum for row in judged("CMS159-2025", "cms159_2025")]
    assert strata.count("12 to 17") + strata.count("18 and over") == 40
    assert strata.count("") == 5


@pytest.mark.parametrize("deck", TABLE)
def test_a_patient_who_is_counted_has_every_step_explained(deck: str) -> None:
    for row in judged(deck, TABLE[deck][0]):
        assert row.judgement.trace
        assert all(step.rule and step.because for step in row.judgement.trace)
