"""What the terms need of the plan's data."""

from dataclasses import replace

from fairterms.prepare.data_demand.demand import demand
from tests.prepare.data_demand.made_up import contract_of


def test_terms_on_total_cost_need_enrolment_and_claims() -> None:
    found = demand(contract_of("juniper"))
    assert found.tables == ("enrolment", "claims")
    terms = {one.term for one in found.needs}
    assert {"member months", "cost of care", "risk score", "attribution"} <= terms
    assert "cost above a limit of one member" in terms


def test_a_measure_of_hospital_stays_needs_the_days_of_the_stay() -> None:
    found = demand(contract_of("juniper"))
    discharged = next(one for one in found.fields if one.name == "discharged")
    assert discharged.needed_for == ("follow-up after a hospital stay",)


def test_terms_on_fees_need_what_was_paid_and_no_stay() -> None:
    found = demand(contract_of("cedar"))
    names = {f"{one.table}.{one.name}" for one in found.fields}
    assert "claims.paid_cents" in names
    assert "claims.discharged" not in names
    assert "enrolment.risk_score" not in names


def test_a_field_is_asked_for_once_with_all_it_is_for() -> None:
    fields = demand(contract_of("juniper")).fields
    assert len({(one.table, one.name) for one in fields}) == len(fields)
    person = next(one for one in fields if (one.table, one.name) == ("claims", "person_id"))
    assert len(person.needed_for) >= 3
    assert person.meaning == "the member"


def test_terms_without_a_figure_of_the_plan_ask_for_nothing() -> None:
    bare = replace(contract_of("cedar"), clauses=(), figures=(), measures=())
    assert demand(bare).fields == ()
