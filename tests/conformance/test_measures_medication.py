"""The published test decks of CMS128 and CMS137: every row of every invented patient."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fairterms.outcomes.contract_measures import from_fhir
from fairterms.reference.clinical import code
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MEASURES, MeasurementPeriod, Population
from fairterms.units.code_system import name_of

ROOT = Path(__file__).parents[2]
DECKS = ROOT.parent / "shared" / "data" / "ecqm"
COLUMNS = {
    "ip": Population.INITIAL,
    "denom": Population.DENOMINATOR,
    "denex": Population.EXCLUSION,
    "denexcep": Population.EXCEPTION,
    "numer": Population.NUMERATOR,
}

pytestmark = pytest.mark.skipif(not DECKS.is_dir(), reason="the public test decks are not here")


def expected(deck: str, groups: dict[str, str]) -> dict[tuple[str, str], dict[str, int]]:
    with (DECKS / deck / "expected.csv").open(newline="", encoding="utf-8") as file:
        return {
            (row["case"], groups[row["group"]]): {name: int(row[name]) for name in COLUMNS}
            for row in csv.DictReader(file)
        }


def found(deck: str, measure: str) -> Iterator[tuple[tuple[str, str], dict[str, int]]]:
    sets = ValueSets.read(DECKS / deck / "valuesets.csv")
    period = MeasurementPeriod(date(2025, 1, 1), date(2025, 12, 31))
    for path in sorted((DECKS / deck / "cases").glob("*.json")):
        (patient,) = from_fhir.read(path).patients
        for judgement in MEASURES[measure].judged(patient, period, sets):
            counts = {name: judgement.count(population) for name, population in COLUMNS.items()}
            yield (path.stem, judgement.group), counts


@pytest.mark.parametrize(
    ("deck", "measure", "groups", "rows"),
    [
        ("CMS128-2024", "cms128_2024", {"1": "84 days", "2": "180 days"}, 52),
        ("CMS137-2024", "cms137_2024", {"1": "initiation", "2": "engagement"}, 84),
    ],
)
def test_every_row_of_the_deck_is_reproduced(
    deck: str, measure: str, groups: dict[str, str], rows: int
) -> None:
    wanted, judged = expected(deck, groups), dict(found(deck, measure))
    assert len(wanted) == rows
    assert judged == wanted


def test_three_lists_of_hcpcs_would_lose_ten_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    # As a public engine does, which takes each address of the list for a list of its own.
    def strict(address: str) -> str:
        return address if "hcpcs" in address.lower() else name_of(address)

    groups = {"1": "initiation", "2": "engagement"}
    wanted = expected("CMS137-2024", groups)
    monkeypatch.setattr(code, "name_of", strict)
    judged = dict(found("CMS137-2024", "cms137_2024"))
    assert sum(judged[row] != counts for row, counts in wanted.items()) == 10
