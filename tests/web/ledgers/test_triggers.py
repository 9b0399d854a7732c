"""The database refuses what a ledger never does, whoever asks and however."""
# ruff: noqa: S608 - statements of our own, in a database of the test's

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from fairterms_web.ledgers import actions
from fairterms_web.ledgers.triggers import ENTRIES, KEPT
from tests.web.ledgers.desk import AUDITOR, break_open, cosigned, run

if TYPE_CHECKING:
    from tests.web.ledgers.desk import Desk

TABLES = (ENTRIES, *KEPT)
MODELS = {
    ENTRIES: "ledgerentry",
    "ledgers_ledgercheckpoint": "ledgercheckpoint",
    "ledgers_ledgercosignature": "ledgercosignature",
}
COLUMN = {ENTRIES: "payload", **dict.fromkeys(KEPT, "room_id")}
UNIQUE = {
    ENTRIES: "room_id, sequence",
    "ledgers_ledgercheckpoint": "room_id, size",
    "ledgers_ledgercosignature": "checkpoint_id, witness",
}


@pytest.fixture
def filled(desk: "Desk") -> "Desk":
    """A room with entries, a checkpoint and a cosignature."""
    desk.furnish()
    note = desk.sign()
    actions.keep_cosignature(by=desk.by, note=cosigned(note), key=str(AUDITOR.public))
    return desk


def refused(statement: str) -> None:
    with pytest.raises(DatabaseError, match=r"never|one_"), transaction.atomic():
        run(statement)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_changed(filled: "Desk", table: str) -> None:
    refused(f"update {table} set {COLUMN[table]} = {COLUMN[table]}")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_removed(filled: "Desk", table: str) -> None:
    refused(f"delete from {table}")


@pytest.mark.parametrize("table", TABLES)
def test_no_row_takes_the_place_of_another(filled: "Desk", table: str) -> None:
    columns = ", ".join(one for one in columns_of(table) if one != "id")
    same = f"select {columns} from {table}"
    refused(f"insert into {table} ({columns}) {same}")
    change = f"{COLUMN[table]} = excluded.{COLUMN[table]}"
    upsert = f"insert into {table} ({columns}) {same} where true "
    refused(f"{upsert} on conflict ({UNIQUE[table]}) do update set {change}")
    if connection.vendor == "sqlite":
        refused(f"insert or replace into {table} ({columns}) {same}")
        refused(f"insert or replace into {table} select * from {table}")
        refused(f"update or replace {table} set id = id")


@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_emptied_at_once(filled: "Desk", table: str) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite knows no TRUNCATE; a DELETE without a condition asks the trigger")
    run("set constraints all immediate")
    refused(f"truncate {table} cascade")


@pytest.mark.parametrize("table", TABLES)
def test_the_models_cannot_do_it_either(filled: "Desk", table: str) -> None:
    rows = apps.get_model("ledgers", MODELS[table]).objects.within(filled.by)
    row = rows.first()
    for change in (
        lambda: rows.update(room_id=filled.by.room.id),
        rows.delete,
        row.save,
        row.delete,
        lambda: rows.bulk_update([row], ["room"]),
        lambda: type(row).objects.bulk_create(
            [row], update_conflicts=True, update_fields=["room"], unique_fields=["id"]
        ),
    ):
        with pytest.raises(DatabaseError, match=r"never|one_|protected"), transaction.atomic():
            change()


def test_without_the_guard_a_row_is_changed_so_it_is_the_guard_that_refuses(
    filled: "Desk",
) -> None:
    break_open()
    assert run(f"update {ENTRIES} set payload = payload") > 0
    assert run(f"delete from {ENTRIES}") > 0


def columns_of(table: str) -> list[str]:
    return [one.column for one in apps.get_model("ledgers", MODELS[table])._meta.concrete_fields]
