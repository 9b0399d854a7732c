"""The same patients under every reading of the open words, and what lies between the readings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from fairterms.outcomes.group_results.feeds import Loaded
from fairterms.outcomes.group_results.readings import OpenMeasure, read_otherwise
from fairterms.units.refusal import Refusal
from tests.outcomes.group_results.made_up_deal import Patient, patient, records_of
from tests.outcomes.group_results.test_measured import RESPONSE

# Best 8 and last 9 of a first 16 after four to eight months: halved at best, not at last.
WAVERING = [Patient(f"W{n}", ((0, 16), (130, 8), (200, 9)), date(2025, 2, 3)) for n in range(2)]
PEOPLE = [
    *WAVERING,
    *(patient(number, 16, 8) for number in range(3)),
    *(patient(number, 16, 12) for number in range(3, 8)),
    *(patient(number, 16, None) for number in range(8, 10)),
]
OPEN = replace(RESPONSE, open={"later_score": ("last", "best"), "missing": ("failure", "left out")})


def price(one: Fraction, other: Fraction) -> Decimal:
    """A thousand dollars for each of the twelve patients' shares."""
    return abs(Decimal(1000) * Decimal(str(float(one - other))))


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    with records_of(tmp_path_factory.mktemp("deal"), PEOPLE) as found:
        yield found


@pytest.fixture(scope="module")
def found(records: Loaded) -> OpenMeasure:
    read = read_otherwise(records, Path("none"), OPEN, 2025, price)
    assert read is not None
    return read


def test_every_combination_is_worked_out(found: OpenMeasure) -> None:
    rates = {
        reading.labels: (reading.rate.numerator, reading.rate.denominator)
        for reading in found.sensitivity.readings
    }
    assert rates == {
        ("last", "failure"): (3, 12),
        ("last", "left out"): (3, 10),
        ("best", "failure"): (5, 12),
        ("best", "left out"): (5, 10),
    }
    assert found.sensitivity.names == ("later score", "missing")
    assert found.year == 2025


def test_the_swing_of_each_word_is_known(found: OpenMeasure) -> None:
    swings = {swing.name: (swing.average, swing.largest) for swing in found.sensitivity.swings()}
    best, missing = swings["later score"], swings["missing"]
    assert best == ((Fraction(200, 12) + 20) / 2, Fraction(20))
    assert missing == ((Fraction(30) - 25 + 50 - Fraction(500, 12)) / 2, 50 - Fraction(500, 12))


def test_dollars_lie_between_the_worst_and_the_best_reading(found: OpenMeasure) -> None:
    assert found.dollars == Decimal(250)


def test_without_a_price_there_are_no_dollars(records: Loaded) -> None:
    read = read_otherwise(records, Path("none"), OPEN, 2025, None)
    assert read is not None
    assert read.dollars is None


def test_a_number_is_labelled_as_it_is_written(records: Loaded) -> None:
    declared = replace(RESPONSE, open={"index_cut": (10.0, 5)})
    read = read_otherwise(records, Path("none"), declared, 2025, None)
    assert read is not None
    assert {reading.labels[0] for reading in read.sensitivity.readings} == {"10", "5"}


def test_nothing_open_is_no_question(records: Loaded) -> None:
    assert read_otherwise(records, Path("none"), RESPONSE, 2025, None) is None


def test_a_reading_of_nobody_is_refused(records: Loaded) -> None:
    with pytest.raises(Refusal, match="no patients in its denominator"):
        read_otherwise(records, Path("none"), OPEN, 2019, None)


def test_a_reading_the_measure_does_not_know_is_refused(records: Loaded) -> None:
    declared = replace(RESPONSE, open={"later_score": ("last", "bets")})
    with pytest.raises(Refusal):
        read_otherwise(records, Path("none"), declared, 2025, None)


def test_too_many_combinations_are_refused_before_any_work(records: Loaded) -> None:
    declared = replace(RESPONSE, open={"index_cut": tuple(range(13)), "from_day": (1, 2, 3, 4, 5)})
    with pytest.raises(Refusal, match="65 combinations"):
        read_otherwise(records, Path("none"), declared, 2025, None)
