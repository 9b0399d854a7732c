"""One thing that is not so outweighs all that is, and nothing tested is never a pass."""

import pytest

from fairterms.audit.procedures.observed import Holds, Observed, Outcome, ProcedureResult, verdict


def seen(*holds: Holds) -> ProcedureResult:
    observed = tuple(Observed("It is so.", "It is.", "here", one) for one in holds)
    return ProcedureResult("data_feed", "Data feed", observed)


@pytest.mark.parametrize(
    ("holds", "outcome"),
    [
        ((Holds.YES,), Outcome.HOLDS),
        ((Holds.YES, Holds.NOT_TESTED), Outcome.PARTLY_TESTED),
        ((Holds.NOT_TESTED,), Outcome.NOT_TESTED),
        ((Holds.YES, Holds.NOT_TESTED, Holds.NO), Outcome.DOES_NOT_HOLD),
        ((Holds.NOT_TESTED, Holds.NO), Outcome.DOES_NOT_HOLD),
    ],
)
def test_the_outcome_follows_from_what_was_seen(holds: tuple[Holds, ...], outcome: Outcome) -> None:
    assert seen(*holds).outcome is outcome


def test_a_result_has_observations_or_a_reason_and_never_both_or_neither() -> None:
    assert ProcedureResult("a", "A", (), "Not tested.").outcome is Outcome.NOT_TESTED
    with pytest.raises(AssertionError):
        ProcedureResult("a", "A", ())
    with pytest.raises(AssertionError):
        ProcedureResult("a", "A", seen(Holds.YES).observed, "Not tested.")


@pytest.mark.parametrize("wording", [("", "b", "c"), ("a", "", "c"), ("a", "b", "")])
def test_an_observation_says_what_was_expected_what_was_seen_and_where(
    wording: tuple[str, str, str],
) -> None:
    with pytest.raises(AssertionError):
        Observed(*wording, Holds.YES)


def test_observations_are_counted_by_verdict() -> None:
    found = seen(Holds.YES, Holds.NO, Holds.YES)
    assert [found.count(one) for one in Holds] == [2, 1, 0]
    assert (verdict(True), verdict(False)) == (Holds.YES, Holds.NO)
