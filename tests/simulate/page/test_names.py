"""A page names clauses, steps and thresholds as people do."""

import pytest

from fairterms.simulate.page.names import clause_titles, gate_name, listed, step_name
from tests.simulate.small_outlook import small_contract

TITLES = {"withhold": "Withheld amount"}


def test_a_clause_without_a_title_is_named_by_its_id_in_words() -> None:
    titles = clause_titles(small_contract())
    assert titles["withhold"] == "Withheld amount"
    assert all(title and "_" not in title for title in titles.values())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("withhold", "Withheld amount"),
        ("withhold.steps", "Withheld amount"),
        ("withhold.paid_at_once", "Withheld amount: paid at once"),
        ("start_up.steps", "start up"),
    ],
)
def test_a_step_is_named_after_its_clause(name: str, shown: str) -> None:
    assert step_name(name, TITLES) == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("response", "response: not all is earned"),
        ("response.minimum_denominator", "response: too few patients"),
        ("response.target_out_of_reach", "response: the target is out of reach"),
        ("minimum_denominator", "minimum denominator"),
        ("loss_band_1", "loss band 1"),
    ],
)
def test_a_threshold_says_what_is_so_when_it_bites(name: str, shown: str) -> None:
    assert gate_name(name, {"response"}) == shown


def test_names_are_joined_as_people_do() -> None:
    assert [listed(["a"]), listed(["a", "b"])] == ["a", "a and b"]
