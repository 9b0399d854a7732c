"""Where an agreement speaks of what."""

from importlib import resources

import numpy as np
import pytest

from fairterms.document.document import Document
from fairterms.review import clause_words
from fairterms.review.clause_finder import Spotted, find, load
from fairterms.review.clause_section import SUBJECTS
from fairterms.review.clause_words import BUCKETS, Line
from tests.review.conftest import OPENING, Read

CLAUSES = {
    "governing-law": "This Agreement is governed by the laws of the State of Oregon.",
    "audit-rights": "Plan may audit the books and records of Provider upon ten days' notice.",
    "anti-assignment": "Neither party may assign this Agreement without the prior written consent "
    "of the other party.",
    "insurance": "Provider shall maintain professional liability insurance of $1,000,000 per "
    "occurrence and shall give Plan a certificate of insurance.",
    "change-alone": "We may change these terms at any time by posting the new terms.",
    "ending-alone": "We may suspend or terminate your account at any time without notice.",
}
FRAME = "The parties met on a Monday and drank tea."


def agreement(read_all: Read, *clauses: str) -> Document:
    numbered = (f"{number}. {words}" for number, words in enumerate(clauses, start=1))
    (document,) = read_all(OPENING + "\n".join(numbered) + "\n").documents
    return document


def places(found: tuple[Spotted, ...], category: str) -> list[str]:
    return [one.quote.text for one in found if one.category == category]


@pytest.mark.parametrize(("category", "words"), CLAUSES.items(), ids=list(CLAUSES))
def test_a_plain_clause_is_pointed_out(read_all: Read, category: str, words: str) -> None:
    found = find([agreement(read_all, FRAME, words, FRAME)])
    assert any(words in quote for quote in places(found, category))
    assert not any(FRAME in quote for quote in places(found, category))


def test_every_quotation_is_word_for_word_with_its_page(read_all: Read) -> None:
    document = agreement(read_all, *CLAUSES.values())
    found = find([document])
    assert found
    for one in found:
        quote = one.quote
        assert quote.document == document.name
        assert document.text[quote.start : quote.end] == quote.text
        assert document.page_at(quote.start).number == quote.page


def test_the_likeliest_of_a_category_comes_first(read_all: Read) -> None:
    found = find([agreement(read_all, *CLAUSES.values())])
    order = {name: at for at, name in enumerate(load().categories)}
    keys = [(order[one.category], -one.score) for one in found]
    assert keys == sorted(keys)


def test_scores_are_chances_and_reach_their_threshold(read_all: Read) -> None:
    finder = load()
    for one in find([agreement(read_all, *CLAUSES.values())]):
        threshold = finder.thresholds[finder.categories.index(one.category)]
        assert threshold <= one.score <= 1


def test_small_talk_is_not_pointed_out(read_all: Read) -> None:
    assert find([agreement(read_all, FRAME)]) == ()


def test_a_document_without_a_sentence_is_read(read_all: Read) -> None:
    (document,) = read_all("1.\n").documents
    assert find([document]) == ()


def test_one_more_document_changes_nothing_in_another(read_all: Read) -> None:
    reading = read_all(OPENING + CLAUSES["insurance"], other=OPENING + CLAUSES["governing-law"])
    alone = [one for document in reading.documents for one in find([document])]
    assert set(find(reading.documents)) == set(alone)


def test_the_matrix_gives_what_adding_up_by_hand_gives() -> None:
    finder = load()
    lines = [Line(words, "Terms") for words in (*CLAUSES.values(), "", FRAME, "…")]
    features = clause_words.read(lines)
    by_hand = np.zeros((len(lines), len(finder.categories)))
    for at in range(len(lines)):
        for n in range(features.starts[at], features.starts[at + 1]):
            row = finder.rows[features.buckets[n]]
            by_hand[at] += finder.weights[row] * features.values[n]
    expected = 1 / (1 + np.exp(-(finder.slopes * by_hand + finder.offsets)))
    assert finder.chances(lines) == pytest.approx(expected, abs=1e-4)


def test_every_category_has_a_name_for_the_page() -> None:
    assert set(load().categories) == set(SUBJECTS)
    assert len(load().categories) == 25


def test_the_file_is_small_and_says_where_it_comes_from() -> None:
    folder = resources.files("fairterms.review")
    assert len((folder / "clauses.npz").read_bytes()) < 2_000_000
    told = (folder / "clauses.txt").read_text(encoding="utf-8")
    for word in ("CC BY 4.0", "Atticus", "Galassi"):
        assert word in told


def test_what_counts_nothing_has_a_row_of_zeros() -> None:
    finder = load()
    assert finder.rows.shape == (BUCKETS,)
    assert not finder.weights[0].any()


def test_a_sentence_with_nothing_to_read_gets_the_chance_of_nothing() -> None:
    finder = load()
    nothing = 1 / (1 + np.exp(-finder.offsets))
    for lines in ([Line("")], [Line(""), Line(""), Line(CLAUSES["insurance"])]):
        assert finder.chances(lines)[0] == pytest.approx(nothing)
