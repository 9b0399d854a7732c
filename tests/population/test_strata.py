"""Parts of a population."""

from datetime import date
from decimal import Decimal

import pytest

from fairterms.population.selection import Selection
from fairterms.population.strata import (
    Severity,
    Strata,
    WhichScore,
    _years_before,
    sizes,
)
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.units.period import Period
from tests.population.town import YEAR, Town, day

BANDS = INSTRUMENTS["phq9"].bands[0]


def strata(**changes: object) -> Strata:
    chosen: dict[str, object] = {
        "day": YEAR.last,
        "age_edges": (),
        "by_sex": False,
        "by_line": False,
        "severity": None,
        "selection": Selection(),
    }
    return Strata(**(chosen | changes))  # type: ignore[arg-type]


def people(here: Town, *rows: tuple[str, str | None, str | None]) -> None:
    made = [(who, day(born) if born else None, sex) for who, born, sex in rows]
    here.put("patients", "person_id birth_date sex", made)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2010-01-01", "0-17"),
        ("2009-12-31", "18-64"),
        ("1963-01-01", "18-64"),
        ("1962-12-31", "65+"),
        (None, "unknown age"),
        ("2028-01-01", "unknown age"),
    ],
)
def test_age_counts_from_the_birthday_itself(here: Town, born: str | None, expected: str) -> None:
    people(here, ("p1", born, None))
    assert sizes(here.connection, strata(age_edges=(18, 65)), "patients") == {expected: 1}


def test_parts_are_named_in_words_and_the_unknown_is_a_part(here: Town) -> None:
    people(here, ("p1", "1990-01-01", "Female"), ("p2", "1990-01-01", None))
    here.put("enrolment", "person_id starts payer_type", [("p1", YEAR.first, "medicaid")])
    found = sizes(here.connection, strata(by_sex=True, by_line=True), "patients")
    assert found == {"female, medicaid": 1, "unknown sex, unknown line": 1}


def test_people_who_are_not_among_the_patients_are_not_lost(here: Town) -> None:
    here.members(("p9", "01-01", None))
    assert sizes(here.connection, strata(age_edges=(18,)), "enrolment") == {"unknown age": 1}


def test_a_person_is_in_one_part_whatever_is_recorded_twice(here: Town) -> None:
    people(here, ("p1", "1990-01-01", "male"))
    people(here, ("p1", "1990-01-01", "female"))
    assert sizes(here.connection, strata(by_sex=True), "patients") == {"female": 1}


def test_no_part_is_everybody(here: Town) -> None:
    people(here, ("p1", None, None), ("p2", None, None))
    assert sizes(here.connection, strata(), "patients") == {"all": 2}


def scored(here: Town, *rows: tuple[str, object]) -> None:
    here.put(
        "assessments",
        "assessment_id person_id instrument assessed_on score",
        [(f"a{n}", "p1", "phq9", day(at), score) for n, (at, score) in enumerate(rows)],
    )


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (WhichScore.FIRST, "moderate"),
        (WhichScore.LAST, "minimal"),
        (WhichScore.HIGHEST, "severe"),
    ],
)
def test_the_score_that_counts_is_declared(here: Town, which: WhichScore, expected: str) -> None:
    people(here, ("p1", None, None))
    scored(here, ("2026-12-31", 27), ("01-01", 10), ("02-01", 20), ("03-31", 4), ("04-01", 27))
    window = Period(date(2027, 1, 1), date(2027, 3, 31))
    severity = Severity("phq9", BANDS, window, which)
    assert sizes(here.connection, strata(severity=severity), "patients") == {expected: 1}


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (Decimal("4.9"), "minimal"),
        (5, "mild"),
        (9, "mild"),
        (10, "moderate"),
        (19, "moderately severe"),
        (20, "severe"),
        (None, "unknown severity"),
    ],
)
def test_a_band_begins_at_its_lowest_score(here: Town, score: object, expected: str) -> None:
    people(here, ("p1", None, None))
    scored(here, ("01-01", score))
    severity = Severity("phq9", BANDS, YEAR, WhichScore.FIRST)
    assert sizes(here.connection, strata(severity=severity), "patients") == {expected: 1}


def test_of_two_scores_on_one_day_the_higher_counts(here: Town) -> None:
    people(here, ("p1", None, None))
    scored(here, ("01-01", 4), ("01-01", 12))
    severity = Severity("phq9", BANDS, YEAR, WhichScore.FIRST)
    assert sizes(here.connection, strata(severity=severity), "patients") == {"moderate": 1}


@pytest.mark.parametrize(
    "on", ["2027-12-31", "2026-02-28", "2028-02-28", "2028-02-29", "2026-04-30", "2026-03-31"]
)
def test_ages_are_those_the_database_counts_itself(here: Town, on: str) -> None:
    births = "(SELECT DATE '2002-12-25' + i::INTEGER AS born FROM range(2500) made(i))"
    for edge in (18, 20, 22, 24):
        row = here.connection.execute(
            f"SELECT count(*), count(*) FILTER ((date_sub('year', born, DATE '{on}') < {edge}) <> "  # noqa: S608
            f"(born > DATE '{_years_before(date.fromisoformat(on), edge)}')) FROM {births} "
            f"WHERE born <= DATE '{on}'"
        ).fetchone()
        assert row == (2500, 0), edge
