"""The database itself refuses to change, remove or replace what vouches for the past.

On SQLite a migration that alters one of these tables makes it anew, and its triggers are gone:
such a migration ends with :func:`guard` again. A test looks for them after the last migration.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ENTRIES = "ledgers_ledgerentry"
KEPT = {
    "ledgers_ledgercheckpoint": "new.room_id = room_id and new.size = size",
    "ledgers_ledgercosignature": "new.checkpoint_id = checkpoint_id and new.witness = witness",
}
"""Tables beside that of the entries, and when a row would take another's place."""
_TAKEN = (
    f"exists (select 1 from {ENTRIES} where id = new.id "  # noqa: S608 - our own names
    "or (room_id = new.room_id and sequence = new.sequence))"
)
_SQLITE = (
    f"""create trigger ledger_no_update before update on {ENTRIES}
    begin select raise(abort, 'a ledger''s entries are never changed'); end""",
    f"""create trigger ledger_no_delete before delete on {ENTRIES}
    begin select raise(abort, 'a ledger''s entries are never removed'); end""",
    # INSERT OR REPLACE removes the old row without asking the trigger above.
    f"""create trigger ledger_no_replace before insert on {ENTRIES}
    when {_TAKEN}
    begin select raise(abort, 'a ledger''s entries are never replaced'); end""",
)
_POSTGRESQL = (
    """create function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'a ledger''s entries are never changed or removed'; end $$""",
    f"""create trigger ledger_no_change before update or delete on {ENTRIES}
    for each row execute function refuse_change()""",
    f"""create trigger ledger_no_truncate before truncate on {ENTRIES}
    for each statement execute function refuse_change()""",
)
_UNDO = {
    "sqlite": tuple(f"drop trigger ledger_no_{one}" for one in ("update", "delete", "replace")),
    "postgresql": (
        f"drop trigger ledger_no_change on {ENTRIES}",
        f"drop trigger ledger_no_truncate on {ENTRIES}",
        "drop function refuse_change()",
    ),
}


def _kept(vendor: str, table: str, is_taken: str) -> tuple[str, ...]:
    if vendor == "postgresql":
        call = "execute function refuse_change()"
        named = f"create trigger {table}"
        return (
            f"{named}_no_change before update or delete on {table} for each row {call}",
            f"{named}_no_truncate before truncate on {table} for each statement {call}",
        )
    refuse = "begin select raise(abort, 'what vouches for a ledger is never changed'); end"
    # INSERT OR REPLACE removes the old row without asking the trigger against removing.
    taken = f"exists (select 1 from {table} where id = new.id or ({is_taken}))"  # noqa: S608 - our own names
    return (
        f"create trigger {table}_no_update before update on {table} {refuse}",
        f"create trigger {table}_no_delete before delete on {table} {refuse}",
        f"create trigger {table}_no_replace before insert on {table} when {taken} {refuse}",
    )


def _unkept(vendor: str, table: str) -> tuple[str, ...]:
    on = f" on {table}" if vendor == "postgresql" else ""
    names = ("change", "truncate") if vendor == "postgresql" else ("update", "delete", "replace")
    return tuple(f"drop trigger {table}_no_{one}{on}" for one in names)


def _guard(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    wanted = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[editor.connection.vendor]
    for statement in wanted:
        editor.execute(statement)


def _unguard(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _UNDO[editor.connection.vendor]:
        editor.execute(statement)


def _guard_kept(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for table, is_taken in KEPT.items():
        for statement in _kept(editor.connection.vendor, table, is_taken):
            editor.execute(statement)


def _unguard_kept(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for table in KEPT:
        for statement in _unkept(editor.connection.vendor, table):
            editor.execute(statement)


def guard() -> migrations.RunPython:
    """Return the step of a migration that guards the entries."""
    return migrations.RunPython(_guard, _unguard)


def guard_kept() -> migrations.RunPython:
    """Return the step of a migration that guards checkpoints and cosignatures."""
    return migrations.RunPython(_guard_kept, _unguard_kept)
