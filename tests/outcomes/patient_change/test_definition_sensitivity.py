"""The price of vagueness."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial

import numpy as np
import pytest

from fairterms.outcomes.group_effects.effect_size import ReferenceSpread
from fairterms.outcomes.patient_change.definition import BeyondError, Definition, Points, rate
from fairterms.outcomes.patient_change.definition_sensitivity import OpenTerm, Option, compare
from fairterms.outcomes.patient_change.response import Missing
from fairterms.outcomes.patient_change.score_choice import Pick
from fairterms.outcomes.patient_change.scores import Series, series
from fairterms.units.refusal import Refusal
from tests.outcomes.one_declaration import HERE
from tests.outcomes.patient_change.test_definition import BASE, GROUP

CHANGE = OpenTerm(
    "reliable change",
    (
        Option("at least 5 points", lambda d: d.reading(Points(5))),
        Option("at least 6 points", lambda d: d.reading(Points(6))),
    ),
)
LAST = OpenTerm(
    "follow-up score",
    (
        Option("last", lambda d: replace(d, scores=replace(d.scores, last=Pick.LAST))),
        Option("best", lambda d: replace(d, scores=replace(d.scores, last=Pick.BEST))),
    ),
)
MISSING = OpenTerm(
    "no last score",
    (
        Option("failure", lambda d: replace(d, missing=Missing.FAILURE)),
        Option("left out", lambda d: replace(d, missing=Missing.LEFT_OUT)),
    ),
)
SPREAD = OpenTerm(
    "standard deviation",
    (
        Option("own", lambda d: d.reading(BeyondError(None, 0.84, 1.96))),
        Option(
            "benchmark",
            lambda d: d.reading(BeyondError(ReferenceSpread(6.1, None, HERE), 0.84, 1.96)),
        ),
    ),
)


def test_every_combination_has_its_row() -> None:
    found = compare(BASE, (CHANGE, LAST, MISSING), GROUP)
    assert len(found.readings) == 8
    rates = {r.labels: (r.rate.numerator, r.rate.denominator) for r in found.readings}
    assert rates["at least 6 points", "last", "failure"] == (1, 5)
    assert rates["at least 5 points", "best", "left out"] == (3, 4)


def test_the_range_is_from_the_worst_to_the_best_reading_for_the_group() -> None:
    found = compare(BASE, (CHANGE, LAST, MISSING), GROUP)
    assert found.lowest.labels == ("at least 6 points", "last", "failure")
    assert found.highest.labels == ("at least 5 points", "best", "left out")
    assert found.points == Fraction(55)


def test_a_payment_per_point_prices_the_vagueness() -> None:
    found = compare(BASE, (CHANGE, LAST, MISSING), GROUP, payment_per_point=Decimal("1000.00"))
    assert found.dollars(found.points) == Decimal("55000.00")
    assert found.rows()[-1] == {
        "reliable change": "at least 6 points",
        "follow-up score": "best",
        "no last score": "left out",
        "patients reached": "2 of 4",
        "rate": "50.0 %",
        "above the lowest reading": "$30,000.00",
    }


def test_a_third_of_a_point_is_paid_to_the_cent() -> None:
    found = compare(BASE, (CHANGE,), GROUP, payment_per_point=Decimal("0.05"))
    assert found.dollars(Fraction(1, 10)) == Decimal("0.01")
    assert found.dollars(Fraction(1, 3)) == Decimal("0.02")


def test_without_a_price_there_are_no_dollars() -> None:
    found = compare(BASE, (CHANGE,), GROUP)
    assert found.dollars(found.points) is None
    assert "above the lowest reading" not in found.rows()[0]


def test_the_word_that_moves_most_comes_first() -> None:
    swings = compare(BASE, (CHANGE, LAST, MISSING), GROUP).swings()
    assert {swing.name for swing in swings} == {
        "reliable change",
        "follow-up score",
        "no last score",
    }
    assert [s.average for s in swings] == sorted((s.average for s in swings), reverse=True)
    moved = {swing.name: (swing.average, swing.largest) for swing in swings}
    # At 5 points the best score adds one of five patients, or one of four; so it does at 6.
    assert moved["follow-up score"] == (Fraction(45, 2), Fraction(25))


def test_own_or_benchmark_spread_is_a_reading_too() -> None:
    found = compare(BASE, (SPREAD,), GROUP)
    assert {r.labels[0]: r.rate.numerator for r in found.readings} == {"own": 2, "benchmark": 0}


def test_each_row_is_the_rate_of_its_definition_alone() -> None:
    draw = np.random.default_rng(6)
    n = 200
    first = draw.integers(10, 27, n)
    patients = np.concatenate([np.arange(n), np.arange(n)[: n // 2], np.arange(n)[: n // 3]])
    days = np.concatenate([np.zeros(n), np.full(n // 2, 90), np.full(n // 3, 60)])
    later = draw.integers(0, 27, n // 2 + n // 3)
    rows: Series = series(patients, days, np.concatenate([first, later]), n)
    for reading in compare(BASE, (CHANGE, LAST, MISSING), rows).readings:
        definition = BASE
        for term, label in zip((CHANGE, LAST, MISSING), reading.labels, strict=True):
            (option,) = [o for o in term.options if o.label == label]
            definition = option.apply(definition)
        assert reading.rate == rate(definition, rows)


def at_least(points: float, definition: Definition) -> Definition:
    """Return the definition with so many points as its criterion."""
    return definition.reading(Points(points))


def test_a_term_with_one_reading_is_not_open() -> None:
    with pytest.raises(AssertionError, match="is not open"):
        OpenTerm("reliable change", CHANGE.options[:1])


def test_thousands_of_readings_are_refused() -> None:
    many = OpenTerm(
        "points", tuple(Option(str(p), partial(at_least, float(p))) for p in range(1, 101))
    )
    with pytest.raises(Refusal, match="10,000 combinations of 2 open terms"):
        compare(BASE, (many, many), GROUP)
    with pytest.raises(Refusal, match="1 combinations of 0 open terms"):
        compare(BASE, (), GROUP)
