"""States by code and by name."""

import pytest

from fairterms.reference.states import STATES, place_name, state_code


@pytest.mark.parametrize("code", STATES)
def test_a_state_is_known_by_its_code_and_by_its_name(code: str) -> None:
    assert state_code(code.lower()) == state_code(f" {STATES[code].upper()} ") == code
    assert place_name(code) == STATES[code]


@pytest.mark.parametrize("text", ["", "US", "Oregonia", "XX", "the State of Oregon"])
def test_what_is_no_state_has_no_code(text: str) -> None:
    assert state_code(text) == ""


def test_there_are_fifty_states_and_the_district() -> None:
    assert len(STATES) == len(set(STATES.values())) == 51
