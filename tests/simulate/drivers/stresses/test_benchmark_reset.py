"""The stress "the benchmark is reset"."""

import numpy as np
import pytest

from fairterms.simulate.drivers.stresses.benchmark_reset import rebased
from fairterms.simulate.years import settled
from tests.payment.one_clause import contract
from tests.simulate.drivers.small_year import plan, years
from tests.simulate.results.small_deals import CAPPED, CORRIDOR, FEES


def test_every_base_year_is_lowered_once_and_what_reads_it_not_again() -> None:
    found, changed = rebased(plan().contract, -0.03)
    assert changed == ("benchmark",)
    before, after = (settled(one, years()).result("benchmark") for one in (plan().contract, found))
    assert np.asarray(after.values) == pytest.approx(np.asarray(before.values) * 0.97)


def test_a_benchmark_in_dollars_and_one_in_a_formula_are_lowered() -> None:
    found, changed = rebased(contract(CAPPED), -0.03)
    assert (str(found.clause("result").terms["benchmark"].value), changed) == (
        "$970,000.00",
        ("result.benchmark",),
    )
    corridor = contract(CORRIDOR.replace('"$1,000,000.00"', '"= 2 factor * revenue"'))
    found, changed = rebased(corridor, -0.03)
    assert changed == ("corridor.base",)
    assert str(found.clause("corridor").terms["base"].value).startswith("= 97.00 % * (2 factor")


def test_a_contract_without_a_benchmark_is_left_alone() -> None:
    found, changed = rebased(contract(FEES), -0.03)
    assert changed == ()
    assert found == contract(FEES)
