"""A file of counts is read whole, or every fault of it is named by its line and without a count."""

import pytest

from fairterms.audit.release.counts_file import MOST_GROUPS, read

WHOLE = (
    'clinic,sex,people\nElm,women,34\n\nElm,men,12\n"Oak, west",women,0\n"Oak, west",men,"1,250"\n'
)


def codes(text: str) -> list[tuple[int, str]]:
    """What is wrong with a file, and where."""
    found = read(text, "counts.csv", "visits", ["2027"])
    assert (found.table is None) == bool(found.problems)
    return [(one.line, one.code.removeprefix("counts-")) for one in found.problems]


def test_a_whole_file_is_a_table() -> None:
    table = read(WHOLE, "counts.csv", "visits", ["2027"]).table
    assert table is not None
    assert table.counts.tolist() == [[34, 12], [0, 1250]]
    assert [axis.name for axis in table.axes] == ["clinic", "sex"]
    assert table.axes[0].groups == ("Elm", "Oak, west")
    assert table.people == ("2027",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(0, "empty")]),
        ("clinic,people\n", [(0, "empty")]),
        ("clinic,count\nElm,34\n", [(1, "heading")]),
        ("people\n34\n", [(1, "heading")]),
        ("a,b,c,people\n1,2,3,4\n", [(1, "heading")]),
        ("clinic,clinic,people\na,b,34\n", [(1, "heading")]),
        ("clinic,Clinic,people\na,b,34\n", [(1, "heading")]),
        (f"clinic,people\nElm,{'1' * 200_000}\n", [(0, "cells")]),
        ("clinic,people\nElm\n", [(2, "cells"), (0, "empty")]),
        ("clinic,people\n,34\nElm,20\n", [(2, "group")]),
        ("clinic,people\nElm,34\nTotal,34\n", [(3, "margin")]),
        (
            "clinic,people\nElm,3.5\nOak,-1\nAsh,few\n",
            [(2, "count"), (3, "count"), (4, "count"), (0, "empty")],
        ),
        ("clinic,people\nElm,99999999999\n", [(2, "count"), (0, "empty")]),
        ("clinic,people\nElm,34\nElm,35\n", [(3, "twice")]),
        ("clinic,sex,people\nElm,women,34\nOak,men,35\n", [(0, "missing")]),
    ],
)
def test_each_fault_is_named_by_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert codes(text) == expected


def test_too_many_groups_are_refused() -> None:
    rows = "\n".join(f"clinic {at},20" for at in range(MOST_GROUPS + 1))
    assert codes(f"clinic,people\n{rows}\n") == [(0, "many")]


def test_no_message_repeats_what_stands_in_the_file() -> None:
    found = read("clinic,people\nElm,7 of them\nElm,7\nElm,8\n", "counts.csv", "visits", ["2027"])
    told = "".join(map(str, found.problems))
    assert "Elm" not in told
    assert "7" not in told
