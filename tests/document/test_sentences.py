"""Finding sentences."""

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read

from .conftest import MakePdf, Sheet, Write


def words(document: Document) -> list[str]:
    return [document.words(sentence) for sentence in document.sentences]


def test_a_sentence_runs_over_a_page_end_and_its_footer(make_pdf: MakePdf) -> None:
    foot = ("Cedar form", "02/26/2024")
    sheets = [
        Sheet("Plan may recover any sum against", (*foot, "1")),
        Sheet("payments due to Provider. Plan pays.", (*foot, "2")),
        Sheet("Provider may object.", (*foot, "3")),
    ]
    document = read(make_pdf(sheets))
    assert words(document) == [
        "Plan may recover any sum against payments due to Provider.",
        "Plan pays.",
        "Provider may object.",
    ]
    assert [sentence.page for sentence in document.sentences] == [1, 2, 3]


def test_no_letter_outside_the_furniture_is_lost(make_pdf: MakePdf) -> None:
    foot = ("Cedar form",)
    sheets = [Sheet(f"{w}. Term. It {w} lasts, i.e. long.\nSo {w}.", foot) for w in ("A", "B", "C")]
    document = read(make_pdf(sheets))
    kept = "".join(document.text[s.start : s.end] for s in document.sentences)
    whole = document.text.replace("Cedar form", "")
    assert "".join(kept.split()) == "".join(whole.split())


def test_sections_defined_terms_and_bullets_start_sentences(make_pdf: MakePdf) -> None:
    text = (
        "1. Words.\n"
        "as decided by\n"
        '"Claim" means a bill.\n'
        "Gain Share Limit: The most that is shared,\n"
        "or less.\n"
        "• first point\n"
        "• second point\n"
        "2. Term. One year"
    )
    assert words(read(make_pdf([Sheet(text)]))) == [
        "1. Words.",
        "as decided by",
        '"Claim" means a bill.',
        "Gain Share Limit: The most that is shared, or less.",
        "• first point",
        "• second point",
        "2. Term.",
        "One year",
    ]


def test_a_blank_line_ends_a_sentence_in_plain_text(write: Write) -> None:
    document = read(write("a.txt", "Plan pays\nProvider\n\nProvider keeps records"))
    assert words(document) == ["Plan pays Provider", "Provider keeps records"]


def test_every_paragraph_of_a_page_is_a_sentence_of_its_own(write: Write) -> None:
    document = read(write("a.html", "<p>Plan pays</p><p>Provider cares</p>"))
    assert words(document) == ["Plan pays", "Provider cares"]


def test_a_sentence_knows_its_innermost_section(write: Write) -> None:
    text = "1. Pay. Plan pays.\n(a) monthly; and\n(b) in full.\n2. Term. One year."
    document = read(write("a.txt", text))
    numbers = [document.sections[s.section].number for s in document.sentences]
    assert numbers == ["1", "1", "1(a)", "1(b)", "2", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "The rates are stated in Exhibit B. |Plan may change them.",
        "This is under Article IV. |Plan may change it.",
        "It is set out in Section 2.7. |Provider may object.",
        "It is set out in Section 3(c)(ii). |[masked] may object.",
        "As in Attachment A-1. |As in Schedule 2. |Plan pays.",
        "Care under Part B. is paid.",
        "It follows Exhibit B.1 Plan rules.",
    ],
)
def test_a_sentence_ends_with_what_it_cites(write: Write, text: str) -> None:
    assert words(read(write("a.txt", text.replace("|", "")))) == text.split(" |")


LONG = "Provider keeps records of every visit for the time that the law of the state requires"


def test_a_row_of_a_table_does_not_run_into_the_sentence_below_it(make_pdf: MakePdf) -> None:
    text = f"{LONG}.\nVisits 60 % $338 $170\nTherapy 50 % $20 $10\nProvider may object."
    assert words(read(make_pdf([Sheet(text)]))) == [
        f"{LONG}.",
        "Visits 60 % $338 $170",
        "Therapy 50 % $20 $10",
        "Provider may object.",
    ]


def test_a_paragraph_that_goes_on_over_a_page_end_stays_one(make_pdf: MakePdf) -> None:
    foot = ("Cedar form", "02/26/2024")
    sheets = [
        Sheet(f"{LONG}\nand as", (*foot, "1")),
        Sheet(f"Plan asks.\n{LONG}", (*foot, "2")),
        Sheet("Provider may object.", (*foot, "3")),
    ]
    assert words(read(make_pdf(sheets))) == [
        f"{LONG} and as Plan asks.",
        f"{LONG} Provider may object.",
    ]
