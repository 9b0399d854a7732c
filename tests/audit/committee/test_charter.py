"""A charter that cannot be cannot be built."""

from dataclasses import replace
from fractions import Fraction

import pytest

from fairterms.audit.committee.charter import Basis, MotionClass, Seat, Tie
from fairterms.units.refusal import Refusal
from tests.audit.committee.slow_oracle import Mode, charter_of

CHARTER = charter_of(Mode())


@pytest.mark.parametrize("share", ["1/3", "4/3"])
def test_a_threshold_is_from_one_half_to_one(share: str) -> None:
    with pytest.raises(AssertionError, match="a motion and its opposite"):
        MotionClass("m", "M", Basis.CAST, Fraction(share))


def test_only_a_simple_majority_can_be_tied() -> None:
    with pytest.raises(AssertionError, match="only a simple majority"):
        MotionClass("m", "M", Basis.CAST, Fraction(2, 3), tie=Tie.CHAIR)


def test_a_seat_belongs_to_a_constituency_and_so_does_a_concurrence() -> None:
    with pytest.raises(AssertionError, match="a seat of nobody"):
        replace(CHARTER, seats=(Seat("a", "strangers"),))
    kind = replace(CHARTER.motion_classes[0], concurrence=("strangers",))
    with pytest.raises(AssertionError, match="concurrence of nobody"):
        replace(CHARTER, motion_classes=(kind,))
    with pytest.raises(AssertionError, match="has seats"):
        replace(CHARTER, seats=())


def test_seats_and_classes_are_found_by_name() -> None:
    assert CHARTER.seats_of("p") == ("p6", "p7")
    assert CHARTER.motion_class("m").title == "Motions"
    with pytest.raises(Refusal, match="no class of motions “n”"):
        CHARTER.motion_class("n")
