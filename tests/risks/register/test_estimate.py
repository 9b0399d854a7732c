"""An estimate has numbers, or names the loss that the contract computes; never both."""

from dataclasses import replace
from typing import Any

import pytest

from fairterms.risks.loss.limits import Limits
from fairterms.risks.loss.severity import Fixed
from fairterms.risks.register.estimate import Stage
from fairterms.units.quantity import count
from tests.risks.register.made_up import computed, estimate


def without(part: str, to: str | None = "") -> dict[str, Any]:
    return {part: to}


def test_the_two_sorts_are_told_apart() -> None:
    assert computed().is_computed
    assert not estimate("typed").is_computed


def test_impact_and_stage_make_the_chain() -> None:
    assert estimate("a", stage=Stage.TARGET).chain == ("late_pay", Stage.TARGET)
    assert estimate("a", impact="other").chain != estimate("a").chain


def test_a_guess_beside_what_the_contract_computes_is_refused() -> None:
    guess = "the contract can compute this loss"
    with pytest.raises(ValueError, match=guess):
        replace(computed(), severity=Fixed(5.0))
    with pytest.raises(ValueError, match=guess):
        replace(computed(), frequency=estimate("typed").frequency)
    with pytest.raises(ValueError, match=guess):
        replace(computed(), limits=Limits(per_year=5.0))


def test_what_the_contract_computes_is_in_dollars() -> None:
    with pytest.raises(ValueError, match="is in dollars, and computed is in patients"):
        computed(unit=count("patient"))


@pytest.mark.parametrize("part", ["frequency", "severity"])
def test_half_an_estimate_is_none(part: str) -> None:
    with pytest.raises(ValueError, match="does not say how often and how bad"):
        replace(estimate("half"), **without(part, None))


@pytest.mark.parametrize("part", ["basis", "assessor"])
def test_nobody_makes_an_estimate_from_nothing(part: str) -> None:
    with pytest.raises(ValueError, match=f"leaves {part} out"):
        replace(estimate("bare"), **without(part))
