"""Pages explain words as the project's glossary does."""

import re
from pathlib import Path

import pytest

from fairterms_web.look.glossary import meaning_of, words

GLOSSARY = (Path(__file__).parents[3] / "GLOSSARY.md").read_text(encoding="utf-8")
DEFINED = dict(re.findall(r"^\| \*\*(.+?)\*\* \| (.+?) \|$", GLOSSARY, flags=re.MULTILINE))


def test_every_word_means_what_the_glossary_says() -> None:
    assert len(words()) > 40
    assert dict(words()) == {word: DEFINED.get(word) for word in words()}


def test_words_stand_in_the_order_of_the_alphabet() -> None:
    assert list(words()) == sorted(words(), key=str.casefold)


def test_no_meaning_needs_formatting() -> None:
    assert [word for word, meaning in words().items() if re.search(r"[`*\[]", meaning)] == []


def test_a_word_nobody_defined_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match="GLOSSARY"):
        meaning_of("wizard")
