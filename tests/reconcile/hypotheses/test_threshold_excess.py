"""First dollar or excess, band by band or at one rate: each is found again."""

import pytest

from fairterms.contract.figure_set import FigureSet, read_toml
from tests.payment.one_clause import contract
from tests.reconcile.hypotheses.planted import explained, is_found, proposals
from tests.settle.deals import figures, savings

CORRIDOR = """
[[figure]]
id = "target"
unit = "$"

[[clause]]
id = "corridor"
title = "Corridor"
model = "risk_corridor"
base = "= target"
bands = [
  { up_to = "1 %", group_share = "0 %" },
  { up_to = "4 %", group_share = "60 %" },
  { group_share = "25 %" },
]
losses = "the same bands"
cite = { document = "01-agreement.pdf", section = "B-5" }
"""


def year(cost: str) -> FigureSet:
    return read_toml(f'[given]\ntarget = "$1,000,000.00"\ncost = "{cost}"\n', "year.toml")


def test_the_excess_for_the_first_dollar_is_named() -> None:
    key = "savings excess over the minimum"
    late = figures(cost="$4,800,000.00")
    one = proposals("threshold_excess", savings(), late)[key]
    assert is_found(explained(savings(), late, one), "threshold_excess", key)


@pytest.mark.parametrize("cost", ["$972,000.00", "$900,000.00", "$1,031,000.00"])
@pytest.mark.parametrize("key", ["corridor.bands first dollar", "corridor flat rate"])
def test_a_corridor_shared_otherwise_is_named(key: str, cost: str) -> None:
    terms = contract(CORRIDOR)
    one = proposals("threshold_excess", terms, year(cost))[key]
    assert is_found(explained(terms, year(cost), one), "threshold_excess", key)


def test_a_flat_rate_is_that_of_the_band_the_difference_ends_in() -> None:
    terms = contract(CORRIDOR)
    one = proposals("threshold_excess", terms, year("$900,000.00"))["corridor flat rate"]
    found = explained(terms, year("$900,000.00"), one)
    assert str(found.best.amount) == "25000.00"


def test_a_loss_is_taken_at_the_rate_of_its_own_bands() -> None:
    own = 'loss_bands = [{ up_to = "2 %", group_share = "10 %" }, { group_share = "30 %" }]'
    terms = contract(CORRIDOR.replace('losses = "the same bands"', own))
    one = proposals("threshold_excess", terms, year("$1,031,000.00"))["corridor flat rate"]
    found = explained(terms, year("$1,031,000.00"), one)
    assert str(found.best.amount) == "-9300.00"
