"""Form values and comments of PDF pages."""

import pytest

from fairterms.document.quotes import find
from fairterms.document.reader import read
from fairterms.document.spans import Revision

from .conftest import MakePdf, Sheet

PLACE = b"/Type /Annot /Rect [60 600 200 620] /P 7 0 R"
CLAUSE = "1. Pay. Plan pays Provider under this Agreement.\n2. Notice. Notice is written."


def field(extra: bytes) -> bytes:
    return b"<< " + PLACE + b" /Subtype /Widget " + extra + b" >>"


def remark(kind: bytes, words: bytes) -> bytes:
    return b"<< %s /Subtype /%s /Contents (%s) /T (Ann Ashby) /M (D:20240226) >>" % (
        PLACE,
        kind,
        words,
    )


def test_the_value_of_a_form_field_stands_at_the_end_of_its_page(make_pdf: MakePdf) -> None:
    text = field(b"/FT /Tx /T (rate) /V (The rate is $41.20 per visit.)")
    document = read(make_pdf([Sheet(CLAUSE, annotations=(text,)), Sheet("3. Term. One year.")]))
    (quote,) = find(document, "The rate is $41.20 per visit.")
    assert quote.page == 1
    assert document.text[: document.pages[0].end].endswith("\nThe rate is $41.20 per visit.")
    assert document.words(document.sentences[-3]) == "The rate is $41.20 per visit."
    (caution,) = document.cautions
    assert caution.code == "form-values"
    assert caution.what == "page 1 holds words that were typed into it"


def test_a_choice_and_words_typed_onto_a_page_are_text_too(make_pdf: MakePdf) -> None:
    choice = field(b"/FT /Ch /Ff 131072 /T (state) /V (Oregon) /Opt [(Oregon) (Ohio)]")
    typed = remark(b"FreeText", b"Section 2 does not apply.")
    document = read(make_pdf([Sheet(CLAUSE, annotations=(choice, typed))]))
    assert document.text.endswith("\nOregon\nSection 2 does not apply.")


def test_an_empty_field_and_a_link_add_nothing(make_pdf: MakePdf) -> None:
    empty = field(b"/FT /Tx /T (rate)")
    link = remark(b"Link", b"a link")
    document = read(make_pdf([Sheet(CLAUSE, annotations=(empty, link))]))
    assert document.text == CLAUSE
    assert document.cautions == ()


@pytest.mark.parametrize("kind", [b"Text", b"Highlight", b"Stamp"])
def test_a_comment_is_no_text_but_is_not_lost(make_pdf: MakePdf, kind: bytes) -> None:
    words = b"Is this right?"
    sheets = [Sheet(CLAUSE, annotations=(remark(kind, words),)), Sheet("3. Term. One year.")]
    document = read(make_pdf(sheets))
    assert document.text == f"{CLAUSE}\n3. Term. One year."
    end = len(CLAUSE)
    assert document.revisions == (
        Revision(end, end, "comment", "Is this right?", "Ann Ashby", "D:20240226"),
    )
    (caution,) = document.cautions
    assert str(caution) == (
        "agreement.pdf: page 1 has comments: Ann Ashby: 'Is this right?' [pdf-comments]\n"
        "      why: they are in the file, but they are no part of the agreement\n"
        "      fix: ask whoever made them, and have what was agreed written into the text"
    )


def test_words_struck_out_are_named_and_stay(make_pdf: MakePdf) -> None:
    document = read(make_pdf([Sheet(CLAUSE, annotations=(remark(b"StrikeOut", b""),))]))
    assert document.text == CLAUSE
    (caution,) = document.cautions
    assert caution.code == "struck-out"
    assert caution.what == "page 1 has words that a line is drawn through"


def test_a_ticked_box_is_named(make_pdf: MakePdf) -> None:
    look = b"/AP << /N << /Yes 5 0 R /Off 5 0 R >> >>"
    ticked = field(b"/FT /Btn /T (Capitation) /V /Yes /AS /Yes " + look)
    clear = field(b"/FT /Btn /T (Fee for service) /V /Off /AS /Off " + look)
    document = read(make_pdf([Sheet(CLAUSE, annotations=(ticked, clear))]))
    assert document.text == CLAUSE
    (caution,) = document.cautions
    assert caution.what == "page 1 has boxes that are ticked: 'Capitation'"
