"""An array of tables may be empty; what is none is named."""

from fairterms.audit.disclosure.table_list import tables
from fairterms.units.form_file import parsed


def test_each_table_is_given_with_its_line() -> None:
    opened = parsed("[[a]]\nx = 1\n[[a]]\nx = 2\n", "f.toml")
    assert isinstance(opened, tuple)
    document, notes = opened
    found = tables(document, "a", notes, "why")
    assert [(one.raw["x"], one.line) for one in found] == [(1, 1), (2, 3)]
    assert tables(document, "b", notes, "why") == ()
    assert notes.found == []


def test_a_list_of_something_else_is_named() -> None:
    opened = parsed("a = [1]\n", "f.toml")
    assert isinstance(opened, tuple)
    document, notes = opened
    assert tables(document, "a", notes, "why") == ()
    assert [(one.what, one.line) for one in notes.found] == [("a is not a list of tables", 1)]
