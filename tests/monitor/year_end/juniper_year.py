"""Juniper's made-up year and a small forecast of it, made once for all tests of this folder."""

from datetime import date
from functools import cache
from types import ModuleType

from benchmarks.year_end import EXAMPLES, generator, juniper_prior, known_of, plain_development

from fairterms.monitor.year_end import reader
from fairterms.monitor.year_end.forecast import YearEnd, year_end
from fairterms.monitor.year_end.prior import Prior
from fairterms.monitor.year_end.year_to_date import YearToDate

JUNIPER = EXAMPLES / "juniper"


@cache
def script() -> ModuleType:
    return generator()


@cache
def small_prior() -> Prior:
    return juniper_prior(256)


@cache
def story() -> YearToDate:
    found = reader.read(JUNIPER)
    assert found is not None
    assert found.problems == ()
    return found


@cache
def plain_year(seed: int = 5) -> YearToDate:
    """Return a year in which everything came in time."""
    return known_of(script().draw_year(seed), script())


@cache
def story_on(day: date) -> YearEnd:
    return year_end(small_prior(), story(), day, plain_development)
