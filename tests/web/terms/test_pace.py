"""How often one person may have a text checked."""

import pytest

from fairterms_web.terms.pace import MOST, SECONDS, Pace, TooOften


def test_one_person_has_one_check_at_a_time() -> None:
    pace = Pace()
    with pace.turn("a", 0):
        with pytest.raises(TooOften), pace.turn("a", 0):
            pass
        with pace.turn("b", 0):
            pass
    with pace.turn("a", 0):
        pass


def test_there_are_so_many_in_a_minute_and_no_more() -> None:
    pace = Pace()
    for number in range(MOST):
        with pace.turn("a", number / 10):
            pass
    with pytest.raises(TooOften), pace.turn("a", SECONDS - 0.1):
        pass
    with pace.turn("b", SECONDS - 0.1):
        pass
    with pace.turn("a", SECONDS + 0.01):
        pass


def test_a_check_that_fails_frees_its_turn() -> None:
    pace = Pace()
    with pytest.raises(ZeroDivisionError), pace.turn("a", 0):
        raise ZeroDivisionError
    with pace.turn("a", 0):
        pass
