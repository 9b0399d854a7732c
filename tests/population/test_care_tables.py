"""The tables of a look."""

import duckdb
import pytest

from fairterms.population.care_tables import laid_out
from tests.population.care_made_up import SETTINGS, Line, small_town
from tests.population.town import Town


def tables(here: Town) -> set[str]:
    rows = here.connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    return {name for (name,) in rows}


def test_they_last_as_long_as_the_look_also_when_it_fails(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    before = tables(here)
    with laid_out(here.connection, SETTINGS) as laid:
        assert tables(here) - before == {laid.months, laid.lines, laid.visits}
    assert tables(here) == before
    with pytest.raises(duckdb.Error):
        fail(here)
    assert tables(here) == before


def fail(here: Town) -> None:
    with laid_out(here.connection, SETTINGS):
        here.connection.execute("SELECT nothing FROM nowhere")


def test_two_looks_at_once_keep_apart(here: Town) -> None:
    small_town(here, [Line("a", "02-01")])
    with (
        laid_out(here.connection, SETTINGS, "earlier") as one,
        laid_out(here.connection, SETTINGS) as two,
    ):
        assert {one.months, one.lines, one.visits}.isdisjoint({two.months, two.lines, two.visits})
