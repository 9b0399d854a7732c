"""A benchmark is agreed when eight steps are, by both sides, on the same words and data."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fairterms.outcomes.targets.benchmark import (
    Benchmark,
    BenchmarkStep,
    Consent,
    StepRecord,
    fingerprint,
)

DATA = fingerprint(b"year,reached,n\n2025,132,200\n")
FIRST = date(2027, 1, 10)


def settled(step: BenchmarkStep) -> StepRecord:
    day = FIRST + timedelta(days=step.number)
    record = StepRecord(step, f"Settled: {step.name}", DATA)
    return record.agree("group", "Practice owner", day).agree("plan", "Contract lead", day)


AGREED = Benchmark("reliable improvement", tuple(settled(step) for step in BenchmarkStep))


def test_eight_agreed_steps_make_a_benchmark() -> None:
    assert len(BenchmarkStep) == 8
    assert AGREED.incomplete == ()
    assert AGREED.is_agreed


@pytest.mark.parametrize("step", BenchmarkStep)
def test_a_step_left_out_is_named(step: BenchmarkStep) -> None:
    rest = tuple(record for record in AGREED.records if record.step is not step)
    (lacking,) = Benchmark("reliable improvement", rest).incomplete
    assert (lacking.step, lacking.what) == (step, "nothing is recorded")
    assert lacking.fix == "settle this step and record it"


@pytest.mark.parametrize("step", BenchmarkStep)
def test_words_changed_after_consent_are_named_for_both_sides(step: BenchmarkStep) -> None:
    record = AGREED.record(step)
    assert record is not None
    changed = AGREED.put(replace(record, settled="Settled otherwise"))
    assert [(lack.step, lack.what) for lack in changed.incomplete] == [
        (step, "the group agreed to other words or other data"),
        (step, "the plan agreed to other words or other data"),
    ]


def test_data_changed_after_consent_are_named_too() -> None:
    record = AGREED.record(BenchmarkStep.YEARS)
    assert record is not None
    changed = AGREED.put(replace(record, data_hash=fingerprint(b"other")))
    assert not changed.is_agreed
    assert record.completed is not None
    assert replace(record, data_hash=fingerprint(b"other")).completed is None


def test_a_consent_to_another_step_with_the_same_words_does_not_count() -> None:
    record = StepRecord(BenchmarkStep.TARGET, "As before", DATA).agree("group", "Owner", FIRST)
    other = replace(record, step=BenchmarkStep.SHADOW)
    lacks = Benchmark("m", (other,)).incomplete
    whats = [lack.what for lack in lacks if lack.step is BenchmarkStep.SHADOW]
    assert "the group agreed to other words or other data" in whats


def test_one_side_alone_is_not_enough() -> None:
    record = StepRecord(BenchmarkStep.MEASURE, "PHQ-9 and GAD-7", DATA)
    record = record.agree("plan", "Contract lead", FIRST)
    assert record.completed is None
    lacks = AGREED.put(record).incomplete
    assert [(lack.step, lack.what) for lack in lacks] == [
        (BenchmarkStep.MEASURE, "the group has not agreed")
    ]


def test_no_words_and_no_data_are_named() -> None:
    day = FIRST + timedelta(days=1)
    empty = StepRecord(BenchmarkStep.MEASURE, " ", "").agree("group", "A", day)
    lacks = AGREED.put(empty.agree("plan", "B", day)).incomplete
    assert [lack.what for lack in lacks] == ["the record has no words", "the data are not named"]


def test_a_step_agreed_before_an_earlier_one_must_be_agreed_again() -> None:
    late = StepRecord(BenchmarkStep.REFERENCE, "All groups of the state", DATA)
    day = FIRST + timedelta(days=100)
    late = late.agree("group", "A", day).agree("plan", "B", day)
    lacks = AGREED.put(late).incomplete
    assert [lack.step.number for lack in lacks] == [3, 4, 5, 6, 7, 8]
    assert {lack.what for lack in lacks} == {"it was agreed before step 2 was"}


def test_steps_agreed_on_one_day_are_in_order() -> None:
    records = tuple(
        StepRecord(step, "All at once", DATA).agree("group", "A", FIRST).agree("plan", "B", FIRST)
        for step in BenchmarkStep
    )
    assert Benchmark("m", records).is_agreed


def test_consent_given_again_replaces_the_old_one() -> None:
    record = settled(BenchmarkStep.MEASURE).agree("group", "New owner", date(2027, 3, 1))
    assert [consent.side for consent in record.consents] == ["plan", "group"]
    assert record.completed == date(2027, 3, 1)


def test_a_step_is_recorded_once_and_a_person_consents() -> None:
    with pytest.raises(AssertionError, match="recorded once"):
        Benchmark("m", (settled(BenchmarkStep.YEARS), settled(BenchmarkStep.YEARS)))
    with pytest.raises(AssertionError, match="a person agrees"):
        Consent("group", " ", FIRST, DATA)
    with pytest.raises(AssertionError, match="sha256"):
        StepRecord(BenchmarkStep.YEARS, "x", "md5:1")
