"""What a discrepancy advises."""

import pytest

from fairterms.reconcile.arithmetic.outcome import Discrepancy, Repair


def test_one_repair_is_to_be_confirmed() -> None:
    found = Discrepancy("sums", "x", ("a",), repairs=(Repair("a", "the total is $5.00"),))
    assert not found.must_ask
    assert found.advice == "It would agree if the total is $5.00. Ask the plan to confirm it."


def test_of_several_repairs_only_the_plan_can_choose() -> None:
    repairs = tuple(Repair("a", words) for words in ("a is 1", "b is 2", "c is 3"))
    found = Discrepancy("sums", "x", ("a",), repairs=repairs)
    assert found.must_ask
    assert (
        found.advice == "It would agree if a is 1, b is 2 or c is 3. Ask the plan which is right."
    )


def test_a_question_of_its_own_is_asked() -> None:
    assert Discrepancy("sums", "x", ("a",), ask="Ask for it.").advice == "Ask for it."


@pytest.mark.parametrize("made", [("", ("a",)), ("x", ())])
def test_a_discrepancy_says_what_and_where(made: tuple[str, tuple[str, ...]]) -> None:
    with pytest.raises(AssertionError):
        Discrepancy("sums", *made)
