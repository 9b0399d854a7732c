"""A tally counts seats; the base is what the charter says it is, or nothing."""

from dataclasses import replace
from fractions import Fraction

import pytest

from fairterms.audit.committee.charter import Basis, MotionClass
from fairterms.audit.committee.tally import base, count, needed
from fairterms.units.refusal import Refusal
from tests.audit.committee.slow_oracle import Mode, ballots_of, charter_of

VOTES = "ynaxrryy"
LAID = {one.seat: one for one in ballots_of(VOTES)}


def test_every_seat_is_counted_once_for_what_it_did() -> None:
    found = count(charter_of(Mode()), LAID)
    assert (found.yes, found.no, found.abstain, found.absent, found.recused) == (3, 1, 1, 1, 2)
    assert found.agreeing == {"f", "p"}
    assert found.out == {"g"}


@pytest.mark.parametrize(("do_count", "quorum"), [(True, 7), (False, 5)])
def test_the_recused_count_towards_the_quorum_only_where_the_charter_says_so(
    do_count: bool, quorum: int
) -> None:
    found = count(charter_of(Mode(do_recused_count=do_count)), LAID)
    assert found.in_quorum == quorum
    assert found.quorum_of == {"f": 2, "a": 1, "g": 2 if do_count else 0, "p": 2}


def test_a_charter_that_is_silent_about_the_recused_is_refused_when_somebody_is() -> None:
    charter = charter_of(Mode())
    silent = replace(charter, quorum=replace(charter.quorum, recused_count=None))
    with pytest.raises(Refusal, match="does not say whether a recused member counts"):
        count(silent, LAID)
    assert count(silent, {one.seat: one for one in ballots_of("y" * 8)}).in_quorum == 8


@pytest.mark.parametrize(
    ("basis", "in_base", "expected"),
    [
        ("cast", False, 4),
        ("cast", True, 4),
        ("present", False, 5),
        ("present", True, 6),
        ("entire", False, 6),
        ("entire", True, 7),
    ],
)
def test_the_base_leaves_out_the_recused_and_keeps_who_abstains(
    basis: str, in_base: bool, expected: int
) -> None:
    charter = charter_of(Mode(basis, does_chair_count=in_base))
    kind = charter.motion_classes[0]
    assert base(charter, kind, count(charter, LAID)) == expected


def test_a_base_that_the_charter_leaves_open_is_refused() -> None:
    charter = charter_of(Mode("present"))
    kind = charter.motion_classes[0]
    found = count(charter, LAID)
    with pytest.raises(Refusal, match="no majority basis"):
        base(charter, replace(kind, basis=None), found)
    silent = replace(charter, chair=replace(charter.chair, in_base=None))
    with pytest.raises(Refusal, match="whether the chair enters the base"):
        base(silent, kind, found)
    assert base(silent, replace(kind, basis=Basis.CAST), found) == 4


@pytest.mark.parametrize(
    ("share", "out_of", "expected"),
    [("1/2", 6, 4), ("1/2", 0, 1), ("2/3", 6, 4), ("2/3", 7, 5), ("1/1", 8, 8), ("3/4", 0, 1)],
)
def test_half_must_be_passed_and_any_other_share_be_met(
    share: str, out_of: int, expected: int
) -> None:
    kind = MotionClass("m", "M", Basis.CAST, Fraction(share))
    assert needed(kind, out_of) == expected
