from dataclasses import replace
from decimal import Decimal

from fairterms.prepare.cost_to_comply.contract_measures import needs
from fairterms.prepare.cost_to_comply.kind import KINDS, Driver
from tests.prepare.cost_to_comply.made_up import example


def test_the_largest_denominator_of_a_sort_is_counted_once_and_a_change_needs_two_forms() -> None:
    _, contract, _, settlement = example("cedar")
    counted = {one.kind_name: one.count for one in needs(contract, settlement.figures.values)}
    assert counted == {
        "outcome_measures": Decimal(2 * 1752),
        "patient_surveys": Decimal(1104),
        "first_contact_records": Decimal(2610),
    }


def test_without_a_scenario_the_need_is_known_and_the_number_is_not() -> None:
    _, contract, _, _ = example("cedar")
    assert {one.count for one in needs(contract, {})} == {None}


def test_every_need_is_of_a_kind_counted_in_the_same_way() -> None:
    _, contract, _, _ = example("cedar")
    for one in needs(contract, {}):
        driver = KINDS[one.kind_name].driver
        assert driver is one.driver or one.driver is Driver.NEW_PATIENT


def test_a_contract_without_measures_needs_nothing() -> None:
    _, contract, _, _ = example("cedar")
    assert needs(replace(contract, measures=()), {}) == ()
