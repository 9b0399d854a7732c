"""The school grade rises with longer sentences and longer words, by the published formula."""

import pytest

from fairterms.document.school_grade import grade


def test_the_formula_is_the_published_one() -> None:
    # Two sentences, thirteen words, fourteen syllables.
    text = "The group sends a report. The health plan reads it with some care."
    assert grade(text) == pytest.approx(0.39 * 13 / 2 + 11.8 * 14 / 13 - 15.59)


def test_longer_sentences_and_longer_words_are_harder() -> None:
    plain = "We ask. They reply. We agree."
    joined = "We ask and they reply and we agree."
    learned = "Reconciliation necessitates documentation. Participation requires deliberation."
    assert grade(plain) < grade(joined) < grade(learned)


def test_items_of_a_list_are_sentences() -> None:
    assert grade("- one thing\n- another thing") < grade("one thing another thing")


def test_nothing_is_easy() -> None:
    assert grade("1, 2 and 3: 4") >= -16
    assert grade("") == 0.0
