"""A table of a form is read key by key, and what is not as it should be is noted."""

from fairterms.units.form_file import parsed
from fairterms.units.form_table import FormTable
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem

TEXT = """\
array = 3
[one]
words = 4
choice = 5
flag = "yes"
day = 2027-01-01T10:00:00
list = [1]
whole = true
"""


def form() -> tuple[FormTable, Notes]:
    opened = parsed(TEXT, "form.toml")
    assert not isinstance(opened, Problem)
    document, notes = opened
    return FormTable(document["one"], ("one",), notes), notes


def test_what_is_of_another_sort_is_noted_on_its_line_and_not_used() -> None:
    entry, notes = form()
    assert entry.words("words") == ""
    assert entry.choice("choice", ("a", "b")) == ""
    assert entry.flag("flag") is None
    assert entry.day("day") is None
    assert entry.names("list", ("a",)) == ()
    assert entry.whole("whole") is None
    assert [one.line for one in notes.problems()] == [3, 4, 5, 6, 7, 8]


def test_what_is_not_there_is_nothing_and_noted_only_where_it_is_needed() -> None:
    entry, notes = form()
    assert (entry.words("x"), entry.day("x"), entry.flag("x"), entry.whole("x")) == (
        "",
        None,
        None,
        None,
    )
    assert notes.found == []
    assert entry.needed_words("x", "like this") == ""
    assert entry.needed_whole("y", 6) is None
    assert [one.fix for one in notes.found] == ['write x = "like this"', "write y = 6"]
    assert entry.line == 2


def test_a_key_nothing_reads_is_noted_with_the_nearest() -> None:
    entry, notes = form()
    entry.only("word", "choice", "flag", "day", "list", "whole")
    (found,) = notes.found
    assert found.fix == 'did you mean "word"?'


def test_words_of_a_list_are_known_where_they_must_be() -> None:
    notes = form()[1]
    entry = FormTable({"who": ["a ", "b"]}, ("one",), notes, "it matters")
    assert entry.names("who") == ("a", "b")
    assert notes.found == []
    assert entry.names("who", ("a", "c")) == ("a",)
    assert [one.code for one in notes.found] == ["unknown-who-entry"]


def test_a_problem_says_why_it_matters() -> None:
    notes = form()[1]
    FormTable({"day": 1}, ("one",), notes, "a day is counted from").day("day")
    assert [one.why for one in notes.found] == ["a day is counted from"]
