"""A first look at a file counts its lines and finds those that are too long."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.records import survey as surveys
from fairterms.records.survey import fingerprint, survey


@given(st.text('a\n\r"x', max_size=200).map(str.encode), st.integers(1, 9))
def test_lines_are_counted_as_a_plain_split_counts_them(text: bytes, block: int) -> None:
    lines = surveys._Lines()
    for start in range(0, len(text), block):
        lines.take(text[start : start + block])
    assert lines.count == len([one for one in text.split(b"\n") if one not in (b"", b"\r")]) + (
        # A lone carriage return at the very end is a line that has begun.
        text.split(b"\n")[-1] == b"\r"
    )


def test_a_line_longer_than_a_million_bytes_is_found_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id\n1\n" + b"x" * 2_500_000 + b"\n2\n")
    seen = survey(path)
    assert (seen.first_long_line, seen.longest_line, seen.lines) == (3, 2_500_000, 4)


def test_the_longest_line_allowed_is_no_long_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id\n" + b"x" * surveys.LONGEST_LINE + b"\n2\n")
    assert survey(path).first_long_line == 0


@pytest.mark.parametrize(
    ("text", "is_utf8", "is_utf16", "has_quotes"),
    [
        ("id\né\n".encode(), True, False, False),
        ("id\né\n".encode("latin-1"), False, False, False),
        ('id\n"a"\n'.encode("utf-16"), False, True, True),
        ("é".encode()[:1], False, False, False),
    ],
)
def test_letters_are_looked_at(
    tmp_path: Path, text: bytes, is_utf8: bool, is_utf16: bool, has_quotes: bool
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text)
    seen = survey(path)
    assert (seen.is_utf8, seen.is_utf16, seen.has_quotes) == (is_utf8, is_utf16, has_quotes)


def test_the_fingerprint_is_that_of_all_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id\n" * 600_000)
    assert survey(path).sha256 == fingerprint(path) == hashlib.sha256(b"id\n" * 600_000).hexdigest()
