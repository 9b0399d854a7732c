"""Many at once: numbers that are handed out stay without gaps and without twins.

In a module of its own, because its threads must see what was committed.
"""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from fairterms_web import settings as our_settings
from fairterms_web.deals.access import versions_of
from fairterms_web.deals.actions import save_files
from fairterms_web.ledgers.models import LedgerEntry

ON_POSTGRESQL = pytest.mark.skipif(
    not our_settings.DATABASES["default"]["ENGINE"].endswith("postgresql"),
    reason="SQLite lets one write at a time",
)


@pytest.fixture(scope="module")  # wider than the test, so that it ends after the emptying
def emptied_after(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let the tables be emptied after a test whose threads commit: their guards refuse it."""
    with django_db_blocker.unblock():
        _guards("disable")
        # The guard of the rows stays: only emptying a whole table is let through.
        yield
        _guards("enable")


def _guards(what: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select tgrelid::regclass::text, tgname from pg_trigger"
            " where not tgisinternal and tgname like %s",
            ["%truncate%"],
        )
        for table, name in cursor.fetchall():
            cursor.execute(f'alter table {table} {what} trigger "{name}"')


@ON_POSTGRESQL
@pytest.mark.usefixtures("emptied_after", "transactional_db")
def test_reference_number_races() -> None:
    from tests.web.cast import make  # noqa: PLC0415 - the fixture is for one transaction only

    cast = make()
    with cast.acting_in("group") as by:
        before = LedgerEntry.objects.within(by).count()
    failed: list[BaseException] = []

    def save(number: int) -> None:
        try:
            with cast.acting_in("group") as by:
                save_files(by=by, files={"raced.txt": f"version of {number}".encode()})
        except BaseException as wrong:  # noqa: BLE001 - told to the test below
            failed.append(wrong)
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=(one,)) for one in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    with cast.acting_in("group") as by:
        assert [one.number for one in versions_of(by, "raced.txt")] == [8, 7, 6, 5, 4, 3, 2, 1]
        rows = LedgerEntry.objects.within(by).order_by("sequence")
        assert list(rows.values_list("sequence", flat=True)) == list(range(1, before + 9))
