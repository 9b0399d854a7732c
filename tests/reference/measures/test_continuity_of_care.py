"""The usual clinician."""

import pytest

from fairterms.reference.measure import Options
from fairterms.reference.measures.continuity_of_care import MEASURE, NO_CLINICIAN
from tests.reference.made_patients import judged, patient, visits

OPTIONS: Options = {"least_visits": 3}


def test_the_share_is_of_the_clinician_seen_most() -> None:
    who = patient(visits("01-05", "02-05", clinician="bob"), visits("03-05"))
    found = judged(MEASURE, who, OPTIONS)[0]
    assert (found.amount, found.base, found.clinician) == (2, 3, "bob")
    assert found.findings == ()


def test_one_visit_may_be_enough_where_the_contract_says_so() -> None:
    found = judged(MEASURE, patient(visits("01-05")), {"least_visits": 1})[0]
    assert (found.amount, found.base) == (1, 1)


@pytest.mark.parametrize(
    ("days", "counts"), [(["01-05", "02-05"], False), (["01-05", "02-05", "03-05"], True)]
)
def test_a_patient_with_fewer_visits_than_declared_is_not_counted(
    days: list[str], counts: bool
) -> None:
    found = judged(MEASURE, patient(visits(*days)), OPTIONS)[0]
    assert (found.base is not None) is counts
    assert bool(found.counts) is counts


def test_visits_outside_the_period_or_missed_do_not_count() -> None:
    who = patient(
        visits("2026-12-31", "01-01", "12-31", "2028-01-01"),
        visits("06-01", clinician="bob"),
        visits("07-01", clinician="bob", status="missed"),
    )
    found = judged(MEASURE, who, OPTIONS)[0]
    assert (found.amount, found.base) == (2, 3)


def test_of_equals_the_first_by_id_is_usual() -> None:
    who = patient(visits("01-05", "02-05", clinician="bob"), visits("03-05", "04-05"))
    assert judged(MEASURE, who, OPTIONS)[0].clinician == "ann"


def test_a_visit_without_a_clinician_is_reported() -> None:
    who = patient(visits("01-05", "02-05", "03-05"), visits("04-05", clinician=""))
    found = judged(MEASURE, who, OPTIONS)[0]
    assert (found.base, found.findings) == (3, (NO_CLINICIAN,))


def test_the_trace_says_why_in_plain_words() -> None:
    found = judged(
        MEASURE, patient(visits("01-05", "02-05"), visits("03-05", clinician="bob")), OPTIONS
    )[0]
    assert [str(step) for step in found.trace] == [
        "yes: At least 3 kept visits between 2027-01-01 and 2027-12-31 (3 visits)",
        "no: All visits with one clinician (2 with the usual)",
    ]
