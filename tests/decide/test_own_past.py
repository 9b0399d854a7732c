"""What a forecast takes from an example's own records."""

from pathlib import Path

import pytest

from fairterms.contract import deal as deals
from fairterms.decide.own_past import past_of
from fairterms.payment.loading import load
from fairterms.simulate.forecast.declaration_reader import read
from fairterms.simulate.forecast.own_back_test import COST

JUNIPER = Path(__file__).parents[2] / "examples" / "juniper"


@pytest.mark.slow
def test_the_records_rates_cost_and_past_years_are_found() -> None:
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
