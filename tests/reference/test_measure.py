"""A measure's options, its period, and what every entry of the catalogue must hold."""

from datetime import date

import pytest

from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.evidence import Basis, Evidence
from fairterms.reference.measure import (
    MEASURES,
    Better,
    Judgement,
    Kind,
    Measure,
    MeasurementPeriod,
    Option,
    Options,
    Population,
    TraceStep,
)
from fairterms.units.refusal import Refusal


def judge(
    patient: PatientRecord, _: MeasurementPeriod, __: ValueSets, options: Options
) -> tuple[Judgement, ...]:
    return (Judgement(patient.id, amount=float(options["days"])),)


MEASURE = Measure(
    name="made_up",
    title="Made up",
    steward="nobody",
    version="1",
    basis=Basis("made up", Evidence.GENERAL),
    licence="none",
    kind=Kind.MEAN,
    direction=Better.LOWER,
    reads=("visits",),
    options=(Option("days", "days", "how long is long"), Option("kind", "", "which", "all")),
    judge=judge,
)
YEAR = MeasurementPeriod.year(2026)


def test_an_option_the_contract_must_give_is_refused_by_name() -> None:
    with pytest.raises(Refusal) as refused:
        MEASURE.judged(PatientRecord("1"), YEAR, ValueSets())
    assert str(refused.value) == (
        "made_up, days: the contract does not say\n"
        "      why: it decides how long is long, and no published value may stand for it\n"
        "      fix: ask the plan for it in writing, in days"
    )


def test_a_published_value_stands_until_the_contract_says_otherwise() -> None:
    assert MEASURE.settled({"days": 3}) == {"days": 3, "kind": "all"}
    assert MEASURE.settled({"days": 3, "kind": "some"})["kind"] == "some"
    assert MEASURE.judged(PatientRecord("1"), YEAR, ValueSets(), {"days": 3})[0].amount == 3


def test_a_nought_is_an_answer() -> None:
    assert MEASURE.settled({"days": 0})["days"] == 0


def test_an_option_there_is_none_of_is_refused() -> None:
    with pytest.raises(Refusal, match="no such option"):
        MEASURE.settled({"days": 3, "dais": 3})


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Refusal, match="ends"):
        MeasurementPeriod(date(2026, 2, 1), date(2026, 1, 31))


def test_a_period_holds_its_first_and_its_last_day() -> None:
    assert [
        YEAR.holds(day)
        for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    ] == [False, True, True, False]


def test_a_population_left_out_counts_nobody() -> None:
    judgement = Judgement("1", {Population.INITIAL: 1})
    assert [judgement.count(one) for one in Population] == [1, 0, 0, 0, 0]


def test_a_step_reads_as_a_sentence() -> None:
    assert str(TraceStep("12 or older", False, "11 years")) == "no: 12 or older (11 years)"


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_holds_what_its_page_needs(name: str) -> None:
    measure = MEASURES[name]
    assert measure.name == name
    assert all((measure.title, measure.steward, measure.version, measure.licence))
    assert measure.reads
    assert measure.traps
    sentences = (*measure.populations, *measure.windows, *measure.exclusions, *measure.traps)
    assert all(one.strip() == one and one for one in sentences)
    assert len(set(measure.value_sets)) == len(measure.value_sets)
