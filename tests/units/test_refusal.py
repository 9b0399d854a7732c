"""A refusal says what stops the calculation, why, and what to do."""

import pytest

from fairterms.units.refusal import Refusal


def test_a_refusal_is_shown_with_its_reason_and_its_fix() -> None:
    refusal = Refusal("cost", "missing", "no number is assumed", "give it with the figures")
    assert str(refusal) == (
        "cost: missing\n      why: no number is assumed\n      fix: give it with the figures"
    )
    assert (refusal.subject, refusal.what) == ("cost", "missing")
    assert (refusal.why, refusal.fix) == ("no number is assumed", "give it with the figures")


def test_a_refusal_can_be_raised_and_caught() -> None:
    with pytest.raises(Refusal, match=r"^cost: missing"):
        raise Refusal("cost", "missing", "", "")


def test_a_refusal_reads_as_sentences_too_and_keeps_its_capitals() -> None:
    refusal = Refusal("cost", "is missing", "the PMPM needs it", "give the CPT code")
    assert refusal.sentences == "cost: is missing. The PMPM needs it. Give the CPT code."
    assert "\n" not in refusal.sentences
