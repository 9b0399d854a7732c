"""Reasons: from the agreed list, and before the outcome is known."""

from datetime import date

import pytest

from fairterms.outcomes.expected_response.reason_codes import (
    REASONS,
    CodedReason,
    ReasonCode,
    ReasonList,
    check,
)
from fairterms.reference.evidence import Basis, Evidence
from fairterms.units.refusal import Refusal

DAY = date(2027, 3, 10)


def test_reasons_in_time_are_kept() -> None:
    given = [CodedReason("a", "life-event", DAY), CodedReason("b", "medicine", DAY)]
    known = {"a": date(2027, 3, 11)}
    assert check(given, REASONS, known) == {"a": "life-event", "b": "medicine"}


def test_a_reason_given_on_the_day_of_the_outcome_is_too_late() -> None:
    with pytest.raises(Refusal, match="1 of 1 were given when the outcome was known") as told:
        check([CodedReason("secret", "life-event", DAY)], REASONS, {"secret": DAY})
    assert "secret" not in str(told.value)


def test_a_code_off_the_list_is_refused_with_the_nearest() -> None:
    with pytest.raises(Refusal, match="life-evnt not on the agreed list") as told:
        check([CodedReason("a", "life-evnt", DAY)], REASONS, {})
    assert "life-event" in told.value.fix


def test_two_reasons_for_one_course_are_refused() -> None:
    given = [CodedReason("a", "life-event", DAY), CodedReason("a", "medicine", DAY)]
    with pytest.raises(Refusal, match="1 courses have two"):
        check(given, REASONS, {})


def test_a_list_is_short_and_has_each_code_once() -> None:
    here = Basis("example", Evidence.RECOMPUTED)
    for count in (0, 13):
        with pytest.raises(Refusal, match=f"{count} codes"):
            ReasonList(tuple(ReasonCode(f"c{at}", "words") for at in range(count)), here)
    with pytest.raises(Refusal, match="2 codes, 1 different"):
        ReasonList((ReasonCode("c", "one"), ReasonCode("c", "two")), here)


def test_the_list_to_begin_with_says_that_it_is_a_choice() -> None:
    assert REASONS.basis.is_unconfirmed
