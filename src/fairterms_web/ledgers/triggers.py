"""The database itself refuses to change, remove or replace an entry of a ledger."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "ledgers_ledgerentry"
_SQLITE = (
    f"""create trigger ledger_no_update before update on {TABLE}
    begin select raise(abort, 'a ledger''s entries are never changed'); end""",
    f"""create trigger ledger_no_delete before delete on {TABLE}
    begin select raise(abort, 'a ledger''s entries are never removed'); end""",
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    f"""create trigger ledger_no_replace before insert on {TABLE}
    when exists (select 1 from {TABLE} where id = new.id
                 or (room_id = new.room_id and sequence = new.sequence))
    begin select raise(abort, 'a ledger''s entries are never replaced'); end""",
)
_POSTGRESQL = (
    """create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'a ledger''s entries are never changed or removed'; end $$""",
    f"""create trigger ledger_no_change before update or delete on {TABLE}
    for each row execute function refuse_change()""",
    f"""create trigger ledger_no_truncate before truncate on {TABLE}
    for each statement execute function refuse_change()""",
)
_UNDO = {
    "sqlite": tuple(
        f"drop trigger ledger_no_{one}" for one in ("update", "delete", "replace")
    ),
    "postgresql": (
        f"drop trigger ledger_no_change on {TABLE}",
        f"drop trigger ledger_no_truncate on {TABLE}",
        "drop function refuse_change()",
    ),
}


def _guard(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    wanted = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[editor.connection.vendor]
    for statement in wanted:
        editor.execute(statement)


def _unguard(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _UNDO[editor.connection.vendor]:
        editor.execute(statement)


def guard() -> migrations.RunPython:
    """Return the step of a migration that guards the entries."""
    return migrations.RunPython(_guard, _unguard)
