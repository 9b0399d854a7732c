"""The line that says both sides agreed, and the hash that does not see it."""

from datetime import date
from pathlib import Path

import pytest

from fairterms.settle.script import read_text
from fairterms.settle.workbench.agreed_script import Agreement, agree, script_hash
from fairterms.units.refusal import Refusal

AGREED = Agreement("sha256:" + "0" * 64, date(2027, 1, 12), date(2027, 1, 14))
EXAMPLES = sorted(Path(__file__).parents[3].glob("examples/*/scripts/*.toml"))


def test_every_example_takes_the_line_and_says_the_same() -> None:
    assert EXAMPLES
    for path in EXAMPLES:
        text = path.read_text(encoding="utf-8")
        agreed = agree(text, AGREED)
        assert script_hash(agreed) == script_hash(text)
        assert agree(agreed, AGREED) == agreed
        found = read_text(agreed, path.name)
        assert found.terms == AGREED.terms
        assert (found.group_agreed, found.plan_agreed) == (AGREED.group, AGREED.plan)


@pytest.mark.parametrize(
    "before",
    [
        'agreed = { terms = "sha256:1" }\ntitle = "A"\n[given]\na = "1"\n',
        'agreed.terms = "sha256:1"\nagreed.group = 2026-01-01\ntitle = "A"\n[given]\na = "1"\n',
        'title = "A"\n[agreed]\nterms = "sha256:1"\n# group = 2027-01-12\n[given]\na = "1"\n',
        'title = "A"\n[given]\na = "1"\n[agreed]\nterms = "sha256:1"\n',
        '\ufefftitle = "A"\r\n[given]\r\na = "1"\r\n',
    ],
)
def test_an_older_agreement_gives_way(before: str) -> None:
    agreed = agree(before, AGREED)
    assert agreed.count("agreed") == 1
    assert "sha256:1" not in agreed
    assert 'a = "1"' in agreed
    assert script_hash(agreed) == script_hash('title = "A"\n[given]\na = "1"')


def test_a_script_without_a_title_takes_the_line_above_all() -> None:
    assert agree('[given]\na = "1"\n', AGREED).startswith("agreed = ")


@pytest.mark.parametrize(
    "text", ["a = ", 'title = """\nagreed = { }\n"""\n', 'title = "A"\n"agreed" = { }\n']
)
def test_a_script_is_refused_rather_than_changed(text: str) -> None:
    with pytest.raises(Refusal, match="agreed = "):
        agree(text, AGREED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('a = "1"', "a = 1"),
        ("a = 1", "a = 1.0"),
        ("a = 1.0", "a = 1.00"),
        ("a = 2027-01-01", 'a = "2027-01-01"'),
        ("a = 2027-01-01", 'a = { date = "2027-01-01" }\n'),
        ("a = 1", "b = 1"),
        ("a = [1, 2]", "a = [2, 1]"),
        ("a = ", "a =  "),
    ],
)
def test_what_is_not_the_same_has_another_hash(one: str, other: str) -> None:
    assert script_hash(one) != script_hash(other)


def test_comments_and_order_are_no_part_of_it() -> None:
    assert script_hash("a = 1\nb = 2") == script_hash("# why\nb = 2\n\na = 1 # yes\n")
