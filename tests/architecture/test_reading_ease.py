"""What a person reads in the program asks for no more than nine years of school.

Measured are the words of pages, forms, verbs, lessons and the manual. Left out are code, tables,
headings and quotations, such as those of a law or a contract.
"""

import ast
import html
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from fairterms.document.school_grade import grade

ROOT = Path(__file__).parents[2]
CORE, WEB, MANUAL = (
    ROOT / "src" / "fairterms",
    ROOT / "src" / "fairterms_web",
    ROOT / "docs/manual",
)
HARDEST_GRADE = 9.0

FEWEST_WORDS = 25
"""A shorter paragraph has too few words for its grade to say anything."""

OF_NUMBERS = frozenset(
    ("accuracy", "checks", "comply", "conformance", "coverage", "measures", "scale")
)
"""Pages of the manual that list figures, sources and words of others: measured as a whole only."""

_BLOCKS = "p|li|h[1-6]|div|td|th|dt|dd|label|button|summary|option|legend|caption|section|ul|form"
_QUOTED = re.compile(r"<(script|style|svg|pre|code|blockquote)\b.*?</\1>", re.DOTALL)
_SAID = re.compile(r'\b(?:words|text|title)="([^"{}%]+)"')

Texts = dict[str, list[str]]
"""Paragraphs of prose by where they stand."""


def markdown(text: str) -> list[str]:
    """Return the paragraphs and items of a Markdown text."""
    text = re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^(?: {4}|\t|#|\||>|!|<).*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"`[^`]*`", "it", text))
    return re.split(r"\n\s*\n|\n(?=[-*] |\d+\. )", re.sub(r"\*\*|_", "", text))


def template(text: str) -> list[str]:
    """Return the sentences of a template; what it fills in reads as one word."""
    said = _SAID.findall(" ".join(re.findall(r"\{% include .*?%\}", text)))
    text = re.sub(r"\{%.*?%\}", " ", re.sub(r"\{\{.*?\}\}", "it", text))
    text = re.sub(rf"</?(?:{_BLOCKS})\b[^>]*>", "\n\n", _QUOTED.sub("", text))
    plain = html.unescape(re.sub(r"<[^>]*>", "", text))
    found = [" ".join(part.split()) for part in (*plain.split("\n\n"), *said)]
    return [part for part in found if part.endswith((".", "?", "!", ":"))]


def strings(node: ast.expr) -> Iterator[str]:
    """Yield the texts of an expression."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def form(text: str) -> list[str]:
    """Return what labels and hints of forms say."""
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.keyword))
    return [
        said for node in calls if node.arg in {"label", "help_text"} for said in strings(node.value)
    ]


def in_folder(folder: Path, pattern: str) -> Iterator[Path]:
    yield from sorted(folder.glob(pattern))


def pages() -> Texts:
    found: Texts = {}
    for path in in_folder(WEB, "*/templates/**/*.html"):
        found[str(path.relative_to(WEB))] = template(path.read_text(encoding="utf-8"))
    return found


def forms() -> Texts:
    paths = in_folder(WEB, "**/*.py")
    texts = ((path, path.read_text(encoding="utf-8")) for path in paths)
    return {str(path.relative_to(WEB)): form(text) for path, text in texts if "help_text" in text}


def verbs() -> Texts:
    return {path.stem: markdown(path.read_text("utf-8")) for path in in_folder(CORE, "cli/*.md")}


def learning() -> Texts:
    found = {
        path.name: markdown(path.read_text(encoding="utf-8"))
        for path in in_folder(CORE, "reference/lessons/*.md")
    }
    for path in in_folder(CORE, "reference/lessons/training_*.toml"):
        asked = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
        found[path.name] = [
            said
            for one in asked
            for said in (f"{one['ask']} {one['right']}", one["because"], *one["wrong"])
        ]
    return found


def words() -> Texts:
    listed = tomllib.loads((WEB / "look" / "words.toml").read_text(encoding="utf-8"))
    return {"words.toml": [f"{word} is: {meaning}" for word, meaning in listed.items()]}


def manual() -> Texts:
    paths = in_folder(MANUAL, "*.md")
    return {path.stem: markdown(path.read_text(encoding="utf-8")) for path in paths}


def too_hard(texts: Texts, whole_only: frozenset[str] = frozenset()) -> list[str]:
    """Name each text, and each long enough paragraph of one, that asks for too much school."""
    found = []
    for name, parts in texts.items():
        asked = [("the whole", "\n\n".join(parts))]
        if name not in whole_only:
            asked += [(part[:60], part) for part in parts]
        for begins, text in asked:
            if len(text.split()) >= FEWEST_WORDS and grade(text) > HARDEST_GRADE:
                found.append(f"{name}: {grade(text):.1f}: {' '.join(begins.split())}")
    return found


@pytest.mark.parametrize(
    "texts", [pages, forms, verbs, learning, words], ids=lambda texts: str(texts.__name__)
)
def test_no_text_of_the_program_is_hard_to_read(texts: object) -> None:
    assert callable(texts)
    found = texts()
    assert sum(len(parts) for parts in found.values()) > FEWEST_WORDS, "the texts were found"
    assert too_hard(found) == []


def test_no_page_of_the_manual_is_hard_to_read() -> None:
    found = manual()
    assert set(found) >= OF_NUMBERS
    assert too_hard(found, OF_NUMBERS) == []


def test_a_hard_text_is_named() -> None:
    hard = (
        "Notwithstanding applicable reconciliation methodologies, participating organizations "
        "shall demonstrate considerable administrative capability, including comprehensive "
        "documentation of utilization management determinations, exceptions, escalations and "
        "every single subsequent disposition."
    )
    easy = "We say it. You do it. " * 40
    assert len(hard.split()) == FEWEST_WORDS
    assert [one.split(": ")[2] for one in too_hard({"page": [hard, easy]})] == [hard[:60].strip()]
    assert too_hard({"page": [hard, easy]}, frozenset({"page"})) == []
    assert too_hard({"page": [hard]}, frozenset({"page"}))[0].endswith(": the whole")
    assert too_hard({"page": [hard.replace(" comprehensive", "")]}) == []


def test_code_tables_headings_and_quotations_are_not_measured() -> None:
    text = "# Head\n\nRead `a.b` [here](x).\n\n```\ncode\n```\n\n| a |\n> law\n\n- one\n- two\n"
    assert [part.strip() for part in markdown(text) if part.strip()] == [
        "Read it here.",
        "- one",
        "- two",
    ]
    page = (
        '<p>Is {{ x }} <b>so</b>?</p><pre>no.</pre>{% include "a" with words="Yes." %}<h2>No</h2>'
    )
    assert template(page) == ["Is it so?", "Yes."]
    assert form('Field(label="Day", help_text="The day.")') == ["Day", "The day."]
