"""How hard a document is to read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fairterms.document import readability
from fairterms.document.document import Document
from fairterms.document.reader import read

Write = Callable[[str], Document]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_document(text: str) -> Document:
        path = tmp_path / "terms.txt"
        path.write_text(text, encoding="utf-8")
        return read(path)

    return to_document


def test_the_score_is_the_statutory_formula(write: Write) -> None:
    # Of thirteen words, only "under" and "today" have two syllables.
    document = write("The plan pays the group. The group sends its bill under seal today.\n")
    measured = readability.measure([document])
    assert measured is not None
    assert (measured.sentences, measured.words) == (2, 13)
    expected = 206.835 - 1.015 * 13 / 2 - 84.6 * 15 / 13
    assert measured.score == pytest.approx(expected)


def test_a_semicolon_and_a_colon_end_a_sentence(write: Write) -> None:
    joined = readability.measure(
        [write("The plan shall pay the group and the group shall bill.\n")]
    )
    split = readability.measure(
        [write("The plan shall pay the group; and the group shall bill.\n")]
    )
    assert joined is not None
    assert split is not None
    assert (joined.sentences, split.sentences) == (1, 2)
    assert split.score > joined.score


def test_long_words_and_long_sentences_lower_the_score(write: Write) -> None:
    plain = readability.measure([write("The plan shall pay each bill in ten days.\n")])
    dear = (
        "Reimbursement obligations notwithstanding, administrative determinations shall prevail.\n"
    )
    hard = readability.measure([write(dear)])
    assert plain is not None
    assert hard is not None
    assert hard.score < plain.score


def test_long_sentences_are_counted(write: Write) -> None:
    long = "The plan shall pay the group " + "and the group shall bill the plan " * 6 + "at once."
    measured = readability.measure([write(f"{long} The plan shall pay the group today.\n")])
    assert measured is not None
    assert measured.longest == 6 + 7 * 6 + 2
    assert measured.long_share == 0.5


def test_several_documents_are_measured_as_one(write: Write, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text("The group shall send the plan a bill.\n", encoding="utf-8")
    measured = readability.measure([write("The plan shall pay the group.\n"), read(other)])
    assert measured is not None
    assert measured.sentences == 2


def test_a_text_without_a_sentence_has_no_score(write: Write) -> None:
    assert readability.measure([write("12 34 56\n")]) is None


def test_headings_tables_and_formulas_are_left_out(write: Write) -> None:
    document = write(
        "ARTICLE 1 - PAYMENT TERMS\nThe plan shall pay the group in ten days.\n\n"
        "Level 1 10 20 30 40 50 60 is 70 80\n\nTotal = what is paid over what was billed\n"
    )
    measured = readability.measure([document])
    assert measured is not None
    assert measured.sentences == 1


NESTED = (
    "Except as set out below, Plan shall pay Group, unless Group is late, provided that Plan may "
    "wait."
)
NEGATIVE = "Consent shall not be withheld by Plan without notice."
PASSIVE = "Reports shall be submitted on Monday."
SOUND = "Group shall send reports on Monday."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (NESTED, "3 exceptions in one sentence"),
        ("Subject to Exhibit B, Plan shall pay unless it objects.", "2 exceptions"),
        ("Notwithstanding the foregoing, Group shall pay except in June.", "2 exceptions"),
        (NEGATIVE, 'a double negative ("not ... without")'),
        ("Plan shall not be prevented from acting.", 'a double negative ("not ... prevented")'),
        ("Nothing here prohibits Group from speaking.", '("nothing ... prohibits")'),
        ("Consent shall not be unreasonably withheld by Plan.", "unreasonably"),
        (PASSIVE, 'a duty of nobody ("shall be submitted")'),
        ("Corrected claims must be promptly filed.", "must be promptly filed"),
        ("Records are to be kept for ten years.", "are to be kept"),
        ("Reports shall be sent by mail.", "shall be sent"),
    ],
)
def test_a_hard_sentence_is_found_with_its_reason(write: Write, sentence: str, kind: str) -> None:
    document = write(f"{SOUND} {sentence} {SOUND}\n")
    (hard,) = readability.hardest(document)
    assert any(kind in reason for reason in hard.reasons)
    assert document.text[hard.start : hard.end] == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        SOUND,
        "Payment is subject to Exhibit B.",
        "Reports shall be submitted by Group on Monday.",
        "Plan shall not charge a fee.",
        "Group is to be deemed a member.",
        "Plan shall pay Group unless Group is late.",
    ],
)
def test_a_plain_sentence_is_not(write: Write, sentence: str) -> None:
    assert readability.hardest(write(f"{sentence}\n")) == ()


def test_the_rewrite_says_where_to_split(write: Write) -> None:
    (hard,) = readability.hardest(write(f"{NESTED}\n"))
    assert hard.rewrite.startswith('Split at "except", "unless" and "provided that"; put the rule')


def test_the_rewrite_names_the_duty_of_nobody(write: Write) -> None:
    (hard,) = readability.hardest(write(f"{PASSIVE}\n"))
    assert 'in place of "shall be submitted"' in hard.rewrite


def test_the_hardest_comes_first_and_no_more_than_asked_for(write: Write) -> None:
    document = write(f"{PASSIVE} {NESTED} {NEGATIVE}\n")
    hardest = readability.hardest(document, 2)
    assert len(hardest) == 2
    assert document.text[hardest[0].start : hardest[0].end] == NESTED
    assert hardest[0].difficulty < hardest[1].difficulty


def test_offsets_count_the_text_as_received(write: Write) -> None:
    document = write("1.1  “Fees” shall be\n     paid on  Monday. Plan shall pay.\n")
    (hard,) = readability.hardest(document)
    assert document.text[hard.start : hard.end].endswith("be\n     paid on  Monday.")
