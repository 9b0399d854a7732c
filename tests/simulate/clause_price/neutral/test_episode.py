"""Without its shares, an episode settles nothing; without limits, all."""

import pytest

from tests.simulate.clause_price.struck import strikes_agree, with_and_without

CLAUSES = """
[[measure]]
id = "screening"
direction = "higher is better"

[[clause]]
id = "episode"
model = "episode"
acceptable = "$800.00 per episode"
commendable = "$600.00 per episode"
gain_share = "50 %"
loss_share = "50 %"
risk_adjustment = "divided by the mean risk factor"
gain_share_limit = "$500.00 per episode"
minimum_episodes = "10 episodes"
loss_cap = "$1,000.00"
indicators = [{ measure = "screening", threshold = "80 %", direction = "higher is better" }]
"""
FIGURES = {
    "episodes": "100 episodes",
    "cost": "$44,000.00",
    "risk_score": "1.10 factor",
    "screening.numerator": "90 cases",
    "screening.denominator": "100 cases",
}

CLAUSE = "episode"

CASES = {
    "without a share no gain is paid": ("gain_share", "$5,000.00", "$0.00"),
    "the limit takes a part of the gain": ("gain_share_limit", "$5,000.00", "$10,000.00"),
    "the risk factor raises the gain": ("risk_adjustment", "$5,000.00", "$5,000.00"),
    "the share of losses says nothing of a gain": ("loss_share", "$5,000.00", "$5,000.00"),
    "a measure that is met costs nothing": ("indicators", "$5,000.00", "$5,000.00"),
}


@pytest.mark.parametrize(("term", "with_it", "without_it"), CASES.values(), ids=CASES.keys())
def test_a_struck_term_is_not_there(term: str, with_it: str, without_it: str) -> None:
    assert with_and_without(CLAUSES, FIGURES, f"{CLAUSE}.{term}") == (with_it, without_it)


def test_strikes_agree_with_one_another() -> None:
    assert strikes_agree(CLAUSES, FIGURES)


DEAR = FIGURES | {"cost": "$99,000.00"}


def test_a_loss_is_limited_and_shared() -> None:
    assert with_and_without(CLAUSES, DEAR, "episode.loss_cap") == ("-$1,000.00", "-$5,000.00")
    assert with_and_without(CLAUSES, DEAR, "episode.loss_share") == ("-$1,000.00", "$0.00")
    assert with_and_without(CLAUSES, DEAR, "episode.risk_adjustment")[1] == "-$1,000.00"


def test_a_measure_that_is_missed_costs_the_gain() -> None:
    figures = FIGURES | {"screening.numerator": "10 cases"}
    assert with_and_without(CLAUSES, figures, "episode.indicators") == ("$0.00", "$5,000.00")


def test_a_minimum_that_is_missed_costs_the_gain() -> None:
    figures = FIGURES | {"episodes": "9 episodes", "cost": "$4,950.00"}
    assert with_and_without(CLAUSES, figures, "episode.minimum_episodes") == ("$0.00", "$450.00")
