"""Attachments, and which document prevails."""

import pytest

from fairterms.review import attachments
from tests.review.conftest import Read, agreement

IN_EXHIBIT = "\nEXHIBIT B - REPORTS\nReports are due on Monday.\n"


def test_a_passage_knows_the_attachment_it_stands_in(read_all: Read) -> None:
    reading = read_all(agreement() + IN_EXHIBIT)
    by_text = {passage.text: attachments.label(passage) for passage in reading.passages}
    assert by_text["Reports are due on Monday."] == "Exhibit B"
    assert attachments.label(reading.passages[0]) == ""


def test_a_file_named_as_an_attachment_is_one(read_all: Read) -> None:
    reading = read_all(agreement(), exhibit_c="Reports are due on Monday.\n")
    assert attachments.label(reading.passages[-1]) == "exhibit c.txt"
    assert attachments.attached(reading) == {"exhibit c.txt"}


@pytest.mark.parametrize(
    ("sentence", "above", "below"),
    [
        ("If an Exhibit conflicts with this Agreement, this Agreement prevails.",
         "agreement", {"attachment"}),
        (("In case of inconsistency between this Agreement and an Attachment, the Attachment shall "
         "govern."), "attachment", {"agreement"}),
        ("If the Provider Manual and this Agreement differ, the Provider Manual controls.",
         "manual", {"agreement"}),
        (("In the event of a conflict the following order of precedence applies: law, this "
         "Agreement, its exhibits."), "", {"agreement", "attachment"}),
    ],
)  # fmt: skip
def test_what_prevails_is_read(read_all: Read, sentence: str, above: str, below: set[str]) -> None:
    (found,) = attachments.precedences(read_all(f"{sentence}\n"))
    assert (found.above, set(found.below)) == (above, below)


@pytest.mark.parametrize(
    "sentence",
    [
        "This Agreement supersedes all earlier understandings.",
        "Oregon law governs this Agreement.",
        "An affiliate is a person that controls Plan.",
        "Group shall tell Plan of any conflict of interest.",
    ],
)
def test_other_sentences_say_nothing_of_it(read_all: Read, sentence: str) -> None:
    assert attachments.precedences(read_all(f"{sentence}\n")) == ()


BODY = "If an Exhibit conflicts with this Agreement, this Agreement prevails."
OTHER = "If this Agreement and an Exhibit are inconsistent, the Exhibit controls."


def test_each_above_the_other_is_a_loop(read_all: Read) -> None:
    stated = attachments.precedences(read_all(f"{BODY} {OTHER}\n"))
    assert len(tuple(attachments.loops(stated))) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} {BODY}",
        (
            f"{BODY} Except for Medicare, if an Exhibit conflicts with this Agreement, the Exhibit "
            "controls."
        ),
        f"{BODY} If the Manual conflicts with an Exhibit, the Exhibit controls.",
    ],
)
def test_an_order_with_an_exception_is_not(read_all: Read, text: str) -> None:
    assert tuple(attachments.loops(attachments.precedences(read_all(f"{text}\n")))) == ()
