"""Depression remission at twelve months: a case on each side of every date and every cut.

The year is 2026 unless a leap day is wanted. The base case has its index on 1 March 2025, so that
its second total counts from 31 December 2025 to 30 April 2026, both days included.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import Judgement, MeasurementPeriod
from fairterms.reference.measures.cms159_2025 import MEASURE
from fairterms.units.refusal import Refusal
from tests.reference.measures.made_up_care import (
    FACIT_PAL,
    HOSPICE_AT_HOME,
    HOSPICE_ELSEWHERE,
    HOSPICE_FORM,
    YES,
    answer,
    days_from,
    diagnosis,
    made_up,
    moment,
    order,
    populations,
    procedure,
    score,
    sets_for,
    span,
    visit,
)

SETS = sets_for(MEASURE)
OFFICE = "Contact or Office Visit"
MAJOR = "Major Depression Including Remission"
BEFORE_WINDOW, FIRST_OF_WINDOW = "2024-10-31", "2024-11-01"
LAST_OF_WINDOW, AFTER_WINDOW = "2026-04-30", "2026-05-01"
EDGES = [
    (BEFORE_WINDOW, "idn"),
    (FIRST_OF_WINDOW, "idx"),
    (LAST_OF_WINDOW, "idx"),
    (AFTER_WINDOW, "idn"),
]
EVER = "2024-06-01"
BASE = PatientRecord(
    id="1",
    birth_date=date(1990, 1, 1),
    encounters=(visit(OFFICE, "2025-03-01T09:00:00Z", "2025-03-01T10:00:00Z"),),
    conditions=(diagnosis(MAJOR, EVER),),
    observations=(score(10, "2025-03-01"), score(4, "2026-03-01")),
)


def judge(patient: PatientRecord = BASE, year: int = 2026) -> Judgement:
    (judgement,) = MEASURE.judged(patient, MeasurementPeriod.year(year), SETS)
    return judgement


def counted(year: int = 2026, **changes: Any) -> str:
    return populations(judge(replace(BASE, **changes), year))


def with_scores(*totals: tuple[float, str]) -> str:
    return counted(observations=tuple(score(total, day) for total, day in totals))


def test_the_base_case_is_counted_and_reached() -> None:
    assert populations(judge()) == "idn"
    assert judge().day == date(2025, 3, 1)


@pytest.mark.parametrize(("total", "found"), [(9, ""), (9.5, "idn"), (10, "idn")])
def test_the_index_is_above_nine(total: float, found: str) -> None:
    assert with_scores((total, "2025-03-01"), (4, "2026-03-01")) == found


@pytest.mark.parametrize(("total", "found"), [(0, "idn"), (4, "idn"), (5, "id"), (6, "id")])
def test_remission_is_below_five(total: float, found: str) -> None:
    assert with_scores((10, "2025-03-01"), (total, "2026-03-01")) == found


@pytest.mark.parametrize(
    ("totals", "found"),
    [((3, 6), "id"), ((6, 3), "idn"), ((3, 8, 4), "idn"), ((3, 2, 5), "id")],
)
def test_the_last_total_counts_not_the_best_nor_the_first(
    totals: tuple[float, ...], found: str
) -> None:
    days = ("2026-02-01", "2026-03-01", "2026-04-01")
    assert with_scores((10, "2025-03-01"), *zip(totals, days, strict=False)) == found


def test_the_order_of_the_records_does_not_decide_which_total_is_last() -> None:
    assert with_scores((3, "2026-04-01"), (6, "2026-02-01"), (10, "2025-03-01")) == "idn"


def test_the_last_total_is_the_last_to_the_instant() -> None:
    early, late = "2026-03-01T08:00:00Z", "2026-03-01T05:00:00-04:00"
    assert with_scores((10, "2025-03-01"), (3, late), (6, early)) == "idn"
    assert with_scores((10, "2025-03-01"), (6, late), (3, early)) == "id"


def test_of_two_totals_at_one_moment_the_one_recorded_later_counts() -> None:
    assert with_scores((10, "2025-03-01"), (3, "2026-03-01"), (6, "2026-03-01")) == "id"
    assert with_scores((10, "2025-03-01"), (6, "2026-03-01"), (3, "2026-03-01")) == "idn"


def test_no_second_total_is_no_remission() -> None:
    assert with_scores((10, "2025-03-01")) == "id"


def test_a_last_form_without_a_total_is_no_remission_though_an_earlier_one_is_low() -> None:
    forms = (score(10, "2025-03-01"), score(3, "2026-02-01"), score(None, "2026-03-01"))
    assert counted(observations=forms) == "id"


@pytest.mark.parametrize(
    ("day", "found"),
    [("2025-12-30", "id"), ("2025-12-31", "idn"), ("2026-04-30", "idn"), ("2026-05-01", "id")],
)
def test_the_second_total_counts_within_sixty_days_of_the_year(day: str, found: str) -> None:
    assert with_scores((10, "2025-03-01"), (4, day)) == found


def test_the_second_total_counts_by_the_day_it_began() -> None:
    began_within = score(4, "2026-04-30", when=span("2026-04-30T23:59:00Z", "2026-05-01T00:10:00Z"))
    began_before = score(4, "2025-12-30", when=span("2025-12-30T23:59:00Z", "2025-12-31T00:10:00Z"))
    assert counted(observations=(score(10, "2025-03-01"), began_within)) == "idn"
    assert counted(observations=(score(10, "2025-03-01"), began_before)) == "id"


def at_index(day: str, second: str) -> str:
    """Judge 2025 with the visit and the index on a day."""
    return counted(
        2025,
        encounters=(visit(OFFICE, day),),
        conditions=(diagnosis(MAJOR, "2023-01-01"),),
        observations=(score(10, day), score(4, second)),
    )


@pytest.mark.parametrize(
    ("day", "found"),
    [("2024-10-01", "id"), ("2024-10-02", "idn"), ("2025-01-30", "idn"), ("2025-01-31", "id")],
)
def test_twelve_months_are_366_days_across_a_leap_day(day: str, found: str) -> None:
    assert at_index("2023-12-01", day) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [("2024-12-29", "id"), ("2024-12-30", "idn"), ("2025-04-29", "idn"), ("2025-04-30", "id")],
)
def test_a_year_after_29_february_is_28_february(day: str, found: str) -> None:
    assert at_index("2024-02-29", day) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [("2024-12-01", "id"), ("2024-12-02", "idn"), ("2025-04-01", "idn"), ("2025-04-02", "id")],
)
def test_a_year_after_the_last_of_a_month_is_the_last_of_that_month(day: str, found: str) -> None:
    assert at_index("2024-01-31", day) == found


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2024-10-31", "2024-10-31", ""),
        ("2024-10-31", "2024-11-01", "id"),
        ("2024-11-01", "2024-11-01", "id"),
        ("2025-10-31", "2025-10-31", "id"),
        ("2025-10-31", "2025-11-01", ""),
        ("2025-11-01", "2025-11-01", ""),
        ("2024-11-01T00:30:00+05:00", "2024-11-01T00:45:00+05:00", "id"),
        ("2025-10-31T23:00:00-05:00", "2025-10-31T23:30:00-05:00", "id"),
    ],
)
def test_a_visit_ends_in_the_identification_window_as_written(
    start: str, end: str, found: str
) -> None:
    at = (visit(OFFICE, start, end),)
    assert counted(encounters=at, observations=(score(10, end[:10]),)) == found


def test_the_identification_window_moves_with_the_year() -> None:
    first, last = "2023-11-01", "2024-10-31"
    for day, found in [
        (days_from(first, -1), ""),
        (first, "id"),
        (last, "id"),
        (days_from(last, 1), ""),
    ]:
        assert at_index(day, "2030-01-01") == found


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2025-02-21", ""),
        ("2025-02-22", "idn"),
        ("2025-02-22T00:30:00Z", "idn"),
        ("2025-03-01T23:00:00Z", "idn"),
        ("2025-03-02", ""),
    ],
)
def test_the_index_is_taken_from_seven_days_before_the_visit_to_its_last_day(
    day: str, found: str
) -> None:
    assert with_scores((10, day), (4, "2026-03-01")) == found


def test_all_of_the_index_lies_in_its_days() -> None:
    for first, last, found in [
        ("2025-02-22", "2025-03-01", "idn"),
        ("2025-02-21", "2025-03-01", ""),
        ("2025-02-22", "2025-03-02", ""),
    ]:
        index = score(10, first, when=span(first, last))
        assert counted(observations=(index, score(4, "2026-02-20"))) == found


def test_the_earliest_index_counts_though_a_later_one_is_higher() -> None:
    visits = (visit(OFFICE, "2025-06-01"), visit(OFFICE, "2025-03-01"))
    scores = (score(20, "2025-06-01"), score(10, "2025-03-01"), score(4, "2026-01-15"))
    judgement = judge(replace(BASE, encounters=visits, observations=scores))
    assert judgement.day == date(2025, 3, 1)
    assert populations(judgement) == "idn"


def test_a_low_total_before_the_index_does_not_put_it_off() -> None:
    visits = (visit(OFFICE, "2025-03-01"), visit(OFFICE, "2025-06-01"))
    scores = (score(8, "2025-03-01"), score(10, "2025-06-01"), score(4, "2026-06-01"))
    judgement = judge(replace(BASE, encounters=visits, observations=scores))
    assert judgement.day == date(2025, 6, 1)


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("active", "idn"),
        ("recurrence", "idn"),
        ("relapse", "idn"),
        ("remission", ""),
        ("inactive", ""),
        ("resolved", ""),
        ("", ""),
    ],
)
def test_the_depression_is_active(status: str, found: str) -> None:
    lasting = diagnosis(MAJOR, EVER, clinical_status=status)
    over_since_the_visit = diagnosis(MAJOR, EVER, "2025-12-01", clinical_status=status)
    assert counted(conditions=(lasting,)) == counted(conditions=(over_since_the_visit,)) == found


@pytest.mark.parametrize(
    ("verification", "found"),
    [("confirmed", "idn"), ("provisional", ""), ("refuted", ""), ("unconfirmed", ""), ("", "")],
)
def test_the_depression_is_confirmed(verification: str, found: str) -> None:
    assert counted(conditions=(diagnosis(MAJOR, EVER, verification=verification),)) == found


def test_dysthymia_counts_like_major_depression_and_another_disorder_does_not() -> None:
    assert counted(conditions=(diagnosis("Dysthymia", EVER),)) == "idn"
    assert counted(conditions=(diagnosis("Hospice Diagnosis", "2030-01-01"),)) == ""


@pytest.mark.parametrize(
    ("onset", "abatement", "found"),
    [
        ("2025-03-01T10:00:00Z", "", "idn"),
        ("2025-03-01T10:00:01Z", "", ""),
        ("2025-03-01T06:00:00-04:00", "", "idn"),
        ("2025-03-01T06:00:01-04:00", "", ""),
        (EVER, "2025-03-01T09:00:00Z", "idn"),
        (EVER, "2025-03-01T08:59:59Z", ""),
        (EVER, "2025-02-28", ""),
    ],
)
def test_the_visit_and_the_depression_share_an_instant(
    onset: str, abatement: str, found: str
) -> None:
    assert counted(conditions=(diagnosis(MAJOR, onset, abatement),)) == found


def test_a_depression_without_a_first_day_has_lasted_since_ever() -> None:
    assert counted(conditions=(diagnosis(MAJOR, EVER, onset=None),)) == "idn"


@pytest.mark.parametrize(
    ("status", "found"),
    [("finished", "idn"), ("in-progress", ""), ("planned", ""), ("cancelled", ""), ("", "")],
)
def test_the_visit_is_finished(status: str, found: str) -> None:
    assert counted(encounters=(visit(OFFICE, "2025-03-01", status=status),)) == found


def test_the_visit_is_of_the_listed_kinds() -> None:
    assert counted(encounters=(visit("Palliative Care Encounter", "2024-03-01"),)) == ""


@pytest.mark.parametrize(
    ("status", "is_counted"),
    [
        ("final", True),
        ("amended", True),
        ("corrected", True),
        ("preliminary", False),
        ("unknown", False),
        ("entered-in-error", False),
        ("cancelled", False),
        ("", False),
    ],
)
def test_a_total_counts_by_its_status(status: str, is_counted: bool) -> None:
    index, second = score(10, "2025-03-01"), score(4, "2026-03-01")
    as_index = counted(observations=(replace(index, status=status), second))
    as_second = counted(observations=(index, replace(second, status=status)))
    assert (as_index, as_second) == (("idn", "idn") if is_counted else ("", "id"))


@pytest.mark.parametrize(
    ("birth", "found", "stratum"),
    [
        (date(2013, 3, 2), "", ""),
        (date(2013, 3, 1), "idn", "12 to 17"),
        (date(2007, 3, 2), "idn", "12 to 17"),
        (date(2007, 3, 1), "idn", "18 and over"),
        (None, "", ""),
    ],
)
def test_age_is_counted_on_the_day_of_the_index(
    birth: date | None, found: str, stratum: str
) -> None:
    judgement = judge(replace(BASE, birth_date=birth))
    assert (populations(judgement), judgement.stratum) == (found, stratum)


@pytest.mark.parametrize(("day", "found"), [("2024-02-28", ""), ("2024-02-29", "id")])
def test_a_child_of_29_february_is_twelve_that_day(day: str, found: str) -> None:
    patient = replace(
        BASE,
        birth_date=date(2012, 2, 29),
        encounters=(visit(OFFICE, day),),
        conditions=(diagnosis(MAJOR, "2023-01-01"),),
        observations=(score(10, day),),
    )
    assert populations(judge(patient, 2025)) == found


@pytest.mark.parametrize(("day", "found"), EDGES)
def test_each_sign_of_hospice_or_palliative_care_counts_within_its_window(
    day: str, found: str
) -> None:
    base = BASE.encounters, BASE.conditions, BASE.observations
    visits, conditions, scores = base
    stay = visit("Encounter Inpatient", EVER, day, discharge=HOSPICE_AT_HOME)
    assert counted(encounters=(*visits, stay)) == found
    for kind in ("Hospice Encounter", "Palliative Care Encounter"):
        assert counted(encounters=(*visits, visit(kind, day))) == found
    assert counted(observations=(*scores, answer(HOSPICE_FORM, YES, day))) == found
    assert counted(observations=(*scores, answer(FACIT_PAL, (), day))) == found
    assert counted(service_requests=(order("Hospice Care Ambulatory", day),)) == found
    for kind in ("Hospice Care Ambulatory", "Palliative Care Intervention"):
        assert counted(procedures=(procedure(kind, day),)) == found
    for kind in ("Hospice Diagnosis", "Palliative Care Diagnosis"):
        assert counted(conditions=(*conditions, diagnosis(kind, day, day))) == found


def test_care_that_only_reaches_into_the_window_counts() -> None:
    around = span("2024-01-01", "2027-01-01")
    for kind in ("Hospice Encounter", "Palliative Care Encounter"):
        visits = (*BASE.encounters, visit(kind, EVER, period=around))
        assert counted(encounters=visits) == "idx"
    for kind in ("Hospice Care Ambulatory", "Palliative Care Intervention"):
        assert counted(procedures=(procedure(kind, EVER, when=around),)) == "idx"


def test_an_active_diagnosis_of_long_ago_still_lasts() -> None:
    for kind in ("Hospice Diagnosis", "Palliative Care Diagnosis"):
        assert counted(conditions=(*BASE.conditions, diagnosis(kind, "2020-01-01"))) == "idx"


def test_a_stay_counts_by_its_end_and_where_it_led() -> None:
    for discharge, found in [(HOSPICE_AT_HOME, "idx"), (HOSPICE_ELSEWHERE, "idx"), (YES, "idn")]:
        stay = visit("Encounter Inpatient", "2025-05-01", discharge=discharge)
        assert counted(encounters=(*BASE.encounters, stay)) == found
    still_in = Period(moment("2025-05-01"), None)
    stay = visit("Encounter Inpatient", EVER, period=still_in, discharge=HOSPICE_AT_HOME)
    assert counted(encounters=(*BASE.encounters, stay)) == "idn"


@pytest.mark.parametrize(
    ("kind", "status", "found"),
    [
        ("Encounter Inpatient", "finished", "idx"),
        ("Encounter Inpatient", "in-progress", "idn"),
        ("Hospice Encounter", "finished", "idx"),
        ("Hospice Encounter", "planned", "idx"),
        ("Hospice Encounter", "in-progress", "idx"),
        ("Hospice Encounter", "cancelled", "idn"),
        ("Hospice Encounter", "entered-in-error", "idn"),
        ("Hospice Encounter", "unknown", "idn"),
        ("Palliative Care Encounter", "finished", "idx"),
        ("Palliative Care Encounter", "in-progress", "idn"),
        ("Palliative Care Encounter", "unknown", "idn"),
    ],
)
def test_a_visit_that_excludes_has_a_status_that_counts(kind: str, status: str, found: str) -> None:
    at = visit(kind, "2025-05-01", status=status, discharge=HOSPICE_AT_HOME)
    assert counted(encounters=(*BASE.encounters, at)) == found


@pytest.mark.parametrize("kind", ["Hospice Care Ambulatory", "Palliative Care Intervention"])
@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("completed", "idx"),
        ("in-progress", "idx"),
        ("not-done", "idn"),
        ("entered-in-error", "idn"),
        ("unknown", "idn"),
    ],
)
def test_a_procedure_that_excludes_was_not_left_undone(kind: str, status: str, found: str) -> None:
    assert counted(procedures=(procedure(kind, "2025-05-01", status=status),)) == found


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, "idx"),
        ({"status": "completed"}, "idx"),
        ({"status": "draft"}, "idn"),
        ({"status": "revoked"}, "idn"),
        ({"intent": "original-order"}, "idx"),
        ({"intent": "plan"}, "idn"),
        ({"intent": "proposal"}, "idn"),
        ({"is_do_not_perform": True}, "idn"),
        ({"authored": None}, "idn"),
    ],
)
def test_a_hospice_order_is_an_order_that_stands(change: dict[str, Any], found: str) -> None:
    given = order("Hospice Care Ambulatory", "2025-05-01", **change)
    assert counted(service_requests=(given,)) == found


@pytest.mark.parametrize(
    ("status", "found"),
    [("final", "idx"), ("amended", "idx"), ("corrected", "idx"), ("preliminary", "idn")],
)
def test_an_assessment_of_care_counts_by_its_status(status: str, found: str) -> None:
    for codes in (HOSPICE_FORM, FACIT_PAL):
        one = answer(codes, YES, "2025-05-01", status=status)
        assert counted(observations=(*BASE.observations, one)) == found


def test_a_hospice_assessment_excludes_only_when_it_says_yes() -> None:
    no = answer(HOSPICE_FORM, (Code("snomed-ct", "373067005"),), "2025-05-01")
    assert counted(observations=(*BASE.observations, no)) == "idn"


@pytest.mark.parametrize(
    "kind",
    [
        "Hospice Diagnosis",
        "Palliative Care Diagnosis",
        "Bipolar Disorder",
        "Personality Disorder Emotionally Labile",
        "Schizophrenia or Psychotic Disorder",
        "Pervasive Developmental Disorder",
    ],
)
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, "idx"),
        ({"clinical_status": "relapse"}, "idx"),
        ({"clinical_status": "resolved"}, "idn"),
        ({"clinical_status": "remission"}, "idn"),
        ({"verification": ""}, "idn"),
        ({"verification": "refuted"}, "idn"),
    ],
)
def test_a_diagnosis_that_excludes_is_active_and_confirmed(
    kind: str, change: dict[str, Any], found: str
) -> None:
    one = diagnosis(kind, "2025-05-01", **change)
    assert counted(conditions=(*BASE.conditions, one)) == found


@pytest.mark.parametrize(
    ("onset", "found"),
    [(LAST_OF_WINDOW, "idx"), ("2026-04-30T23:59:00Z", "idx"), (AFTER_WINDOW, "idn")],
)
def test_a_disorder_excludes_when_it_began_by_the_last_day(onset: str, found: str) -> None:
    for kind in ("Bipolar Disorder", "Pervasive Developmental Disorder"):
        assert counted(conditions=(*BASE.conditions, diagnosis(kind, onset))) == found


def test_a_disorder_that_ended_before_the_window_but_is_still_marked_active_excludes() -> None:
    one = diagnosis("Bipolar Disorder", "2020-01-01", "2021-01-01")
    assert counted(conditions=(*BASE.conditions, one)) == "idx"


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2026, 4, 30), "idx"), (date(2026, 5, 1), "idn"), (date(2025, 12, 31), "idx")],
)
def test_a_death_by_the_last_day_excludes(day: date, found: str) -> None:
    assert counted(death_date=day) == found


def test_the_excluding_window_ends_with_the_patients_own_year_not_the_calendar_year() -> None:
    later: dict[str, Any] = {
        "encounters": (visit(OFFICE, "2025-09-01"),),
        "observations": (score(10, "2025-09-01"), score(4, "2026-09-01")),
    }
    assert counted(**later, death_date=date(2026, 10, 31)) == "idx"
    assert counted(**later, death_date=date(2026, 11, 1)) == "idn"


def test_a_total_out_of_range_counts_as_written_and_is_a_finding() -> None:
    scores = (score(10, "2025-03-01"), score(300, "2026-03-01"))
    judgement = judge(replace(BASE, observations=scores))
    assert populations(judgement) == "id"
    assert judgement.findings == ("a total lies outside 0 to 27",)


@pytest.mark.parametrize(("total", "findings"), [(-1, 1), (0, 0), (27, 0), (28, 1)])
def test_the_range_is_that_of_the_instrument(total: float, findings: int) -> None:
    scores = (score(10, "2025-03-01"), score(total, "2026-03-01"))
    assert len(judge(replace(BASE, observations=scores)).findings) == findings


def test_a_total_of_unknown_status_is_a_finding() -> None:
    scores = (score(10, "2025-03-01"), score(4, "2026-03-01", status="unknown"))
    judgement = judge(replace(BASE, observations=scores))
    assert judgement.findings == ("a total does not count: its status is unknown",)


def test_the_clinician_is_the_one_of_the_first_visit_of_the_index() -> None:
    visits = (
        visit(OFFICE, "2025-03-04", clinician="later"),
        visit(OFFICE, "2025-03-01", clinician="first"),
        visit(OFFICE, "2025-02-01", clinician="other"),
    )
    assert judge(replace(BASE, encounters=visits)).clinician == "first"


def was_asked_again(*scores: Any) -> bool:
    """Say whether the step of the trace about the second total is met."""
    trace = judge(replace(BASE, observations=(score(10, "2025-03-01"), *scores))).trace
    (step,) = [step for step in trace if step.rule.startswith(MEASURE.follow_up_rule)]
    return step.is_met


def test_who_was_asked_again_shows_in_a_step_of_its_own() -> None:
    assert was_asked_again(score(20, "2026-03-01"))
    assert not was_asked_again()
    assert not was_asked_again(score(None, "2026-03-01"))
    assert not was_asked_again(score(4, "2025-12-30"))


def test_the_same_fault_of_two_totals_is_one_finding() -> None:
    scores = (score(28, "2025-03-01"), score(29, "2026-03-01"))
    assert judge(replace(BASE, observations=scores)).findings == ("a total lies outside 0 to 27",)


def test_every_step_says_what_decided_it() -> None:
    assert [str(step) for step in judge().trace] == [
        (
            "yes: Major depression or dysthymia is on record as active and confirmed "
            "(2024-06-01 to now)"
        ),
        (
            "yes: A finished visit during the diagnosis ended between 2024-11-01 and 2025-10-31 "
            "(visits that ended 2025-03-01)"
        ),
        (
            "yes: A total above 9 from 7 days before such a visit to its last day "
            "(the first is 10 on 2025-03-01)"
        ),
        "yes: 12 years or older on the day of that total (35 years on 2025-03-01)",
        "no: Excluded for hospice care between 2024-11-01 and 2026-04-30 (none on record)",
        "no: Excluded for palliative care between 2024-11-01 and 2026-04-30 (none on record)",
        "no: Excluded for death by 2026-04-30 (none on record)",
        (
            "no: Excluded for a disorder that rules the measure out, begun by 2026-04-30 "
            "(none on record)"
        ),
        (
            "yes: Asked again: a total between 2025-12-31 and 2026-04-30 "
            "(the last is 4 on 2026-03-01)"
        ),
        "yes: That last total is below 5 (4)",
    ]


def test_a_list_the_measure_needs_is_refused_when_missing_and_an_unused_one_is_not() -> None:
    assert "Palliative or Hospice Care" not in MEASURE.value_sets
    fewer = ValueSets.of({n: made_up(n) for n in MEASURE.value_sets if n != "Hospice Diagnosis"})
    with pytest.raises(Refusal, match="Hospice Diagnosis"):
        MEASURE.judged(BASE, MeasurementPeriod.year(2026), fewer)
