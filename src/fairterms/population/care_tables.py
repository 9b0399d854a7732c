"""The people, bills and visits of one look, laid out once and dropped afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from fairterms.population.care_settings import Settings
from fairterms.records.engine.connection import Connection


@dataclass(frozen=True)
class CareTables:
    """Names of tables that last as long as the look.

    Attributes
    ----------
    months
        person_id, month, counted; see :attr:`Settings.months`.
    lines
        One row a bill's line; see :meth:`Settings.lines`.
    visits
        person_id, npi, starts, side; one row a visit. A visit whose bills were taken back is none.
    """

    months: str
    lines: str
    visits: str


@contextmanager
def laid_out(
    connection: Connection, settings: Settings, name: str = "care"
) -> Iterator[CareTables]:
    """Lay out the tables of a look; they are dropped afterwards.

    Parameters
    ----------
    connection
        The store's; the tables are its own, temporary ones.
    settings
        What the deal declares.
    name
        How their names begin; two looks at once need two names.

    Yields
    ------
    CareTables
        Their names, to stand after FROM.
    """
    tables = CareTables(f"{name}_months", f"{name}_lines", f"{name}_visits")
    made = {
        tables.months: settings.months,
        tables.lines: settings.lines(tables.months),
        tables.visits: _visits(tables.lines),
    }
    try:
        for table, relation in made.items():
            question = f"SELECT * FROM {relation}"  # noqa: S608
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {question}")
        yield tables
    finally:
        for table in made:
            connection.execute(f"DROP TABLE IF EXISTS {table}")


def _visits(lines: str) -> str:
    return (
        "(SELECT person_id, npi, starts, CASE WHEN bool_or(side = 'own') THEN 'own' "  # noqa: S608
        "WHEN bool_or(side = 'elsewhere') THEN 'elsewhere' ELSE 'not named' END AS side "
        f"FROM {lines} WHERE is_visit GROUP BY person_id, npi, starts "
        "HAVING NOT (min(cents) < 0 AND sum(cents) <= 0))"
    )
