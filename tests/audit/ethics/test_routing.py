"""A report goes past those it names, and past everybody of a side."""

import pytest

from fairterms.audit.ethics.routing import (
    PAST_CHAIR,
    PAST_OPERATOR,
    TOO_FEW,
    About,
    Recipient,
    route,
)

THREE = tuple(Recipient(one) for one in "abc")
NOBODY: frozenset[About] = frozenset()


def test_whoever_is_left_out_is_no_reader() -> None:
    found = route(THREE, frozenset({"b"}), NOBODY)
    assert found.readers == ("a", "c")
    assert found.can_be_opened
    assert found.notices == ()


def test_whoever_is_of_a_side_is_no_reader() -> None:
    found = route((*THREE[:2], Recipient("d", is_of_a_side=True)), frozenset(), NOBODY)
    assert found.readers == ("a", "b")


@pytest.mark.parametrize(
    ("left_out", "count"), [("b", 2), ("bc", 1), ("abc", 0)], ids=["one", "two", "all"]
)
def test_a_report_is_never_opened_by_fewer_than_two(left_out: str, count: int) -> None:
    found = route(THREE, frozenset(left_out), NOBODY)
    assert len(found.readers) == count
    assert found.can_be_opened == (count >= 2)
    assert (TOO_FEW in found.notices) == (count < 2)


def test_a_report_about_the_chair_or_the_operator_says_where_it_must_not_go() -> None:
    assert route(THREE, frozenset(), frozenset({About.CHAIR})).notices == (PAST_CHAIR,)
    assert route(THREE, frozenset(), frozenset({About.OPERATOR})).notices == (PAST_OPERATOR,)
    assert len(route((), frozenset(), frozenset(About)).notices) == 3
