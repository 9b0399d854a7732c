"""Two versions compared, line by line and in words."""

import pytest

from fairterms_web.terms.comparing import Line, compare
from tests.web.terms.table import DEARER, TERMS


def test_only_the_lines_around_a_change_are_shown() -> None:
    old = [f"line {number}" for number in range(100)]
    new = [*old[:50], "another", *old[51:]]
    found = compare("deal.toml", "\n".join(old), "\n".join(new)).lines
    assert found is not None
    assert [one.text for one in found if one.sign == "-"] == ["line 50"]
    assert [one.text for one in found if one.sign == "+"] == ["another"]
    assert [one.text for one in found if one.sign == " "] == [
        f"line {number}" for number in (47, 48, 49, 51, 52, 53)
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a\nb", "a\nb", ()),
        ("", "", ()),
        ("a", "a\nb", (Line(" ", "a"), Line("+", "b"))),
        ("a\nb", "b", (Line("-", "a"), Line(" ", "b"))),
        ("a\na", "a\na\na", (Line(" ", "a"), Line(" ", "a"), Line("+", "a"))),
    ],
)
def test_what_is_put_in_and_taken_out(old: str, new: str, told: tuple[Line, ...]) -> None:
    assert compare("deal.toml", old, new).lines == told


def test_terms_are_told_in_words_too() -> None:
    assert "rate was $2.00 PMPM" in compare("terms.toml", TERMS, DEARER).words
    assert compare("deal.toml", TERMS, DEARER).words == ""


def test_very_long_texts_are_not_compared_line_by_line() -> None:
    old = "\n".join(str(number) for number in range(4_000))
    assert compare("deal.toml", old, old.replace("1", "2")).lines is None
    assert compare("deal.toml", old, f"{old}\nend").lines is not None
