"""Without a rate nothing is shared; without a minimum all counts."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[clause]]
id = "shared_savings"
model = "shared_savings"
benchmark = "$1,000,000.00"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
sharing_rate_below_minimum = "10 %"
savings_eligibility = "80 %"
shared_from = "excess over the minimum"
quality = "scale"
savings_cap = "$20,000.00"
minimum_loss_rate = "2 %"
loss_rate = "40 %"
loss_cap = "$10,000.00"
"""
FIGURES = {"cost": "$900,000.00", "quality_score": "80 %"}

CLAUSE = "shared_savings"

CASES = {
    "without a rate no savings are shared": ("sharing_rate", "$20,000.00", "$0.00"),
    "the limit takes a part": ("savings_cap", "$20,000.00", "$24,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


LOW = CLAUSES.replace("$20,000.00", "$90,000.00")
LOSS = {"cost": "$1,050,000.00", "quality_score": "80 %"}
BELOW = {"cost": "$980,000.00", "quality_score": "80 %"}


@pytest.mark.parametrize(
    ("term", "without_it"),
    [
        ("minimum_savings_rate", "$32,000.00"),
        ("savings_eligibility", "$32,000.00"),
        ("shared_from", "$32,000.00"),
        ("quality", "$30,000.00"),
        ("loss_rate", "$24,000.00"),
    ],
)
def test_savings_below_the_limit(term: str, without_it: str) -> None:
    name = f"shared_savings.{term}"
    assert with_and_without(LOW, FIGURES, name) == ("$24,000.00", without_it)


@pytest.mark.parametrize(
    ("term", "without_it"),
    [("loss_rate", "$0.00"), ("loss_cap", "-$12,000.00"), ("minimum_loss_rate", "-$10,000.00")],
)
def test_losses(term: str, without_it: str) -> None:
    name = f"shared_savings.{term}"
    assert with_and_without(CLAUSES, LOSS, name) == ("-$10,000.00", without_it)


def test_savings_below_the_minimum_have_a_rate_of_their_own() -> None:
    name = "shared_savings.sharing_rate_below_minimum"
    assert with_and_without(CLAUSES, BELOW, name) == ("$1,280.00", "$0.00")


def test_a_minimum_loss_rate_spares_a_small_loss() -> None:
    figures = {"cost": "$1,010,000.00", "quality_score": "80 %"}
    name = "shared_savings.minimum_loss_rate"
    assert with_and_without(CLAUSES, figures, name) == ("$0.00", "-$4,000.00")
