"""What leaves is shown as a table where it is one, however its lines end."""

import pytest

from fairterms.audit.release.leaving import CSV, TEXT
from fairterms_web.evidence.access import grid


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_shown_row_by_row_whatever_ends_its_lines(end: str) -> None:
    content = end.join(["rule,text", "1,made up", '2,"two\nlines"', ""]).encode("utf-8-sig")
    assert grid(content, CSV) == (["rule", "text"], [["1", "made up"], ["2", "two\nlines"]])


def test_what_is_no_table_is_left_to_be_shown_as_text() -> None:
    assert grid(b"rule,text\n", TEXT) is None
    assert grid(b'rule,text\n1,"' + b"x" * 200_000 + b'"\n', CSV) is None
    assert grid(b"", CSV) == ([], [])
