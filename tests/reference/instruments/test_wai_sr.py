"""WAI-SR: a sum or a mean, and a contract must say which."""

import pytest

from fairterms.outcomes.forms.scoring import score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.reference.instrument_facts import Direction
from fairterms.reference.instruments.wai_sr import INSTRUMENT
from fairterms.units.refusal import Refusal
from tests.reference.judged import is_refused


def test_a_sum_of_48_is_no_mean_and_a_mean_of_4_no_sum() -> None:
    assert not is_refused("wai_sr", 48, "sum")
    assert is_refused("wai_sr", 48, "mean")
    assert not is_refused("wai_sr", 4, "mean")
    assert is_refused("wai_sr", 4, "sum")


def test_a_contract_must_say_which() -> None:
    with pytest.raises(Refusal, match="can be scored in 2 ways"):
        score_totals([4], ScoringTerms("wai_sr"))


def test_higher_is_better() -> None:
    assert INSTRUMENT.direction is Direction.HIGHER_IS_BETTER
