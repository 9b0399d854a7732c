from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import duckdb
import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.deal import Deal
from fairterms.contract.deal import read as read_deal
from fairterms.payment.loading import load
from fairterms.payment.models_catalogue import MODELS
from fairterms.population.care_counts import NOTHING, Amount, Split
from fairterms.population.care_look import Look
from fairterms.population.care_rules import CostChange, RateChange
from fairterms.population.impactability import CostImpact, Impact, Moments, RateImpact, Seen
from fairterms.prepare.readiness.gathering import (
    TOTAL_COST_MODELS,
    Forecast,
    Records,
    changes_of,
    counts_total_cost,
    gather,
)
from fairterms.prepare.readiness.situation import Chance, Situation, SizePoint
from fairterms.review.features import Features
from tests.population.test_page import FOUND
from tests.prepare.findings import seen

EXAMPLES = Path(__file__).parents[3] / "examples"


@cache
def deal_and_terms(name: str) -> tuple[Deal, Contract]:
    deal = read_deal(EXAMPLES / name)
    contract = load(deal.terms).contract
    assert contract is not None
    return deal, contract


@pytest.mark.parametrize(
    ("name", "is_total"), [("cedar", False), ("juniper", True), ("willow", True)]
)
def test_the_terms_say_whether_all_cost_counts(name: str, is_total: bool) -> None:
    assert counts_total_cost(deal_and_terms(name)[1]) is is_total


def test_every_model_named_is_one_of_the_catalogue() -> None:
    assert set(MODELS) >= TOTAL_COST_MODELS


def test_what_is_not_given_stays_not_known() -> None:
    found = gather(*deal_and_terms("cedar"), Features())
    assert (found.findings, found.changes, found.clinicians_on_record) == (None, None, None)
    assert (found.reserve_needed, found.share_elsewhere, found.net_impact) == (None, None, None)
    assert found.loss_by_size == ()


def test_the_work_and_the_states_goals_come_with_their_source() -> None:
    found = gather(*deal_and_terms("cedar"), Features(has_incentive=True), (seen("data-feed"),))
    assert found.cost_to_comply is not None
    assert found.cost_to_comply.value == Decimal(75300)
    assert found.cost_to_comply.where == "deal.toml: the sum of 5 costs"
    assert found.cost_growth_target is not None
    assert found.cost_growth_target.value == Decimal("0.0375")
    assert "measurement years 2026 to 2030" in found.cost_growth_target.where
    assert found.has_targets is True
    assert [one.check for one in found.findings or ()] == ["data-feed"]


def test_a_contract_over_two_targets_is_set_beside_the_later_one() -> None:
    deal, contract = deal_and_terms("cedar")
    longer = replace(contract, starts=date(2025, 1, 1), ends=date(2026, 12, 31))
    earlier = replace(contract, starts=date(2025, 1, 1), ends=date(2025, 12, 31))
    targets = [gather(deal, one, Features()).cost_growth_target for one in (longer, earlier)]
    assert [one.value for one in targets if one] == [Decimal("0.0375"), Decimal("0.034")]


def test_a_state_without_a_target_has_none() -> None:
    assert gather(*deal_and_terms("juniper"), Features()).cost_growth_target is None


def test_the_forecast_is_handed_on() -> None:
    points = (SizePoint(38, Chance(0.2)),)
    forecast = Forecast(points, "a year below zero", Decimal(10), Decimal(20), Decimal(-3))
    found = gather(*deal_and_terms("cedar"), Features(), forecast=forecast)
    assert (found.loss_by_size, found.loss_means) == (points, "a year below zero")
    assert found.reserve_needed is not None
    assert found.worst_year is not None
    assert found.net_impact is not None
    amounts = (found.reserve_needed, found.worst_year, found.net_impact)
    assert [one.value for one in amounts] == [10, 20, -3]
    assert all(one.is_shown for one in amounts)


def test_a_fall_of_cost_is_looked_for_in_all_cost() -> None:
    hidden, plain = Seen(1.0, 9.0, 100.0, 900, 0.07), Seen(1.0, 0.1, 100.0, 50, 0.99)
    tenth = Fraction(1, 10)
    cost = CostChange("stays fall", "stays", tenth, tenth, "a thought", is_for_dearest=False)
    rate = RateChange("response rises", 0.4, 0.5, 600, "a thought")
    impact = Impact(
        Moments(1, 1, 1, 1, 1, 1, Fraction(1), 1),
        (CostImpact(cost, 5, tenth, None, hidden, plain),),
        (RateImpact(rate, plain),),
        None,
        None,
    )
    assert [(one.what, one.is_visible, one.chance_of_seeing) for one in changes_of(impact)] == [
        ("stays fall", False, 0.07),
        ("response rises", True, 0.99),
    ]


def looked(**changes: object) -> Look:
    empty = Impact(Moments(1, 1, 1, 1, 1, 1, Fraction(1), 1), (), (), None, None)
    return Look(replace(FOUND, **changes), empty)  # type: ignore[arg-type]


def from_records(look: Look | None) -> Situation:
    connection = duckdb.connect()
    connection.execute("CREATE TABLE clinicians (clinician_id VARCHAR, starts DATE, ends DATE)")
    connection.execute("INSERT INTO clinicians VALUES ('a', NULL, NULL)")
    connection.execute(
        "CREATE TABLE assessments (person_id VARCHAR, instrument VARCHAR, assessed_on DATE)"
    )
    connection.execute("INSERT INTO assessments VALUES ('p', 'PHQ-9', '2026-01-01')")
    records = Records(connection, date(2026, 12, 31), look)
    return gather(*deal_and_terms("cedar"), Features(), records=records)


def test_records_say_how_many_and_how_long() -> None:
    found = from_records(None)
    assert found.clinicians_on_record is not None
    assert found.years_on_record is not None
    assert (found.clinicians_on_record.value, found.years_on_record.value) == (1, 0)
    assert found.share_elsewhere is None


def test_bills_say_what_others_give_and_decide() -> None:
    found = from_records(looked())
    assert found.share_elsewhere is not None
    assert found.share_out_of_reach is not None
    assert found.share_elsewhere.value == Decimal("0.7")
    assert found.share_out_of_reach.value == Decimal("0.5")
    assert "2027-01-01" in found.share_elsewhere.where


def test_bills_of_others_that_were_not_sent_are_no_good_news() -> None:
    own = Split(Amount(100_00, 20), NOTHING, NOTHING)
    assert from_records(looked(cost=own)).share_elsewhere is None
    sure = from_records(looked(cost=own, doubts=())).share_elsewhere
    assert sure is not None
    assert sure.value == 0
