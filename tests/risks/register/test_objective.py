"""An objective is measurable, somebody's, and says what is bearable or that nobody did."""

from dataclasses import replace

import pytest

from fairterms.risks.loss.tolerance import Tolerance
from fairterms.risks.register.objective import Holder
from tests.risks.register.made_up import objective


def test_without_a_tolerance_it_says_that_nobody_said_what_is_bearable() -> None:
    assert objective().tolerance_words == "nobody said what is bearable"


def test_a_tolerance_is_written_in_the_objectives_unit() -> None:
    bearable = replace(objective(), tolerance=Tolerance(((60_000.0, 0.2), (250_000.0, 0.005))))
    assert bearable.tolerance_words == (
        "more than $60,000.00 in 20 % of years; more than $250,000.00 in 0.5 % of years"
    )
    people = replace(objective(unit="1 person"), tolerance=Tolerance(((30.0, 0.1),)))
    assert people.tolerance_words == "more than 30 people in 10 % of years"


def test_only_an_objective_of_the_public_is_about_harm_to_those_who_do_not_sign() -> None:
    harmful = [one for one in Holder if objective(holder=one, value="care").is_public_harm]
    assert harmful == [Holder.PUBLIC]


@pytest.mark.parametrize("kind", ["", "O1", "O9", "O10"])
def test_the_kinds_of_the_library_are_known(kind: str) -> None:
    assert replace(objective(), kind=kind).kind == kind


@pytest.mark.parametrize("kind", ["O0", "O11", "1", "O1 "])
def test_other_kinds_are_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="is no kind of objective"):
        replace(objective(), kind=kind)


def test_what_cannot_be_measured_or_serves_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="does not say what is measured"):
        replace(objective(), measure="")
    with pytest.raises(ValueError, match='"up" is no direction'):
        replace(objective(), direction="up")
    with pytest.raises(ValueError, match="does not say which value it serves"):
        objective(holder=Holder.SHARED)
