"""Bills: one a visit or stay, in whole cents that add up, and only what was paid in time."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.synthetic.claims import Claims
from fairterms.outcomes.synthetic.columns import Block
from fairterms.outcomes.synthetic.visits import INTAKE_CODE, LATER_CODES
from tests.outcomes.synthetic.groups import group, world


@pytest.fixture(scope="module")
def block() -> Block:
    return group(world(patients=3000)).block


def test_amounts_are_whole_cents_and_add_up(block: Block) -> None:
    made = block.claims
    for name in ("allowed_cents", "charge_cents", "coinsurance_cents", "deductible_cents"):
        assert getattr(made, name).dtype == np.int64
        assert (getattr(made, name) >= 0).all()
    assert (made.paid_cents >= 0).all()
    own = made.coinsurance_cents + made.deductible_cents
    assert np.array_equal(made.paid_cents + own, made.allowed_cents)
    assert (made.charge_cents > made.allowed_cents).all()


def test_a_visit_costs_its_fee_and_a_stay_its_days(block: Block) -> None:
    made, money = block.claims, block.world.money
    fees = dict(money.fees_cents)
    codes = [*(code for code, _ in LATER_CODES), INTAKE_CODE]
    visit = ~made.is_stay
    expected = [fees[codes[place]] for place in made.service[visit]]
    assert made.allowed_cents[visit].tolist() == expected
    stay = made.is_stay
    assert stay.sum() > 10
    assert (made.allowed_cents[stay] == made.units[stay] * money.day_cents).all()
    assert (made.ends[stay] - made.starts[stay] == made.units[stay]).all()


def test_half_a_cent_of_coinsurance_is_rounded_up() -> None:
    lived = world(patients=50)
    fees = tuple((code, 102) for code, _ in lived.money.fees_cents)
    lived = replace(lived, money=replace(lived.money, fees_cents=fees, own_percent=25))
    made = group(lived).block.claims
    assert set(made.coinsurance_cents[~made.is_stay].tolist()) == {0, 26}


def test_every_visit_is_billed_once_when_it_was_paid_in_time(block: Block) -> None:
    made, visits = block.claims, block.visits
    come = ~visits.is_missed
    billed = set(zip(made.patient.tolist(), made.starts.tolist(), strict=True))
    assert (made.paid_on < block.world.days).all()
    old = come & (visits.day < block.world.days - 250)
    assert set(zip(visits.patient[old].tolist(), visits.day[old].tolist(), strict=True)) <= billed
    late = come & (visits.day >= block.world.days - 10)
    assert not billed & set(
        zip(visits.patient[late].tolist(), visits.day[late].tolist(), strict=True)
    ), "nothing is paid within ten days"


def test_bills_come_in_as_late_as_declared(block: Block) -> None:
    made: Claims = block.claims
    early = made.starts < block.world.days - 250
    delay = (made.paid_on - made.ends)[early]
    assert delay.min() >= 10
    assert delay.mean() == pytest.approx(block.world.money.paid_after, abs=0.7)
