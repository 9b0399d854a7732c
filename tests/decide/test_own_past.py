"""A forecast takes from the records what it asks for, and nothing more."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.decide import own_past
from fairterms.decide.own_past import last_whole_year, past_of
from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.payment.loading import load
from fairterms.simulate.forecast.declaration import CostSpec, Declaration
from fairterms.simulate.forecast.declaration_reader import read
from fairterms.simulate.forecast.own_back_test import COST, try_past
from fairterms.simulate.forecast.past import NOTHING_PAST
from tests.decide.small_basis import small_folder
from tests.outcomes.group_results.made_up_deal import OUTCOMES, csv, patient, write
from tests.simulate.forecast.test_past import assessed
from tests.simulate.small_outlook import small_declared

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(small_folder(tmp_path / "deal"), [patient(1, 16, 8)])


@pytest.fixture(autouse=True)
def _no_back_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying the forecast on past years has tests of its own."""
    monkeypatch.setattr(own_past, "try_past", lambda *_: None)


def opened(folder: Path) -> tuple[Deal, Contract]:
    contract = load(folder / "terms.toml").contract
    assert contract is not None
    return deals.read(folder), contract


def asking(*, rates: bool = False, cost: bool = False) -> Declaration:
    found = small_declared()
    spec = CostSpec(is_observed=True) if cost else None
    return replace(
        found,
        measures=tuple(replace(one, from_records=rates) for one in found.measures),
        patients=tuple(replace(one, cost=spec) for one in found.patients),
    )


def response(reached: int) -> list[MeasureAssessment]:
    return [assessed(reached, 40)]


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 12, 31), 2026),
        (date(2026, 12, 30), 2025),
        (date(2027, 1, 1), 2026),
        (date(2026, 1, 31), 2025),
        (date(2024, 2, 29), 2023),
    ],
)
def test_the_last_whole_year_is_held_in_full(day: date, year: int) -> None:
    found = last_whole_year(day)
    assert (found.first, found.last) == (date(year, 1, 1), date(year, 12, 31))
    assert found.last <= day


def test_a_forecast_that_asks_nothing_gets_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_past, "judge_targets", None)
    monkeypatch.setattr(own_past, "loaded", None)
    for looked_at in (response(20), None):
        found = past_of(*opened(folder), asking(), looked_at)
        assert (found.cost, found.rates, found.access) == (None, {}, None)


def test_rates_already_looked_at_are_not_worked_out_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_past, "judge_targets", None)
    monkeypatch.setattr(own_past, "loaded", None)
    found = past_of(*opened(folder), asking(rates=True), response(20))
    assert found.rates["response"].rate == 0.5
    assert found.cost is None


def test_rates_nobody_looked_at_are_worked_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_past, "judge_targets", lambda *_: (response(10), ()))
    found = past_of(*opened(folder), asking(rates=True))
    assert found.rates["response"].rate == 0.25


def test_nothing_is_taken_where_outcomes_toml_is_missing_or_has_problems(folder: Path) -> None:
    asked = asking(rates=True)
    (folder / "outcomes.toml").write_text(OUTCOMES.replace("2026-12-31", '"soon"'))
    assert past_of(*opened(folder), asked, response(20)) is NOTHING_PAST
    (folder / "outcomes.toml").unlink()
    assert past_of(*opened(folder), asked, response(20)) is NOTHING_PAST


@pytest.mark.slow
def test_costs_are_those_of_the_last_whole_year(folder: Path) -> None:
    spans = [("P001", "2025-01-01", ""), ("P002", "2025-01-01", "")]
    claims = [
        ("c1", 1, "P001", "2025-05-05", 10_000),
        ("c2", 1, "P001", "2026-05-05", 25_000),
    ]
    records = folder / "records"
    (records / "patients.csv").write_text(csv("person_id", [["P001"], ["P002"]]))
    (records / "enrolment.csv").write_text(csv("person_id,starts,ends", spans))
    header = "claim_id,claim_line,person_id,starts,paid_cents"
    (records / "claims.csv").write_text(csv(header, claims))
    found = past_of(*opened(folder), asking(cost=True))
    assert found.cost is not None
    assert list(found.cost.amounts_in_cents) == [0, 25_000]
    earlier = OUTCOMES.replace("2026-12-31", "2026-11-30")
    (folder / "outcomes.toml").write_text(earlier)
    found = past_of(*opened(folder), asking(cost=True))
    assert found.cost is not None
    assert list(found.cost.amounts_in_cents) == [0, 10_000]


@pytest.mark.slow
def test_the_records_rates_cost_and_past_years_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(own_past, "try_past", try_past)
    declared, contract = read(JUNIPER), load(JUNIPER / "terms.toml").contract
    assert declared is not None
    assert contract is not None
    found = past_of(deals.read(JUNIPER), contract, declared)
    assert "follow_up" in found.rates
    assert found.access is not None
    assert found.back_test is not None
    tried = {one.name: [year.label for year in one.record.years] for one in found.back_test.tried}
    assert tried["follow_up"] == ["2025", "2026"]
    assert tried[COST] == ["2025", "2026"]
    assert any("cannot be judged yet" in why for why in found.back_test.left_out)
