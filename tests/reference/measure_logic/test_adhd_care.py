"""What a child's record says of ADHD care, before any phase is judged."""

from dataclasses import replace
from datetime import date

from fairterms.reference.clinical.facts import MedicationOrder
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure_logic.adhd_care import VALUE_SETS, AdhdCare
from fairterms.units.period import Period
from tests.reference.invented import code, day, order

SETS = ValueSets.of({name: (code(name),) for name in VALUE_SETS})
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def care(*orders: MedicationOrder) -> AdhdCare:
    return AdhdCare(PatientRecord("1", medication_orders=orders), SETS)


def test_the_orders_of_one_drug_follow_each_other_and_drugs_run_side_by_side() -> None:
    given = care(
        order("Clonidine", "2025-01-05", 10),
        order("Atomoxetine", "2025-01-01", 10),
        order("Clonidine", "2025-01-01", 10),
    )
    assert [str(each) for each in given.cover] == [
        "2025-01-01 to 2025-01-10",
        "2025-01-01 to 2025-01-10",
        "2025-01-11 to 2025-01-20",
    ]


def test_only_what_stands_or_was_carried_out_covers_days() -> None:
    assert care(replace(order("Clonidine", "2025-01-05"), status="cancelled")).cover == ()


def test_orders_of_one_day_do_not_prevent_each_other() -> None:
    both = care(order("Clonidine", "2025-01-05"), order("Atomoxetine", "2025-01-05"))
    assert both.first_order(YEAR) == date(2025, 1, 5)


def test_the_first_of_several_new_courses_is_taken() -> None:
    later = day("2025-01-05", 30 + 120)
    both = care(order("Clonidine", later), order("Clonidine", "2025-01-05", 30))
    assert both.first_order(YEAR) == date(2025, 1, 5)
    rest = Period(date(2025, 1, 6), date(2025, 12, 31))
    assert both.first_order(rest) == later
    closer = care(order("Clonidine", day(later, -1)), order("Clonidine", "2025-01-05", 30))
    assert closer.first_order(rest) is None
