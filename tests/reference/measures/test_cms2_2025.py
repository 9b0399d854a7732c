"""Screening for depression and follow-up: a case on each side of every date and every cut.

The base case is an adult seen on 10 March 2026 from 9 to 10, screened negative that morning.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import Observation
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.supply import Supply
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import Judgement, MeasurementPeriod
from fairterms.reference.measures.cms2_2025 import MEASURE
from fairterms.units.refusal import Refusal
from tests.reference.measures.made_up_care import (
    answer,
    diagnosis,
    made_up,
    moment,
    order,
    populations,
    prescription,
    procedure,
    sets_for,
    span,
    visit,
)

SETS = sets_for(MEASURE)
SEEN = "Encounter to Screen for Depression"
ADULT, TEEN = (Code("loinc", "73832-8"),), (Code("loinc", "73831-0"),)
NEGATIVE = (Code("snomed-ct", "428171000124102"),)
POSITIVE = (Code("snomed-ct", "428181000124104"),)
DECLINED = (Code("snomed-ct", "720834000"),)
DAY = "2026-03-10"
VISIT = visit(SEEN, "2026-03-10T09:00:00Z", "2026-03-10T10:00:00Z")
REFERRAL, FOLLOW_UP = "Referral for Adult Depression", "Follow Up for Adult Depression"
MEDICINE = "Adult Depression Medications"
BASE = PatientRecord(
    id="1",
    birth_date=date(1990, 1, 1),
    encounters=(VISIT,),
    observations=(answer(ADULT, NEGATIVE, "2026-03-10T08:00:00Z"),),
)
ILL = replace(BASE, observations=(answer(ADULT, POSITIVE, "2026-03-10T08:00:00Z"),))


def judge(patient: PatientRecord) -> Judgement:
    (judgement,) = MEASURE.judged(patient, MeasurementPeriod.year(2026), SETS)
    return judgement


def counted(patient: PatientRecord = BASE, **changes: Any) -> str:
    return populations(judge(replace(patient, **changes)))


def refusal(codes: tuple[Code, ...], day: str, **more: Any) -> Observation:
    """Return the note that a screen was declined."""
    given: dict[str, Any] = {"id": f"refusal {day}", "codes": codes, "status": "cancelled"}
    given |= {"issued": moment(day), "not_done_reasons": DECLINED}
    return Observation(**{**given, **more})


def test_a_negative_screen_is_enough_and_a_positive_one_alone_is_not() -> None:
    assert counted() == "idn"
    assert counted(ILL) == "id"
    assert counted(observations=()) == "id"


@pytest.mark.parametrize(
    ("birth", "found", "stratum"),
    [
        (date(2014, 1, 2), "", ""),
        (date(2014, 1, 1), "id", "12 to 17"),
        (date(2008, 1, 2), "idn", "12 to 17"),
        (date(2008, 1, 1), "idn", "18 and over"),
        (None, "", ""),
    ],
)
def test_age_is_counted_on_the_first_day_of_the_year(
    birth: date | None, found: str, stratum: str
) -> None:
    judgement = judge(replace(BASE, birth_date=birth))
    assert (populations(judgement), judgement.stratum) == (found, stratum)


@pytest.mark.parametrize(
    ("birth", "teen", "adult"),
    [
        (date(2009, 1, 2), "idn", "id"),
        (date(2009, 1, 1), "idn", "idn"),
        (date(2008, 1, 2), "idn", "idn"),
        (date(2008, 1, 1), "id", "idn"),
    ],
)
def test_the_form_follows_from_the_age_and_at_seventeen_either_counts(
    birth: date, teen: str, adult: str
) -> None:
    for form, found in [(TEEN, teen), (ADULT, adult)]:
        assert counted(birth_date=birth, observations=(answer(form, NEGATIVE, DAY),)) == found


def test_at_seventeen_one_form_reached_outweighs_the_other() -> None:
    screens = (answer(TEEN, POSITIVE, DAY), answer(ADULT, NEGATIVE, DAY))
    assert counted(birth_date=date(2008, 6, 1), observations=screens) == "idn"


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2025-12-31", "2026-01-01", ""),
        ("2026-01-01T00:00:00+02:00", "2026-01-01T01:00:00+02:00", "id"),
        ("2026-12-31", "2026-12-31", "id"),
        ("2026-12-31", "2027-01-01", ""),
    ],
)
def test_all_of_a_visit_lies_in_the_year_as_written(start: str, end: str, found: str) -> None:
    assert counted(encounters=(visit(SEEN, start, end),), observations=()) == found


@pytest.mark.parametrize(
    ("kind", "status", "found"),
    [
        (SEEN, "finished", "idn"),
        ("Physical Therapy Evaluation", "finished", "idn"),
        ("Telephone Visits", "finished", "idn"),
        ("Bipolar Disorder", "finished", ""),
        (SEEN, "in-progress", ""),
        (SEEN, "cancelled", ""),
        (SEEN, "", ""),
    ],
)
def test_a_visit_is_finished_and_of_a_listed_kind(kind: str, status: str, found: str) -> None:
    assert counted(encounters=(visit(kind, DAY, status=status),)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-02-23", "id"),
        ("2026-02-24", "idn"),
        ("2026-02-24T00:01:00Z", "idn"),
        ("2026-03-10T23:00:00Z", "idn"),
        ("2026-03-11", "id"),
    ],
)
def test_a_screen_lies_up_to_fourteen_days_before_the_visit(day: str, found: str) -> None:
    assert counted(observations=(answer(ADULT, NEGATIVE, day),)) == found


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2026-02-20", "2026-02-24", "idn"),
        ("2026-02-20", "2026-02-23", "id"),
        ("2026-03-10", "2026-03-11", "id"),
    ],
)
def test_a_negative_screen_counts_by_its_end(first: str, last: str, found: str) -> None:
    screen = answer(ADULT, NEGATIVE, first, when=span(first, last))
    assert counted(observations=(screen,)) == found


@pytest.mark.parametrize(("first", "found"), [("2026-02-24", "idn"), ("2026-02-23", "id")])
def test_a_positive_screen_is_followed_up_only_when_it_began_within_fourteen_days(
    first: str, found: str
) -> None:
    screen = answer(ADULT, POSITIVE, first, when=span(first, "2026-03-01"))
    assert counted(observations=(screen,), service_requests=(order(REFERRAL, DAY),)) == found


def test_fourteen_days_are_counted_from_the_first_day_of_a_long_visit() -> None:
    long = visit(SEEN, DAY, "2026-03-14")
    for day, found in [("2026-02-24", "idn"), ("2026-02-23", "id"), ("2026-03-12", "id")]:
        screens = (answer(ADULT, NEGATIVE, day),)
        assert counted(encounters=(long,), observations=screens) == found


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("final", "idn"),
        ("corrected", "idn"),
        ("amended", "id"),
        ("preliminary", "id"),
        ("unknown", "id"),
    ],
)
def test_a_screen_counts_by_its_status(status: str, found: str) -> None:
    assert counted(observations=(answer(ADULT, NEGATIVE, DAY, status=status),)) == found


def test_a_screen_without_a_result_does_not_hide_an_earlier_one() -> None:
    screens = (answer(ADULT, NEGATIVE, "2026-03-09"), answer(ADULT, (), DAY))
    judgement = judge(replace(BASE, observations=screens))
    assert populations(judgement) == "idn"
    assert judgement.findings == ("a screen of the adult form does not count: it has no result",)


def test_a_screen_of_unknown_status_is_a_finding() -> None:
    screens = (answer(ADULT, NEGATIVE, DAY, status="unknown"),)
    assert judge(replace(BASE, observations=screens)).findings == (
        "a screen of the adult form does not count: its status is unknown",
    )


def test_the_last_screen_counts_not_the_first() -> None:
    good, bad = "2026-03-05", "2026-03-09"
    for screens, found in [
        ((answer(ADULT, NEGATIVE, good), answer(ADULT, POSITIVE, bad)), "id"),
        ((answer(ADULT, POSITIVE, good), answer(ADULT, NEGATIVE, bad)), "idn"),
        ((answer(ADULT, NEGATIVE, bad), answer(ADULT, POSITIVE, good)), "idn"),
        ((answer(ADULT, NEGATIVE, DAY), answer(ADULT, POSITIVE, DAY)), "id"),
        ((answer(ADULT, POSITIVE, DAY), answer(ADULT, NEGATIVE, DAY)), "idn"),
    ]:
        assert counted(observations=screens) == found


def test_a_later_screen_after_the_last_visit_does_not_count() -> None:
    screens = (answer(ADULT, NEGATIVE, DAY), answer(ADULT, POSITIVE, "2026-03-20"))
    assert counted(observations=screens) == "idn"


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-03-09", "id"),
        ("2026-03-10T00:05:00Z", "idn"),
        ("2026-03-12T23:59:00Z", "idn"),
        ("2026-03-13", "id"),
    ],
)
def test_a_referral_or_medicine_is_ordered_up_to_two_days_after_the_visit(
    day: str, found: str
) -> None:
    assert counted(ILL, service_requests=(order(REFERRAL, day),)) == found
    bounds = span(DAY, "2026-06-01")
    given = prescription(MEDICINE, day, None, bounds=bounds)
    assert counted(ILL, medication_orders=(given,)) == found


def test_the_two_days_are_counted_from_the_last_day_of_a_long_visit() -> None:
    long = (visit(SEEN, DAY, "2026-03-14"),)
    for day, found in [
        ("2026-03-13", "id"),
        ("2026-03-14", "idn"),
        ("2026-03-16", "idn"),
        ("2026-03-17", "id"),
    ]:
        assert counted(ILL, encounters=long, service_requests=(order(REFERRAL, day),)) == found


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("2026-03-10T08:59:59Z", "id"),
        ("2026-03-10T09:00:00Z", "idn"),
        ("2026-03-10T10:00:00Z", "idn"),
        ("2026-03-10T10:00:01Z", "id"),
        ("2026-03-10T05:30:00-04:00", "idn"),
        ("2026-03-10T09:30:00-04:00", "id"),
    ],
)
def test_a_follow_up_procedure_begins_within_the_visit_to_the_instant(
    start: str, found: str
) -> None:
    done = procedure(FOLLOW_UP, start, "2026-05-01T00:00:00Z")
    assert counted(ILL, procedures=(done,)) == found


@pytest.mark.parametrize(("day", "found"), [("2026-12-31", "idn"), ("2027-01-01", "id")])
def test_a_follow_up_lies_in_the_year(day: str, found: str) -> None:
    late = replace(
        ILL,
        encounters=(visit(SEEN, "2026-12-31"),),
        observations=(answer(ADULT, POSITIVE, "2026-12-31"),),
    )
    assert counted(late, service_requests=(order(REFERRAL, day),)) == found
    bounds = span("2026-12-31", "2027-06-01")
    given = prescription(MEDICINE, day, None, bounds=bounds)
    assert counted(late, medication_orders=(given,)) == found


def test_a_procedure_written_as_of_the_next_year_does_not_count() -> None:
    late = replace(
        ILL,
        encounters=(visit(SEEN, "2026-12-31T23:00:00-05:00", "2026-12-31T23:30:00-05:00"),),
        observations=(answer(ADULT, POSITIVE, "2026-12-31"),),
    )
    for start, found in [
        ("2026-12-31T23:15:00-05:00", "idn"),
        ("2027-01-01T04:15:00Z", "id"),
    ]:
        assert counted(late, procedures=(procedure(FOLLOW_UP, start),)) == found


def test_a_medicine_may_outlast_another_visit_than_the_one_it_was_ordered_after() -> None:
    bounds = span("2026-03-12", "2026-06-01")
    given = (prescription(MEDICINE, "2026-03-11", None, bounds=bounds),)
    assert counted(ILL, medication_orders=given) == "id"
    near = (VISIT, visit(SEEN, "2026-03-13"))
    assert counted(ILL, encounters=near, medication_orders=given) == "idn"
    far = (VISIT, visit(SEEN, "2026-03-25"))
    assert counted(ILL, encounters=far, medication_orders=given) == "id"


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-03-10", "2026-03-11", "idn"),
        ("2026-03-10", "2026-03-10", "id"),
        ("2026-03-11", "2026-06-01", "id"),
        ("2026-01-01", "2026-06-01", "idn"),
        ("2026-01-01", "2026-03-10", "id"),
    ],
)
def test_a_medicine_is_taken_by_the_last_day_of_the_visit_and_for_longer(
    start: str, end: str, found: str
) -> None:
    given = prescription(MEDICINE, DAY, None, bounds=span(start, end))
    assert counted(ILL, medication_orders=(given,)) == found


@pytest.mark.parametrize(
    ("supply", "found"),
    [
        (Supply(days=1), "id"),
        (Supply(days=2), "idn"),
        (Supply(days=1, refills=1), "idn"),
        (Supply(), "id"),
    ],
)
def test_a_medicine_has_a_known_length(supply: Supply, found: str) -> None:
    given = prescription(MEDICINE, DAY, supply=supply)
    assert counted(ILL, medication_orders=(given,)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, "idn"),
        ({"status": "completed"}, "idn"),
        ({"status": "draft"}, "id"),
        ({"status": "cancelled"}, "id"),
        ({"intent": "filler-order"}, "idn"),
        ({"intent": "plan"}, "id"),
        ({"is_do_not_perform": True}, "id"),
        ({"authored": None}, "id"),
    ],
)
def test_a_medicine_is_ordered_and_the_order_stands(change: dict[str, Any], found: str) -> None:
    given = prescription(MEDICINE, DAY, **{"bounds": span(DAY, "2026-06-01"), **change})
    assert counted(ILL, medication_orders=(given,)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"status": "completed"}, "idn"),
        ({"status": "revoked"}, "id"),
        ({"intent": "plan"}, "idn"),
        ({"is_do_not_perform": True}, "id"),
    ],
)
def test_a_referral_stands_whatever_its_intent(change: dict[str, Any], found: str) -> None:
    assert counted(ILL, service_requests=(order(REFERRAL, DAY, **change),)) == found


@pytest.mark.parametrize(
    ("status", "found"), [("completed", "idn"), ("in-progress", "id"), ("not-done", "id")]
)
def test_a_follow_up_procedure_is_completed(status: str, found: str) -> None:
    done = procedure(FOLLOW_UP, "2026-03-10T09:30:00Z", status=status)
    assert counted(ILL, procedures=(done,)) == found


def test_follow_up_of_the_other_form_does_not_count() -> None:
    teen = "Referral for Adolescent Depression"
    assert counted(ILL, service_requests=(order(teen, DAY),)) == "id"
    young = replace(ILL, birth_date=date(2012, 1, 1), observations=(answer(TEEN, POSITIVE, DAY),))
    assert counted(young, service_requests=(order(teen, DAY),)) == "idn"
    assert counted(young, service_requests=(order(REFERRAL, DAY),)) == "id"


def test_the_follow_up_belongs_to_a_visit_the_screen_belongs_to() -> None:
    visits = (VISIT, visit(SEEN, "2026-05-01"))
    after_other = (order(REFERRAL, "2026-05-01"),)
    assert counted(ILL, encounters=visits, service_requests=after_other) == "id"
    near = (VISIT, visit(SEEN, "2026-03-24"))
    after_near = (order(REFERRAL, "2026-03-25"),)
    assert counted(ILL, encounters=near, service_requests=after_near) == "idn"


def test_a_follow_up_without_a_positive_screen_is_nothing() -> None:
    other = (answer(ADULT, (Code("snomed-ct", "1"),), DAY),)
    assert counted(ILL, observations=other, service_requests=(order(REFERRAL, DAY),)) == "id"


@pytest.mark.parametrize(
    ("onset", "found"),
    [("2026-03-09", "idx"), ("2026-03-10T00:00:00Z", "idn"), ("2026-03-11", "idn")],
)
def test_a_bipolar_disorder_began_before_the_day_of_a_visit(onset: str, found: str) -> None:
    assert counted(conditions=(diagnosis("Bipolar Disorder", onset),)) == found


def test_a_bipolar_disorder_that_began_before_any_of_the_visits_excludes() -> None:
    visits = (visit(SEEN, "2026-06-01"), VISIT)
    given = (diagnosis("Bipolar Disorder", "2026-05-31"),)
    assert counted(encounters=visits, conditions=given) == "idx"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"clinical_status": "resolved", "abatement": span("2021-01-01")}, "idx"),
        ({"clinical_status": "inactive"}, "idx"),
        ({"verification": ""}, "idx"),
        ({"onset": None}, "idx"),
        ({"categories": ("problem-list-item",)}, "idx"),
        ({"categories": ("encounter-diagnosis",)}, "idn"),
        ({"categories": ("encounter-diagnosis", "problem-list-item")}, "idx"),
    ],
)
def test_a_bipolar_disorder_on_the_problem_list_excludes_even_when_it_is_over(
    change: dict[str, Any], found: str
) -> None:
    assert counted(conditions=(diagnosis("Bipolar Disorder", "2020-01-01", **change),)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-03-09", "id"),
        ("2026-03-10T00:01:00Z", "ide"),
        ("2026-03-12", "ide"),
        ("2026-03-13", "id"),
    ],
)
def test_a_refusal_is_noted_on_a_day_of_the_visit(day: str, found: str) -> None:
    long = (visit(SEEN, DAY, "2026-03-12"),)
    assert counted(encounters=long, observations=(refusal(ADULT, day),)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, "ide"),
        ({"not_done_reasons": made_up("Medical Reason")}, "ide"),
        ({"not_done_reasons": NEGATIVE}, "id"),
        ({"not_done_reasons": ()}, "id"),
        ({"status": "final"}, "id"),
        ({"issued": None}, "id"),
    ],
)
def test_a_refusal_has_an_accepted_reason(change: dict[str, Any], found: str) -> None:
    assert counted(observations=(refusal(ADULT, DAY, **change),)) == found


@pytest.mark.parametrize(
    ("screened", "found"),
    [("2026-02-23", "ide"), ("2026-02-24", "id"), ("2026-03-10", "id"), ("2026-03-11", "ide")],
)
def test_a_refusal_is_no_reason_where_a_screen_of_the_form_was_done(
    screened: str, found: str
) -> None:
    notes = (refusal(ADULT, DAY), answer(ADULT, POSITIVE, screened))
    assert counted(observations=notes) == found


def test_a_screen_of_the_other_form_does_not_undo_a_refusal() -> None:
    notes = (refusal(ADULT, DAY), answer(TEEN, POSITIVE, DAY))
    assert counted(observations=notes) == "ide"


def test_a_refusal_of_the_form_for_the_other_age_is_accepted_as_published() -> None:
    assert counted(observations=(refusal(TEEN, DAY),)) == "ide"


def test_what_was_reached_is_no_exception_and_what_is_excluded_is_neither() -> None:
    notes = (refusal(TEEN, DAY), answer(ADULT, NEGATIVE, DAY))
    assert counted(birth_date=date(2008, 6, 1), observations=notes) == "idn"
    bipolar = (diagnosis("Bipolar Disorder", "2020-01-01"),)
    assert counted(conditions=bipolar, observations=notes) == "idx"
    assert counted(conditions=bipolar, observations=(refusal(ADULT, DAY),)) == "idx"


def test_a_visit_that_has_not_ended_does_not_count() -> None:
    going_on = visit(SEEN, DAY, period=Period(moment(DAY), None))
    assert counted(encounters=(going_on,)) == ""


def test_every_step_says_what_decided_it() -> None:
    judgement = judge(replace(ILL, service_requests=(order(REFERRAL, DAY),)))
    assert [str(step) for step in judgement.trace] == [
        "yes: 12 years or older on 2026-01-01 (36 years)",
        (
            "yes: A finished visit of the listed kinds between 2026-01-01 and 2026-12-31 "
            "(1 such visit)"
        ),
        (
            "no: Excluded for a bipolar disorder on the problem list since before a visit "
            "(none on record)"
        ),
        (
            "no: The last adult screen up to 14 days before a visit is negative "
            "(screened 2026-03-10)"
        ),
        (
            "yes: The last adult screen is positive and was followed up within 2 days "
            "(referral 2026-03-10)"
        ),
        (
            "no: Accepted reason: a screen declined or ruled out during a visit, "
            "and none of its form done (none on record)"
        ),
    ]


def test_a_list_the_measure_needs_is_refused_when_missing() -> None:
    fewer = ValueSets.of({n: made_up(n) for n in MEASURE.value_sets if n != "Telephone Visits"})
    with pytest.raises(Refusal, match="Telephone Visits"):
        MEASURE.judged(BASE, MeasurementPeriod.year(2026), fewer)
