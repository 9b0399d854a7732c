"""The share of a loss a group bears."""

import numpy as np
import pytest

from fairterms.contract.clause import Contract
from fairterms.contract.value import show
from fairterms.simulate.drivers.loss_terms import has_loss_terms, with_loss_share
from fairterms.simulate.years import net_gains
from tests.payment.one_clause import contract
from tests.simulate.results.small_deals import (
    CORRIDOR,
    EPISODES,
    FEES,
    GLOBAL,
    TWO_SIDED,
    deal,
    years,
)

WITHOUT_PHASE_IN = CORRIDOR[: CORRIDOR.index('[[clause]]\nid = "phase_in"')]


def term(of: Contract, clause: str, name: str) -> str:
    return show(of.clause(clause).terms[name].value)


@pytest.mark.parametrize("text", [TWO_SIDED, CORRIDOR, WITHOUT_PHASE_IN, GLOBAL, EPISODES])
def test_a_contract_with_a_share_of_losses_has_terms_for_it(text: str) -> None:
    assert has_loss_terms(contract(text))
    assert not has_loss_terms(contract(FEES))


def test_gains_stay_and_losses_are_multiplied() -> None:
    for text in (TWO_SIDED, WITHOUT_PHASE_IN):
        here = contract(text)
        figures = {"cost": np.array([800_000.0, 1_000_000.0, 1_300_000.0])}
        if "revenue" in text:
            figures["revenue"] = np.full(3, 1e6)
        made = years(figures)
        free = deal(cost="0")
        gain, _, loss = net_gains(free, here, made)
        shared = net_gains(free, with_loss_share(here, 0.25), made)
        assert loss < 0 < gain
        assert shared == pytest.approx([gain, 0, loss / 4])
        assert net_gains(free, with_loss_share(here, 0.0), made)[2] == 0


def test_a_phase_in_is_set_and_what_runs_into_it_left_alone() -> None:
    found = with_loss_share(contract(CORRIDOR), 0.1)
    assert term(found, "phase_in", "downside_share") == "10 %"
    assert "loss_bands" not in found.clause("corridor").terms


def test_conditions_of_a_phase_in_are_kept() -> None:
    table = '{ by = "members", rows = [["0 members", "0 %"], ["500 members", "35 %"]] }'
    found = with_loss_share(contract(CORRIDOR.replace('"50 %"', table, 1)), 0.2)
    assert term(found, "phase_in", "downside_share").endswith("0 members: 0 %; 500 members: 20 %")
    formula = '"= if(members >= 500 members, 100 %, 0 %)"'
    found = with_loss_share(contract(CORRIDOR.replace('"50 %"', formula, 1)), 0.2)
    assert term(found, "phase_in", "downside_share").startswith("= 20.0 % * (if(")


def test_bands_that_are_not_shared_stay_so() -> None:
    text = WITHOUT_PHASE_IN + 'losses = "not shared"\n'
    here = contract(text)
    assert not has_loss_terms(here)
    assert with_loss_share(here, 0.5) == here
