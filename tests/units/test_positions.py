"""The line of every value is found, whatever TOML's ways of writing it."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.units.positions import parse

TEXT = '''# a comment
[contract]
name = "A [name] with # signs" # and a comment
"quoted key" = 1
a.b.c = 2

[[clause]]
id = "one"
rows = [
  { at = "1 %", share = "2 %" }, # first

  { at = "3 %", share = "4 %" },
]
text = """
several
lines ""
"""
of = 'literal # text'

[[clause]]
id = "two"

[[clause.reading]]
name = "x"

[clause.cite]
document = "a.pdf"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("contract",), 2),
        (("contract", "name"), 3),
        (("contract", "quoted key"), 4),
        (("contract", "a", "b", "c"), 5),
        (("clause", 0), 7),
        (("clause", 0, "rows", 0, "at"), 10),
        (("clause", 0, "rows", 1, "share"), 12),
        (("clause", 0, "text"), 14),
        (("clause", 0, "of"), 18),
        (("clause", 1), 20),
        (("clause", 1, "reading", 0, "name"), 24),
        (("clause", 1, "cite", "document"), 27),
    ],
)
def test_each_path_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert parse(TEXT)[1][path] == line


def test_numbers_are_read_exactly() -> None:
    document, _ = parse("a = 0.1")
    assert str(document["a"]) == "0.1"


def test_what_is_not_toml_is_refused() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse("[a")


keys = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)


def written(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {written(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[\n" + ",\n".join(written(item) for item in value) + "\n]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


values = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, texts, max_size=3)
)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(keys, values, max_size=5))
def test_every_top_level_key_is_found_on_its_line(document: dict[str, object]) -> None:
    text = "".join(f"{key} = {written(value)}\n" for key, value in document.items())
    parsed, lines = parse(text)
    assert parsed == document
    rows = text.split("\n")
    for key in document:
        assert rows[lines[(key,)] - 1].startswith(f"{key} = ")
