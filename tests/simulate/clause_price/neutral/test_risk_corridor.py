"""Without its bands a corridor shares nothing."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "risk_corridor"
model = "risk_corridor"
base = "$1,000,000.00"
bands = [{ up_to = "2 %", group_share = "0 %" }, { group_share = "50 %" }]
"""
FIGURES = {"cost": "$900,000.00"}

CLAUSE = "risk_corridor"

CASES = {
    "without bands no savings are shared": ("bands", "$40,000.00", "$0.00"),
    "bands of losses say nothing of savings": ("loss_bands", "$40,000.00", "$40,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


LOSS = {"cost": "$1,100,000.00"}
OWN = CLAUSES + 'loss_bands = [{ group_share = "30 %" }]\n'


@pytest.mark.parametrize(("clauses", "owed"), [(CLAUSES, "-$40,000.00"), (OWN, "-$30,000.00")])
def test_gains_and_losses_are_struck_apart(clauses: str, owed: str) -> None:
    assert with_and_without(clauses, LOSS, "risk_corridor.loss_bands") == (owed, "$0.00")
    assert with_and_without(clauses, LOSS, "risk_corridor.bands") == (owed, owed)


def test_strikes_agree_on_losses_too() -> None:
    assert strikes_agree(CLAUSES, LOSS)
    assert strikes_agree(OWN, LOSS)


def test_losses_that_are_not_shared_are_not_struck() -> None:
    clauses = CLAUSES + 'losses = "not shared"\n'
    with pytest.raises(AssertionError, match="is not among"):
        with_and_without(clauses, LOSS, "risk_corridor.loss_bands")
