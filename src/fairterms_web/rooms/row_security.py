"""The second wall: PostgreSQL hides every row of a room the transaction was not told of.

Policies hold for the owner of the tables too (``force``). A superuser passes any wall, so the
workspace must not run as one; ``fairterms serve`` refuses to.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_TOLD = "string_to_array(coalesce(current_setting('fairterms.rooms', true), ''), ',')"
_IS_SYSTEM = "coalesce(current_setting('fairterms.system', true), '') = 'on'"


def wall(*tables: str) -> migrations.RunPython:
    """Return the step of a migration that puts the wall around tables.

    Parameters
    ----------
    tables
        Names of tables with a column ``room_id``; code, never text from outside.
    """

    def raise_wall(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor != "postgresql":
            return
        for table in tables:
            editor.execute(f'alter table "{table}" enable row level security')
            editor.execute(f'alter table "{table}" force row level security')
            editor.execute(
                f'create policy wall on "{table}"'
                f" using (room_id::text = any({_TOLD}) or {_IS_SYSTEM})"
                f" with check (room_id::text = any({_TOLD}) or {_IS_SYSTEM})"
            )

    def lower_wall(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor != "postgresql":
            return
        for table in tables:
            editor.execute(f'drop policy wall on "{table}"')
            editor.execute(f'alter table "{table}" disable row level security')

    return migrations.RunPython(raise_wall, lower_wall)
