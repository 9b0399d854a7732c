"""Steps are noted in order, and a case is in no population it cannot be in."""

from itertools import product

import pytest

from fairterms.reference.measure import Population, TraceStep
from fairterms.reference.measure_logic.steps import Steps, sort_case, word_count


def test_answers_are_noted_in_order_and_given_back() -> None:
    steps = Steps()
    assert steps.ask("one", True, "first") is True
    assert steps.ask("two", False, "second") is False
    assert steps.taken == (TraceStep("one", True, "first"), TraceStep("two", False, "second"))


def test_steps_taken_on_from_others_leave_them_alone() -> None:
    steps = Steps()
    steps.ask("one", True, "first")
    more = Steps(steps.taken)
    more.ask("two", True, "second")
    assert (len(steps.taken), len(more.taken)) == (1, 2)


@pytest.mark.parametrize(
    ("initial", "excluded", "excepted", "reached"), [*product((0, 1), repeat=4)]
)
def test_every_case_is_sorted_by_the_plain_rule(
    initial: int, excluded: int, excepted: int, reached: int
) -> None:
    counts = sort_case(
        bool(initial),
        is_excluded=bool(excluded),
        is_excepted=bool(excepted),
        is_reached=bool(reached),
    )
    wanted = [initial, initial, 0, 0, 0]
    if initial and excluded:
        wanted[2] = 1
    elif initial and reached:
        wanted[4] = 1
    elif initial and excepted:
        wanted[3] = 1
    assert [counts[population] for population in Population] == wanted


def test_a_case_is_neither_excused_nor_reached_unless_somebody_says_so() -> None:
    assert sum(sort_case(True).values()) == 2


def test_a_number_has_its_noun() -> None:
    assert word_count(2, "supply", "supplies") == "2 supplies"
    assert word_count(1, "supply", "supplies") == "1 supply"
    assert word_count(0, "supply", "supplies") == "no supply"
