"""Open appointments, clinician by clinician."""

from fairterms.population.open_slots import samples
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MeasurementPeriod, Options, Population
from fairterms.reference.measures.third_next_available import MEASURE
from tests.population.town import Town, day

COLUMNS = "seen_on clinician_id slot_id starts visit_type"
OPTIONS: Options = {"visit_types": "any", "listed_days": 30, "days": "calendar", "holidays": "none"}


def put(here: Town, *rows: tuple[str, str, str, str | None]) -> None:
    made = [
        (day(seen), who, slot, day(starts) if starts else None, None)
        for seen, who, slot, starts in rows
    ]
    here.put("open_slots", COLUMNS, made)


def test_each_clinician_has_a_record_for_each_sample_day(here: Town) -> None:
    put(
        here,
        ("03-01", "ann", "s1", "03-02"),
        ("03-01", "bob", "none", None),
        ("03-08", "ann", "s2", "03-09"),
    )
    found = [(one.id, len(one.encounters)) for one in samples(here.connection)]
    assert found == [
        ("ann on 2027-03-01", 2),
        ("ann on 2027-03-08", 2),
        ("bob on 2027-03-01", 1),
        ("bob on 2027-03-08", 1),
    ]


def test_the_measure_reads_them(here: Town) -> None:
    put(here, *[("03-01", "ann", f"s{n}", f"03-0{n}") for n in (4, 2, 3)])
    put(here, ("03-01", "bob", "none", None))
    year = MeasurementPeriod.year(2027)
    found = [
        (one.clinician, one.amount, one.count(Population.NUMERATOR), bool(one.counts))
        for record in samples(here.connection)
        for one in MEASURE.judged(record, year, ValueSets(), OPTIONS)
    ]
    assert found == [("ann", 3, 1, True), ("bob", 30, 0, True)]
