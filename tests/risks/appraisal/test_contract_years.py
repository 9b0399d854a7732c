"""Losses of simulated years, by name."""

import numpy as np
import pytest

from fairterms.risks.appraisal.contract_years import NO_YEARS, ContractYears
from fairterms.risks.register.contract_loss import ContractLoss
from tests.risks.appraisal.small_register import YEARS


def test_a_loss_is_found_by_what_an_estimate_asks_for() -> None:
    net, clause = YEARS.of(ContractLoss()), YEARS.of(ContractLoss("withhold"))
    assert net is YEARS.losses["net loss"]
    assert clause is YEARS.losses["clause withhold"]
    assert YEARS.of(ContractLoss("fees")) is None
    assert YEARS.of(ContractLoss(term="withhold.rate")) is None


def test_years_are_counted_and_none_are_none() -> None:
    assert YEARS.years == 32
    assert NO_YEARS.years == 0
    assert NO_YEARS.why_not == "No years were simulated."


def test_losses_of_other_years_do_not_stand_beside_each_other() -> None:
    with pytest.raises(AssertionError, match="the same years"):
        ContractYears({"net loss": np.zeros(4), "clause withhold": np.zeros(3)})
