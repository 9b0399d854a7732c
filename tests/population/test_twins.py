"""The set operations and the measures that judge one person at a time give the same cents."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.population.total_cost import measure
from fairterms.population.truncation import Ceiling, PartYear
from fairterms.reference.clinical.facts import Bill, Coverage
from fairterms.reference.clinical.patient_record import PatientRecord
from fairterms.reference.clinical.period import Moment, Period
from fairterms.reference.clinical.value_sets import ValueSets
from fairterms.reference.measure import MeasurementPeriod, Options
from fairterms.reference.measures.total_cost_of_care import MEASURE
from tests.population.town import YEAR, Town

RULES = {
    MonthRule.FIRST_DAY: "first day",
    MonthRule.FIFTEENTH: "fifteenth",
    MonthRule.ANY_DAY: "any day",
    MonthRule.DAYS: "days",
}


Spans = list[tuple[date, date | None]]
Bills = list[tuple[date, int]]


@pytest.fixture(scope="module")
def people(built: Town) -> list[tuple[str, Spans, Bills]]:
    """Put made-up people into the town once; no test here changes them."""
    made = made_up_people(seed=11, number=40)
    built.empty()
    built.members(*[(who, *span) for who, spans, _ in made for span in spans])
    built.bills(*[(who, day, day, cents) for who, _, bills in made for day, cents in bills])
    return made


@pytest.mark.parametrize("rule", MonthRule)
@pytest.mark.parametrize("outsiders", Outsiders)
@pytest.mark.parametrize("part_year", PartYear)
def test_total_cost_is_the_same_by_set_and_by_person(
    built: Town,
    people: list[tuple[str, Spans, Bills]],
    rule: MonthRule,
    outsiders: Outsiders,
    part_year: PartYear,
) -> None:
    by_days = Decimal("30.4") if rule is MonthRule.DAYS else None
    found = measure(
        built.connection,
        CostRule(Amount.ALLOWED, ServiceDay.LINE, None, outsiders),
        Exposure(rule, YEAR, Selection(), by_days),
        Ceiling(50_000, part_year),
    )
    options: Options = {
        "month_rule": RULES[rule],
        "days_a_month": "30.4" if by_days else "none",
        "plans": "any",
        "amount": "allowed",
        "service_codes": "any",
        "paid_through": "any",
        "ceiling_cents": 50_000,
        "part_year": "whole" if part_year is PartYear.WHOLE else "by member months",
        "outside_membership": outsiders.value,
    }
    period = MeasurementPeriod(YEAR.first, YEAR.last)
    judged = [
        one
        for who, spans, bills in people
        for one in MEASURE.judged(record(who, spans, bills), period, ValueSets(), options)
    ]
    assert sum(int(one.amount or 0) for one in judged) == found.cost.cents_kept
    assert float(sum(Fraction(one.base or 0) for one in judged)) == pytest.approx(
        float(found.months.amount), abs=1e-9
    )
    assert found.cost.cents_cut > 0
    assert found.months.counted > 0


def made_up_people(seed: int, number: int) -> list[tuple[str, Spans, Bills]]:
    """Make people with one or two spans of membership, and bills inside and outside them."""
    luck = np.random.default_rng(seed)
    start, found = date(2026, 11, 1), []
    for who in range(number):
        edges = sorted(int(n) for n in luck.choice(500, size=4, replace=False))
        days = [start + timedelta(n) for n in edges]
        spans: Spans = [(days[0], days[1]), (days[2], days[3] if who % 3 else None)]
        bills = [
            (start + timedelta(int(luck.integers(500))), int(luck.integers(40_000)))
            for _ in range(int(luck.integers(6)))
        ]
        found.append((f"p{who:03}", spans, bills))
    return found


def record(who: str, spans: Spans, bills: Bills) -> PatientRecord:
    """Make the same person as a record."""
    return PatientRecord(
        who,
        coverages=tuple(
            Coverage(f"{n}", period=Period(Moment(first), Moment(last) if last else None))
            for n, (first, last) in enumerate(spans)
        ),
        bills=tuple(
            Bill(f"{n}", period=Period.on(day), allowed_cents=cents)
            for n, (day, cents) in enumerate(bills)
        ),
    )
