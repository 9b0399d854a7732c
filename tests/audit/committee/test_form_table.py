"""The tables of a charter are found, or noted where they are missing."""

from fairterms.audit.committee.form_table import WHY, table, tables
from fairterms.units.notes import Notes


def test_a_table_that_is_none_is_noted() -> None:
    notes = Notes("form.toml", (), {})
    assert table({"one": 3}, "one", notes).raw == {}
    assert tables({"array": 3}, "array", notes) == ()
    assert [one.what for one in notes.found] == ["one is not a table", "there is no [[array]]"]
    assert {one.why for one in notes.found} == {WHY}
