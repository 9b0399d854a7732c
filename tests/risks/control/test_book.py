"""The book puts controls, effects and tests together."""

from dataclasses import replace
from datetime import date

from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.effect import Leaves, Side
from tests.risks.control.made_up import BOOK, EFFECT, INDICATOR, ON, exception, reading


def test_what_is_left_of_an_impact_is_claimed_and_proven() -> None:
    left = BOOK.residual("wrong_pay", ON)
    assert left.mean_loss.claimed == 0.4
    assert 0.4 < left.mean_loss.proven < 0.5
    assert BOOK.residual("late_pay", ON).credits == ()


def test_a_control_may_act_on_two_impacts_and_sides() -> None:
    other = replace(EFFECT, impact="late_pay", acts_on=Side.SEVERITY, leaves=Leaves.exactly(0.9))
    book = replace(BOOK, effects=(EFFECT, other))
    assert book.residual("wrong_pay", ON).severity.claimed == 1
    assert book.residual("late_pay", ON).severity.claimed == 0.9


def test_a_test_that_could_not_be_read_may_have_failed() -> None:
    found = replace(BOOK, unread=frozenset({"match"})).credit(EFFECT, ON)
    assert (found.claimed, found.proven, found.bound95) == (0.4, 1.0, None)
    assert found.why == "a test of it could not be read, and may have failed"
    assert replace(BOOK, unread=frozenset({"other"})).credit(EFFECT, ON).is_proven


def test_late_readings_stand_beside_the_exceptions_written_down() -> None:
    book = ControlBook(
        indicators=(INDICATOR,), readings=(reading(4, "1"),), exceptions=(exception(),)
    )
    assert [one.id for one in book.exceptions_on(date(2027, 5, 31))] == ["march_list"]
    late = [one.id for one in book.exceptions_on(date(2027, 6, 1))]
    assert late == ["march_list", "late_mismatch_2027_05_31"]
    assert "march_list" not in [one.id for one in book.exceptions_on(date(2027, 4, 10))]


def test_controls_without_an_effect_are_named() -> None:
    assert BOOK.idle_controls == ()
    assert replace(BOOK, effects=()).idle_controls == BOOK.controls


def test_an_empty_book_says_so() -> None:
    assert ControlBook().is_empty
    assert not BOOK.is_empty
