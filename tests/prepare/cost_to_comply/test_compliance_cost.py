from decimal import Decimal

import pytest

from fairterms.contract.deal import Cost
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.costed_duty import beside_costs, cost_duty
from fairterms.prepare.cost_to_comply.declaration_reader import read_text
from fairterms.prepare.cost_to_comply.spread import Spread
from fairterms.prepare.cost_to_comply.workload import yardstick
from tests.prepare.cost_to_comply.made_up import assessed, cost, duty

TALKS = cost("talks", "Quarterly meetings", amount=1000)
SOFTWARE = Cost("software", "Software", Decimal(300), "$300.00 a year")


def made() -> ComplianceCost:
    measure = yardstick(read_text(""), ())
    duties = tuple(
        cost_duty(one, (TALKS, SOFTWARE), measure)
        for one in (
            duty("meetings", 4, people=Decimal(1)),
            duty("grievances", 10),
            duty("audits", 1),
            duty("training", None),
        )
    )
    own = beside_costs((TALKS, SOFTWARE), duties)
    return ComplianceCost(duties, own, {}, member_months=Decimal(1000))


def test_own_costs_are_split_into_hours_and_tools() -> None:
    found = made()
    assert found.own_dollars == 1300
    assert found.own_hours == 20
    assert found.own_tools == 300


def test_missed_duties_stand_the_dearest_first_and_unknown_ones_last() -> None:
    assert [one.duty.id for one in made().missed] == ["audits", "grievances", "training"]
    assert [one.duty.id for one in made().unknown] == ["training"]


def test_the_cost_is_own_costs_and_missed_duties_once_each() -> None:
    # Audits: 8, 24, 80 hours at $45, $65, $100. Grievances: 5, 10, 40 hours at $20, $27, $36.
    found = made()
    assert found.missed_dollars == Spread.of(360 + 100, 1560 + 270, 8000 + 1440)
    assert found.dollars == Spread.of(1760, 3130, 10740)
    assert found.hours == Spread.of(33, 54, 140)


def test_people_are_full_time_years_of_2080_hours() -> None:
    assert made().people.likely == Decimal(54) / 2080


def test_dollars_for_each_member_month() -> None:
    found = made().per_member_month
    assert found is not None
    assert found.likely == Decimal("3.13")


def test_without_a_settlement_there_is_no_share() -> None:
    assert made().share_of_revenue is None


@pytest.mark.parametrize(
    "name",
    [
        "cedar",
        pytest.param("juniper", marks=pytest.mark.slow),
        pytest.param("willow", marks=pytest.mark.slow),
    ],
)
def test_what_the_parts_of_an_example_say_adds_up(name: str) -> None:
    found = assessed(name)
    assert sum(one.own for one in found.mandates) == pytest.approx(found.own_dollars)
    missed = sum(one.missed.likely for one in found.mandates)
    assert missed == found.missed_dollars.likely
    assert sum(one.paid for one in found.mandates) == pytest.approx(found.paid_for_work)
    covered = [one for one in found.duties if one.cover]
    assert len(covered) + len(found.missed) + len(found.not_ours) == len(found.duties)
    assert sum(len(one.duties) for one in found.own) == len(covered)
    assert found.problems == ()
