"""Rates are sums of judgements: by part, band, clinician and year, streamed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from fairterms.outcomes.contract_measures.evaluation import (
    Line,
    check_tables,
    evaluate,
    judgements,
)
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.measure import (
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Option,
    Options,
    Population,
)
from fairterms.units.refusal import Refusal

YEAR, NEXT = MeasurementPeriod.year(2026), MeasurementPeriod.year(2027)


def judge(
    patient: PatientRecord, period: MeasurementPeriod, _: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    return (Judgement(patient.id, {Population.INITIAL: 1}, day=period.starts, group=str(options)),)


MEASURE = Measure(
    name="made_up",
    title="Made up",
    steward="nobody",
    version="1",
    basis=Basis("made up", Evidence.GENERAL),
    licence="none",
    kind=Kind.PROPORTION,
    direction=Better.HIGHER,
    reads=("visits",),
    judge=judge,
)


def case(letters: str, **more: object) -> Judgement:
    """Return a judgement: d in the denominator, x excluded, e excepted, n reached."""
    counts = {
        Population.INITIAL: 1,
        Population.DENOMINATOR: int("d" in letters),
        Population.EXCLUSION: int("x" in letters),
        Population.EXCEPTION: int("e" in letters),
        Population.NUMERATOR: int("n" in letters),
    }
    return Judgement("1", counts, **more)  # type: ignore[arg-type]


def lines(kind: Kind, *cases: Judgement, by: tuple[str, ...] = ()) -> tuple[Line, ...]:
    return evaluate(replace(MEASURE, kind=kind), [(YEAR, one) for one in cases], by)


def value(kind: Kind, *cases: Judgement) -> float | None:
    (line,) = lines(kind, *cases)
    return line.value


def test_a_proportion_leaves_out_the_excluded_and_the_excepted() -> None:
    cases = [case("dn"), case("d"), case("d"), case("dx"), case("de"), case("")]
    (line,) = lines(Kind.PROPORTION, *cases)
    assert line.value == pytest.approx(1 / 3)
    assert (line.initial, line.denominator, line.excluded, line.excepted) == (6, 5, 1, 1)
    assert (line.reached, line.cases) == (1, 3)


def test_a_rate_of_nobody_is_no_rate() -> None:
    assert value(Kind.PROPORTION, case("dx")) is None
    assert value(Kind.MEAN, case("d")) is None
    assert value(Kind.MEDIAN, case("dx", amount=3.0)) is None
    assert value(Kind.RATIO, case("d", amount=3.0, base=0.0)) is None


def test_a_ratio_is_the_sum_of_amounts_over_the_sum_of_bases_not_a_mean_of_ratios() -> None:
    cases = [case("d", amount=1.0, base=10.0), case("d", amount=3.0, base=2.0)]
    assert value(Kind.RATIO, *cases) == pytest.approx(4 / 12)


def test_a_ratio_without_bases_divides_cases() -> None:
    assert value(Kind.RATIO, case("dn"), case("d")) == 0.5


def test_a_member_without_an_amount_still_adds_to_the_base() -> None:
    assert value(Kind.RATIO, case("d", amount=6.0, base=6.0), case("d", base=6.0)) == 0.5


def test_a_mean_and_a_median_are_of_the_amounts_of_those_counted() -> None:
    cases = [case("dn", amount=float(n)) for n in (1, 2, 9)]
    cases += [case("dx", amount=100.0), case("de", amount=100.0), case("", amount=100.0)]
    assert value(Kind.MEAN, *cases) == 4
    assert value(Kind.MEDIAN, *cases) == 2


def test_a_median_counts_whoever_was_still_waiting_when_the_records_end() -> None:
    reached = [case("dn", amount=float(n)) for n in (10, 20)]
    waiting = [case("d", amount=float(n)) for n in (5, 25, 30)]
    # One of five is lost at 5; of the four left one is reached at 10 (3/4) and one at 20 (1/2).
    assert value(Kind.MEDIAN, *reached, *waiting) == 20
    assert value(Kind.MEDIAN, *reached, *waiting[1:], case("d", amount=30.0)) is None
    (line,) = lines(Kind.MEDIAN, *reached, *waiting)
    assert (line.cases, line.reached) == (5, 2)


def test_a_mean_takes_every_amount_reached_or_not() -> None:
    assert value(Kind.MEAN, case("dn", amount=4.0), case("d", amount=8.0)) == 6


def test_a_case_the_measure_is_not_about_makes_no_line() -> None:
    assert lines(Kind.PROPORTION, Judgement("1"), by=("stratum",)) == ()


def test_a_result_is_split_by_what_was_asked_and_by_nothing_else() -> None:
    cases = [
        case("dn", group="a", stratum="young", clinician="x"),
        case("d", group="a", stratum="old", clinician="y"),
        case("d", group="b", stratum="old", clinician="x"),
    ]
    assert [
        (line.group, line.stratum, line.clinician, line.cases)
        for line in lines(Kind.PROPORTION, *cases, by=("group",))
    ] == [("a", "", "", 2), ("b", "", "", 1)]
    assert [
        (line.stratum, line.clinician, line.value)
        for line in lines(Kind.PROPORTION, *cases, by=("stratum", "clinician"))
    ] == [("old", "x", 0), ("old", "y", 0), ("young", "x", 1)]


def test_cases_with_something_wrong_in_their_records_are_counted() -> None:
    (line,) = lines(Kind.PROPORTION, case("d", findings=("a", "b")), case("d"))
    assert line.with_findings == 1


def test_every_patient_is_judged_for_every_period_and_read_once() -> None:
    def people() -> Iterator[PatientRecord]:
        yield PatientRecord("1")
        yield PatientRecord("2")

    judged = list(judgements(MEASURE, people(), (NEXT, YEAR), ValueSets()))
    assert [(period.starts.year, one.case) for period, one in judged] == [
        (2027, "1"),
        (2026, "1"),
        (2027, "2"),
        (2026, "2"),
    ]
    assert [line.period for line in evaluate(MEASURE, judged, by=())] == [YEAR, NEXT]


def test_patients_are_not_held_in_memory() -> None:
    seen: list[int] = []

    def people() -> Iterator[PatientRecord]:
        for number in range(5):
            seen.append(number)
            yield PatientRecord(str(number))

    next(judgements(MEASURE, people(), (YEAR,), ValueSets()))
    assert seen == [0]


def test_a_missing_list_or_option_is_refused_before_any_patient_is_read() -> None:
    def people() -> Iterator[PatientRecord]:
        raise AssertionError("a patient was read")
        yield PatientRecord("1")

    needs_list = replace(MEASURE, value_sets=("Visits",))
    with pytest.raises(Refusal, match="Visits"):
        list(judgements(needs_list, people(), (YEAR,), ValueSets()))
    needs_word = replace(MEASURE, options=(Option("days", "days", "how long"),))
    with pytest.raises(Refusal, match="days"):
        list(judgements(needs_word, people(), (YEAR,), ValueSets()))


def test_options_reach_the_measure() -> None:
    wanting = replace(MEASURE, options=(Option("days", "days", "how long", 3.0),))
    ((_, found),) = judgements(wanting, [PatientRecord("1")], (YEAR,), ValueSets(), {"days": 4.0})
    assert (found.group, found.day) == ("{'days': 4.0}", date(2026, 1, 1))


def test_a_measure_that_needs_what_the_tables_lack_is_refused() -> None:
    needing = replace(MEASURE, reads=("visits", "medication_orders"))
    with pytest.raises(Refusal) as refused:
        check_tables(needing)
    assert str(refused.value) == (
        "made_up: it cannot be worked out without medication orders\n"
        "      why: without them the result would be a number about something else\n"
        "      fix: read the patients from FHIR bundles, which hold them"
    )


def test_a_table_that_could_be_loaded_is_asked_for() -> None:
    with pytest.raises(Refusal) as refused:
        check_tables(MEASURE, ("patients",))
    assert refused.value.fix == "load visits"


def test_what_would_only_excuse_patients_is_said() -> None:
    excusing = replace(MEASURE, also_reads=("procedures", "claims"))
    assert check_tables(excusing) == (
        "procedures are not in the tables: patients they would excuse stay counted",
    )
    assert check_tables(MEASURE) == ()
