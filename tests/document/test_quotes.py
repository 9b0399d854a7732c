"""Finding quotations word for word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairterms.document.document import Document
from fairterms.document.quotes import find
from fairterms.document.reader import _finish, read
from fairterms.document.text import _draft
from fairterms.document.view import normalise

from .conftest import MakePdf, Sheet, Write

WORDS = st.lists(
    st.sampled_from(["Plan", "may", "(30)", "re-sign", "days’", "“Claim”", "it.", "at"])
)
GAPS = st.sampled_from([" ", "  ", "\n", " \n", "\u00a0", "\n\t"])


def document_of(text: str) -> Document:
    return _finish("made-up.txt", "", _draft("made-up.txt", text))


@given(WORDS.filter(lambda words: len(words) > 2), st.data())
def test_any_words_are_found_whatever_the_layout(words: list[str], data: st.DataObject) -> None:
    text = "".join(word + data.draw(GAPS) for word in words)
    document = document_of(text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    wanted = " ".join(words[first : last + 1]).replace("’", "'").replace("“", '"')
    found = find(document, wanted)
    assert found
    for quote in found:
        assert quote.text == document.text[quote.start : quote.end]
        assert normalise(quote.text).text == normalise(wanted).text


@given(st.text("ab-\n\ufffe .’", min_size=1, max_size=40), st.data())
def test_any_stretch_of_a_document_is_found_at_its_place(text: str, data: st.DataObject) -> None:
    document = document_of("x" + text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    piece = document.text[start:end]
    if re.search(r"\w", piece) and re.fullmatch(r"\w.*\w|\w", piece, re.DOTALL):
        assert (start, end) in [(quote.start, quote.end) for quote in find(document, piece)] or any(
            quote.start <= start < quote.end for quote in find(document, piece)
        )


def test_a_quotation_runs_over_a_page_end(make_pdf: MakePdf) -> None:
    foot = ("Cedar form", "1/2/2024")
    sheets = [
        Sheet("Plan may offset against", foot),
        Sheet("any payment due.", foot),
        Sheet("Z", foot),
    ]
    document = read(make_pdf(sheets))
    (quote,) = find(document, "offset against any payment")
    assert (quote.page, quote.document) == (1, "agreement.pdf")
    assert quote.text == document.text[quote.start : quote.end]
    assert quote.text == "offset against\nCedar form\n1/2/2024\nany payment"


def test_a_quotation_copied_with_its_footer_is_found(make_pdf: MakePdf) -> None:
    foot = ("Cedar form", "1/2/2024")
    sheets = [
        Sheet("Plan may offset against", foot),
        Sheet("any payment due.", foot),
        Sheet("Z", foot),
    ]
    document = read(make_pdf(sheets))
    (quote,) = find(document, "offset against Cedar form 1/2/2024 any payment")
    assert quote.text == document.text[quote.start : quote.end]


@pytest.mark.parametrize(
    "wanted", ["post-payment review", "postpayment review", "post-\npayment review"]
)
@pytest.mark.parametrize("written", ["post-\npayment review", "post\ufffepayment review"])
def test_a_word_cut_at_a_line_end_is_found_with_and_without_its_hyphen(
    write: Write, wanted: str, written: str
) -> None:
    (quote,) = find(read(write("a.txt", f"On {written}.")), wanted)
    assert quote.text == written


def test_words_copied_with_a_cut_are_found_where_they_stand_whole(write: Write) -> None:
    document = read(write("a.txt", "On payment, well-known."))
    assert [quote.text for quote in find(document, "On pay-\nment")] == ["On payment"]
    assert [quote.text for quote in find(document, "well-\nknown")] == ["well-known"]


@pytest.mark.parametrize(
    "wanted",
    [
        "shall not pay",
        "SHALL PAY",
        "shall  pays",
        "re sign",
        "resign",
        "",
        " ",
        "shall ... Provider",
    ],
)
def test_other_words_are_not_found(write: Write, wanted: str) -> None:
    assert find(read(write("a.txt", "Plan shall pay Provider to re-sign.")), wanted) == ()


def test_every_place_is_found(write: Write) -> None:
    found = find(read(write("a.txt", "Plan pays. Then Plan pays.")), "Plan pays")
    assert [quote.start for quote in found] == [0, 16]
