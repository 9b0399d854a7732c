"""CMS137 of 2024: one case on each side of every date, for both of its rates."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.reference.clinical.code import Code
from fairterms.reference.clinical.facts import Condition, Encounter, MedicationOrder, Procedure
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.substance_use_care import (
    ACUTE_VISITS,
    DISORDER,
    LONG_ACTING,
    LONG_ACTING_GIVEN,
    REMOTE_VISITS,
    SESSIONS,
    SHORT_ACTING,
    SHORT_ACTING_GIVEN,
    VISITS,
)
from fairterms.reference.measures.cms137_2024 import ENGAGEMENT, INITIATION, MEASURE
from tests.reference.invented import (
    YEAR,
    code,
    day,
    diagnosis,
    done,
    judge,
    order,
    sets,
    span,
    verdict,
    visit,
)

FIRST = date(2025, 5, 5)
Event = Encounter | Procedure | MedicationOrder


def patient(first: date = FIRST, *events: Event, kind: str = "Office Visit") -> PatientRecord:
    """Somebody in whom the disorder is found on a visit; events follow or go before."""
    return PatientRecord(
        "1",
        birth_date=date(1980, 6, 1),
        encounters=(
            visit(kind, f"{first}T09:00:00Z", f"{first}T10:00:00Z", diagnoses=("sud",)),
            *(event for event in events if isinstance(event, Encounter)),
        ),
        conditions=(diagnosis(DISORDER, f"{first}T09:30:00Z", id="sud"),),
        procedures=tuple(event for event in events if isinstance(event, Procedure)),
        medication_orders=tuple(event for event in events if isinstance(event, MedicationOrder)),
    )


def call(
    when: date, kind: str = "Telephone Visits", diagnoses: tuple[str, ...] = ("sud",)
) -> Encounter:
    return visit(kind, f"{when}T15:00:00Z", diagnoses=diagnoses)


def initiation(given: PatientRecord) -> str:
    return verdict(judge(MEASURE, given, INITIATION))


def engagement(given: PatientRecord) -> str:
    return verdict(judge(MEASURE, given, ENGAGEMENT))


@pytest.mark.parametrize(("birth", "expected"), [("2012-01-01", "missed"), ("2012-01-02", "out")])
def test_they_are_13_when_the_year_begins(birth: str, expected: str) -> None:
    given = replace(patient(), birth_date=day(birth))
    assert (initiation(given), engagement(given)) == (expected, expected)


@pytest.mark.parametrize(
    ("birth", "stratum"),
    [
        ("2012-01-01", "13-17"),
        ("2007-01-02", "13-17"),
        ("2007-01-01", "18-64"),
        ("1960-01-02", "18-64"),
        ("1960-01-01", "65 and older"),
    ],
)
def test_ages_are_reported_in_three_bands(birth: str, stratum: str) -> None:
    assert judge(MEASURE, replace(patient(), birth_date=day(birth)), INITIATION).stratum == stratum


def test_without_a_birth_date_nobody_is_counted() -> None:
    assert initiation(replace(patient(), birth_date=None)) == "out"


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2024-12-31", "out"),
        ("2025-01-01", "missed"),
        ("2025-11-14", "missed"),
        ("2025-11-15", "out"),
    ],
)
def test_the_disorder_begins_in_the_year_and_47_days_before_its_end(
    first: str, expected: str
) -> None:
    assert initiation(patient(day(first))) == expected


def test_a_visit_that_began_last_year_is_not_in_the_year() -> None:
    long = visit("Office Visit", "2024-12-31T23:00:00Z", "2025-01-01T10:00:00Z")
    found = diagnosis(DISORDER, "2025-01-01T09:00:00Z")
    assert initiation(replace(patient(), encounters=(long,), conditions=(found,))) == "out"


@pytest.mark.parametrize(
    ("onset", "expected"),
    [
        ("2025-05-05T08:59:59Z", "out"),
        ("2025-05-05T09:00:00Z", "missed"),
        ("2025-05-05T10:00:00Z", "missed"),
        ("2025-05-05T10:00:01Z", "out"),
        ("2025-05-05T05:30:00-04:00", "missed"),
        ("2025-05-05T09:30:00-04:00", "out"),
        ("2025-05-05", "out"),
    ],
)
def test_the_disorder_begins_during_the_visit_to_the_instant(onset: str, expected: str) -> None:
    given = replace(patient(), conditions=(diagnosis(DISORDER, onset, id="sud"),))
    assert initiation(given) == expected


def test_a_visit_and_an_onset_written_as_days_agree() -> None:
    whole = visit("Office Visit", FIRST)
    given = replace(patient(), encounters=(whole,), conditions=(diagnosis(DISORDER, FIRST),))
    assert initiation(given) == "missed"


def test_a_disorder_without_an_onset_begins_nowhere() -> None:
    given = replace(patient(), conditions=(Condition("sud", (code(DISORDER),)),))
    assert initiation(given) == "out"


def test_an_onset_written_as_a_span_counts_by_its_beginning() -> None:
    found = replace(diagnosis(DISORDER, FIRST), onset=span("2025-05-05T09:30:00Z", "2025-08-01"))
    assert initiation(replace(patient(), conditions=(found,))) == "missed"
    open_start = replace(found, onset=Period(None, span("2025-05-05T09:30:00Z").end))
    assert initiation(replace(patient(), conditions=(open_start,))) == "out"


def test_the_first_visit_is_the_earliest() -> None:
    later = visit("Office Visit", "2025-07-01")
    found = diagnosis(DISORDER, "2025-07-01", id="second")
    given = patient()
    given = replace(
        given,
        encounters=(later, *given.encounters),
        conditions=(found, *given.conditions),
    )
    assert judge(MEASURE, given, INITIATION).day == FIRST


@pytest.mark.parametrize("kind", VISITS)
def test_every_kind_of_visit_may_be_the_first(kind: str) -> None:
    assert initiation(patient(kind=kind)) == "missed"


def test_other_visits_and_visits_that_never_were_do_not_count() -> None:
    assert initiation(patient(kind="Dentist")) == "out"
    (first,) = patient().encounters
    assert initiation(replace(patient(), encounters=(replace(first, status="planned"),))) == "out"
    assert initiation(replace(patient(), encounters=(replace(first, status="onleave"),))) == (
        "missed"
    )


HISTORY = [(-61, "missed"), (-60, "out"), (-1, "out")]


@pytest.mark.parametrize(("plus", "expected"), HISTORY)
@pytest.mark.parametrize("kind", [*SESSIONS, LONG_ACTING_GIVEN, SHORT_ACTING_GIVEN])
def test_treatment_in_the_60_days_before_is_a_history(kind: str, plus: int, expected: str) -> None:
    assert initiation(patient(FIRST, done(kind, day(FIRST, plus)))) == expected


@pytest.mark.parametrize(("plus", "expected"), HISTORY)
@pytest.mark.parametrize("kind", [LONG_ACTING, SHORT_ACTING])
def test_a_medicine_ordered_in_the_60_days_before_is_a_history(
    kind: str, plus: int, expected: str
) -> None:
    assert initiation(patient(FIRST, order(kind, day(FIRST, plus)))) == expected


@pytest.mark.parametrize(("plus", "expected"), HISTORY)
def test_a_visit_for_it_in_the_60_days_before_is_a_history(plus: int, expected: str) -> None:
    earlier = visit("Office Visit", day(FIRST, plus), diagnoses=("sud",))
    assert initiation(patient(FIRST, earlier)) == expected


@pytest.mark.parametrize("kind", ACUTE_VISITS)
def test_an_emergency_or_detoxification_visit_is_no_history(kind: str) -> None:
    earlier = visit(kind, day(FIRST, -10), diagnoses=("sud",))
    assert initiation(patient(FIRST, earlier)) == "missed"
    as_office_visit = replace(earlier, codes=(code(kind), code("Office Visit")))
    assert initiation(patient(FIRST, as_office_visit)) == "missed"


def test_a_visit_for_something_else_is_no_history() -> None:
    assert initiation(patient(FIRST, visit("Office Visit", day(FIRST, -10)))) == "missed"


def test_what_was_planned_or_not_done_is_no_history() -> None:
    session = replace(done(SESSIONS[0], day(FIRST, -10)), status="not-done")
    plan = replace(order(LONG_ACTING, day(FIRST, -10)), intent="plan")
    assert initiation(patient(FIRST, session, plan)) == "missed"


START = [(-1, "out"), (0, "reached"), (13, "reached"), (14, "missed")]


@pytest.mark.parametrize(("plus", "expected"), START)
@pytest.mark.parametrize("kind", [*SESSIONS, LONG_ACTING_GIVEN, SHORT_ACTING_GIVEN])
def test_treatment_starts_within_14_days(kind: str, plus: int, expected: str) -> None:
    assert initiation(patient(FIRST, done(kind, day(FIRST, plus)))) == expected


@pytest.mark.parametrize(("plus", "expected"), START)
@pytest.mark.parametrize("kind", [LONG_ACTING, SHORT_ACTING])
def test_a_medicine_is_ordered_within_14_days(kind: str, plus: int, expected: str) -> None:
    assert initiation(patient(FIRST, order(kind, day(FIRST, plus)))) == expected


@pytest.mark.parametrize(("plus", "expected"), START)
@pytest.mark.parametrize("kind", REMOTE_VISITS)
def test_a_call_or_video_visit_for_it_starts_treatment(kind: str, plus: int, expected: str) -> None:
    assert initiation(patient(FIRST, call(day(FIRST, plus), kind))) == expected


def test_a_call_for_something_else_starts_nothing() -> None:
    assert initiation(patient(FIRST, call(day(FIRST, 3), diagnoses=("cold",)))) == "missed"


def test_an_office_visit_starts_nothing() -> None:
    seen = visit("Office Visit", day(FIRST, 3), diagnoses=("sud",))
    assert initiation(patient(FIRST, seen)) == "missed"


@pytest.mark.parametrize("kind", REMOTE_VISITS)
def test_the_first_visit_itself_is_no_treatment(kind: str) -> None:
    assert initiation(patient(kind=kind)) == "missed"
    assert initiation(patient(FIRST, call(FIRST), kind=kind)) == "reached"


@pytest.mark.parametrize(
    ("plus", "expected"), [(0, "missed"), (1, "reached"), (34, "reached"), (35, "missed")]
)
@pytest.mark.parametrize("started", [0, 13])
def test_one_long_acting_medicine_in_the_34_days_after_the_start(
    started: int, plus: int, expected: str
) -> None:
    start = done(SESSIONS[0], day(FIRST, started))
    when = day(FIRST, started + plus)
    assert engagement(patient(FIRST, start, order(LONG_ACTING, when))) == expected
    assert engagement(patient(FIRST, start, done(LONG_ACTING_GIVEN, when))) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (0, 34, "missed"),
        (1, 34, "reached"),
        (1, 35, "missed"),
        (34, 34, "reached"),
    ],
)
def test_two_other_events_in_the_34_days_after_the_start(one: int, two: int, expected: str) -> None:
    start = order(SHORT_ACTING, FIRST)
    first = done(SHORT_ACTING_GIVEN, day(FIRST, one))
    for second in (
        order(SHORT_ACTING, day(FIRST, two)),
        done(SESSIONS[1], day(FIRST, two)),
        call(day(FIRST, two)),
    ):
        assert engagement(patient(FIRST, start, first, second)) == expected


def test_one_other_event_is_not_enough() -> None:
    start = order(SHORT_ACTING, FIRST)
    assert engagement(patient(FIRST, start, call(day(FIRST, 5)))) == "missed"


def test_one_procedure_with_two_codes_is_one_event() -> None:
    start = order(SHORT_ACTING, FIRST)
    double = replace(done(SESSIONS[0], day(FIRST, 5)), codes=tuple(code(name) for name in SESSIONS))
    assert engagement(patient(FIRST, start, double)) == "missed"


def test_34_days_count_from_the_first_start() -> None:
    starts = (done(SESSIONS[0], FIRST), done(SESSIONS[0], day(FIRST, 13)))
    late = order(LONG_ACTING, day(FIRST, 35))
    given = patient(FIRST, *starts, late)
    assert (initiation(given), engagement(given)) == ("reached", "missed")


def test_nobody_goes_on_who_has_not_started() -> None:
    given = patient(FIRST, order(LONG_ACTING, day(FIRST, 14)), order(LONG_ACTING, day(FIRST, 20)))
    assert (initiation(given), engagement(given)) == ("missed", "missed")


@pytest.mark.parametrize(("plus", "expected"), [(-1, "out"), (13, "reached"), (14, "missed")])
def test_days_count_from_the_first_day_of_a_long_visit(plus: int, expected: str) -> None:
    stay = visit("Initial Hospital Inpatient Visit", FIRST, day(FIRST, 5))
    given = replace(patient(FIRST, done(SESSIONS[0], day(FIRST, plus))), encounters=(stay,))
    assert initiation(given) == expected
    assert judge(MEASURE, given, INITIATION).day == FIRST


def test_hospice_care_excludes() -> None:
    care = visit("Hospice Encounter", "2025-12-31")
    given = patient(FIRST, done(SESSIONS[0], FIRST), care)
    assert (initiation(given), engagement(given)) == ("excluded", "excluded")


def test_the_three_addresses_of_hcpcs_are_one() -> None:
    addresses = (
        "http://www.nlm.nih.gov/research/umls/hcpcs",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    )
    for listed in addresses:
        lists = {name: (code(name),) for name in MEASURE.value_sets}
        known = ValueSets.of(lists | {SHORT_ACTING_GIVEN: (Code(listed, "X0001"),)})
        for recorded in addresses:
            given = patient(FIRST, done(Code(recorded, "X0001"), FIRST))
            judged = {each.group: each for each in MEASURE.judged(given, YEAR, known)}
            assert verdict(judged[INITIATION]) == "reached"


def test_the_clinician_is_the_one_of_the_first_visit() -> None:
    (first,) = patient().encounters
    given = replace(patient(), encounters=(replace(first, clinician="C7"),))
    assert [each.clinician for each in MEASURE.judged(given, YEAR, sets(MEASURE))] == ["C7", "C7"]


def test_the_trace_says_every_step_with_its_dates() -> None:
    given = patient(FIRST, done(SESSIONS[0], day(FIRST, 2)))
    trace = judge(MEASURE, given, ENGAGEMENT).trace
    assert [(step.is_met, step.because) for step in trace] == [
        (True, "aged 44 on 2025-01-01"),
        (True, "visit of 2025-05-05"),
        (True, "none on record"),
        (False, "none on record"),
        (True, "first on 2025-05-07"),
        (False, "no long-acting medicine, no other event"),
    ]
    assert trace[2].rule == (
        "no visit for the disorder, treatment or medicine from 2025-03-06 to 2025-05-04"
    )
    assert trace[5].rule == (
        "one long-acting medicine, or 2 other events, from 2025-05-08 to 2025-06-10"
    )
    assert len(judge(MEASURE, given, INITIATION).trace) == 5


def test_a_bounded_span_is_read_by_its_first_day() -> None:
    session = replace(done(SESSIONS[0], FIRST), when=span(day(FIRST, 13), day(FIRST, 30)))
    assert initiation(patient(FIRST, session)) == "reached"


def test_the_code_lists_go_by_their_published_names() -> None:
    assert MEASURE.value_sets == (
        "Detoxification Visit",
        "Discharge Services Hospital Inpatient",
        "Discharge Services Hospital Inpatient Same Day Discharge",
        "Emergency Department Evaluation and Management Visit",
        "Encounter Inpatient",
        "Hospice Care Ambulatory",
        "Hospice Diagnosis",
        "Hospice Encounter",
        "Initial Hospital Inpatient Visit",
        "Office Visit",
        "Psych Visit Psychotherapy",
        "Substance Use Disorder",
        "Substance Use Disorder Long Acting Medication",
        "Substance Use Disorder Long Acting Medication Administration",
        "Substance Use Disorder Short Acting Medication",
        "Substance Use Disorder Short Acting Medication Administration",
        "Substance Use Disorder Treatment",
        "Telephone Visits",
        "Virtual Encounter",
    )
    assert MEASURE.groups == ("initiation", "engagement")
    assert (DISORDER, LONG_ACTING) == (
        "Substance Use Disorder",
        "Substance Use Disorder Long Acting Medication",
    )
    assert SHORT_ACTING == "Substance Use Disorder Short Acting Medication"
    assert f"{LONG_ACTING} Administration" == LONG_ACTING_GIVEN
    assert f"{SHORT_ACTING} Administration" == SHORT_ACTING_GIVEN
