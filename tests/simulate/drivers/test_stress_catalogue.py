"""The catalogue of stresses."""

import pytest

from fairterms.simulate.drivers.stress import Change, Setting
from fairterms.simulate.drivers.stress_catalogue import STRESSES
from tests.simulate.drivers.small_year import deal, plan, without_cost


def test_every_stress_the_issue_names_is_there() -> None:
    assert set(STRESSES) == {
        "benchmark_reset",
        "benefit_change",
        "coding_fall",
        "crisis_patient",
        "delayed_payment",
        "follow_up_collapse",
        "loss_of_staff",
        "surge_in_demand",
        "trend_shock",
    }


@pytest.mark.parametrize("name", list(STRESSES))
def test_every_stress_changes_something_here_and_says_what(name: str) -> None:
    stress = STRESSES[name]
    assert stress.name == name
    change = stress.apply(Setting(deal(), plan()), stress.size)
    assert isinstance(change, Change)
    assert change.words.endswith(".")
    assert change.words[0].isupper() or change.words[0].isdigit()
    assert "_" not in change.words


@pytest.mark.parametrize("name", list(STRESSES))
def test_a_stress_that_does_not_apply_says_why_in_a_sentence(name: str) -> None:
    found = STRESSES[name].apply(Setting(deal(), without_cost()), STRESSES[name].size)
    applies = {"benefit_change", "loss_of_staff", "surge_in_demand"}
    assert isinstance(found, Change if name in applies else str)
    if isinstance(found, str):
        assert found.endswith(".")
        assert found[0].isupper() or found.startswith("forecast.toml")
