"""Cautions about files that can be read."""

from fairterms.document.reader import read
from fairterms.document.refusals import LONG_DOCUMENT_PAGES, cautions

from .conftest import Write

CONTRACT = "Plan shall pay Provider under this Agreement."


def test_a_text_that_is_no_agreement_is_read_with_a_caution(write: Write) -> None:
    document = read(write("cake.txt", "Two eggs, a cup of flour. Bake for thirty minutes."))
    (caution,) = document.cautions
    assert str(caution) == (
        "cake.txt: this does not look like an agreement [not-a-contract]\n"
        "      why: it has few or none of the words that agreements use (agreement, party, shall, "
        "notice)\n"
        "      fix: check that the right file was chosen; if it was, read on with care"
    )


def test_an_agreement_is_read_without_a_caution(write: Write) -> None:
    assert read(write("a.txt", CONTRACT)).cautions == ()


def test_a_very_long_file_is_remarked_on() -> None:
    assert cautions("a.pdf", CONTRACT, LONG_DOCUMENT_PAGES - 1, ()) == []
    (caution,) = cautions("a.pdf", CONTRACT, 500, ())
    assert str(caution) == (
        "a.pdf: the file has 500 pages [long-document]\n"
        "      why: so long a file often holds several agreements, and a finding on one is not of "
        "another\n"
        "      fix: if it holds several agreements, save each as a file of its own"
    )
