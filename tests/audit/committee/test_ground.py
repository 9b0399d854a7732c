"""Every ground leads to one outcome."""

import pytest

from fairterms.audit.committee.ground import Ground, Outcome


def test_two_grounds_carry_two_decide_nothing_and_all_others_lose() -> None:
    found = {one: one.outcome for one in Ground if one is not Ground.TIE}
    carried = {one for one, outcome in found.items() if outcome is Outcome.CARRIED}
    undecided = {one for one, outcome in found.items() if outcome is Outcome.NOT_DECIDED}
    assert carried == {Ground.MAJORITY, Ground.CHAIR_YES}
    assert undecided == {Ground.NOTICE, Ground.QUORUM}


def test_a_tie_is_not_yet_an_outcome() -> None:
    with pytest.raises(AssertionError, match="on its way to the chair"):
        _ = Ground.TIE.outcome
