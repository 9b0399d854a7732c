"""Every language has every phrase, with the same gaps to fill."""

import re
from dataclasses import fields

import pytest

from fairterms.publish.blocks import CALLOUT_KINDS, Place
from fairterms.publish.inline import SEVERITIES
from fairterms.publish.phrases import ENGLISH, LANGUAGES, Phrases, place_in_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_box_and_every_severity_has_its_word(language: str) -> None:
    assert set(LANGUAGES[language].callouts) == set(CALLOUT_KINDS)
    assert set(LANGUAGES[language].severities) == set(SEVERITIES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [field.name for field in fields(Phrases)])
def test_every_phrase_is_said_and_has_the_gaps_of_the_english_one(language: str, name: str) -> None:
    phrase, english = getattr(LANGUAGES[language], name), getattr(ENGLISH, name)
    assert phrase
    assert re.findall(r"\{\w+\}", str(phrase)) == re.findall(r"\{\w+\}", str(english))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("a.pdf", "3", "Exhibit B"), "a.pdf, page 3, Exhibit B"),
        (Place("a.pdf", "3"), "a.pdf, page 3"),
        (Place("a.docx", section="2.1"), "a.docx, 2.1"),
        (Place("a.docx"), "a.docx"),
    ],
)
def test_a_place_is_said_in_the_parts_that_are_known(place: Place, words: str) -> None:
    assert place_in_words(place, ENGLISH) == words
