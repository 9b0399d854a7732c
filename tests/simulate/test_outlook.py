"""The outlook is worked out from one set of years, and a part that fails costs no other part."""

from dataclasses import replace

import pytest

from fairterms.contract.clause import Contract
from fairterms.simulate import outlook
from fairterms.simulate.drivers import driver_study
from fairterms.simulate.outlook import Outlook, look
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import contract
from tests.simulate.small_outlook import (
    CLAUSES,
    FEW,
    FORECAST,
    NO_DRIVERS,
    TWO_YEARS,
    leave_out,
    small_contract,
    small_deal,
    small_declared,
    small_look,
)


@pytest.fixture(scope="module")
def found() -> Outlook:
    return small_look()


def test_the_worst_case_is_no_better_than_any_simulated_year(found: Outlook) -> None:
    assert found.worst is not None
    assert found.worst.amount is not None
    year = found.forecast.riskiest
    assert year is not None
    assert found.worst.amount <= year.settled.gains.min() + 0.01


def test_clauses_are_priced_on_the_riskiest_year(found: Outlook) -> None:
    assert found.prices is not None
    year = found.forecast.riskiest
    assert year is not None
    assert found.prices.in_force.mean.value == pytest.approx(year.forecast.net_margin.value)


def test_nobody_who_said_nothing_of_clinicians_has_a_forecast_of_access(found: Outlook) -> None:
    assert found.capacity is None
    assert found.gaps == ()


def test_a_deal_whose_years_cannot_be_simulated_has_nothing_else() -> None:
    found = small_look(FORECAST.replace('"visits.*"', '"vists.*"'))
    assert found.forecast.missing
    assert (found.worst, found.prices, found.capacity, found.gaps) == (None, None, None, ())


def test_a_part_that_is_refused_is_a_gap_in_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Refusal("cap", "is missing", "the PMPM asks for it", "give it")

    monkeypatch.setattr(outlook, "worst_case", lambda *_, **__: refuse())
    found = small_look()
    assert found.gaps == (
        "Proving the worst case: cap: is missing. The PMPM asks for it. Give it.",
    )
    assert found.worst is None
    assert found.prices is not None


def _ranged(low: str, high: str) -> Contract:
    figure = (
        f'\n[[figure]]\nid = "member_months"\nunit = "member-months"\nmeaning = "months"\n'
        f'lowest = "{low} member-months"\nhighest = "{high} member-months"\n'
    )
    return contract(figure + CLAUSES, TWO_YEARS)


@pytest.mark.parametrize(("low", "high"), [(0, 9_999), (3_700, 3_800), (100, 200)])
def test_the_worst_case_covers_the_ranges_of_the_terms_and_the_simulated_years(
    low: int, high: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A range the contract gives may be narrower or wider than what was simulated."""
    asked: dict[str, tuple[float, float]] = {}
    leave_out(monkeypatch, worst=False)
    monkeypatch.setattr(outlook, "_prices", lambda *_: None)
    monkeypatch.setattr(outlook, "worst_case", lambda _, bounds, **__: asked.update(bounds))
    found = look(small_deal(), _ranged(f"{low}", f"{high}"), small_declared(), sample=FEW)
    assert asked["member_months"] == (min(low, 3_600), max(high, 3_600))
    year = found.forecast.riskiest
    assert year is not None
    visits = year.years.figures["visits.90837"].values
    assert not isinstance(visits, tuple)
    assert asked["visits.90837"] == (visits.min(), visits.max())


def test_every_stage_is_announced_before_what_moves_the_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leave_out(monkeypatch)
    told: list[str] = []
    look(small_deal(), small_contract(), small_declared(), sample=FEW, tell=told.append)
    assert told[-3:] == ["Proving the worst case", "Pricing every clause", "Forecasting access"]


def test_gaps_of_what_moves_the_result_are_gaps_of_the_outlook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    leave_out(monkeypatch)
    gap = replace(NO_DRIVERS, gaps=("Trying stresses: it stopped.",))
    monkeypatch.setattr(driver_study, "study", lambda *_: gap)
    found = look(small_deal(), small_contract(), small_declared(), sample=FEW)
    assert found.gaps == gap.gaps
    assert found.drivers is gap


def test_clauses_are_priced_on_so_many_years_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlook, "YEARS_PRICED", 64)
    monkeypatch.setattr(outlook, "_worst", lambda *_: None)
    found = small_look()
    assert found.prices is not None
    assert found.prices.years == 64
    assert found.forecast.years[0].forecast.years == FEW.number
