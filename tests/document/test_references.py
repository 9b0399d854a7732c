"""Cross-references and where they lead."""

from dataclasses import replace

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.document.references import Reference, dangling, find

from .conftest import Write

OUTLINE = """PROVIDER AGREEMENT
ARTICLE I
DEFINITIONS
1.1 Claim. A bill.
1.2 Term. One year.
1.3 Visit. An hour.
ARTICLE II
PAYMENT
2.1 Rates. Plan shall pay as follows:
(a) per visit; or
(b) per month.
2.2 Time. Thirty days.
2.3 Appeal. In writing.
ARTICLE III
CHANGES
3.1 Notice. By letter.
3.2 Consent. Both sign.
3.4 Words. {words}
EXHIBIT B
REPORTS
1. Monthly. A list.
2. Yearly. A letter.
3. Fields. {inside}
"""


def _document(write: Write, words: str, inside: str = "As listed.") -> Document:
    return read(write("a.txt", OUTLINE.format(words=words, inside=inside)))


def _one(write: Write, words: str, inside: str = "As listed.") -> Reference:
    (reference,) = find((_document(write, words, inside),))
    return reference


@pytest.mark.parametrize(
    ("words", "kind", "number", "title"),
    [
        ("Pay follows Section 2.2.", "section", "2.2", "2.2 Time"),
        ("Pay follows section 2.2 above.", "section", "2.2", "2.2 Time"),
        ("Pay follows subsection 2.1(b) of this Agreement.", "section", "2.1(b)", "(b) per month"),
        ("Pay follows § 2.3 hereof.", "section", "2.3", "2.3 Appeal"),
        ("As in Section 2.1 of the Agreement.", "section", "2.1", "2.1 Rates"),
        ("Under Article II the group is paid.", "article", "II", "ARTICLE II"),
        ("Under Article 2 the group is paid.", "article", "2", "ARTICLE II"),
        ("Reports are listed in Exhibit B.", "attachment", "B", "EXHIBIT B"),
    ],
)
def test_a_reference_leads_to_its_section(
    write: Write, words: str, kind: str, number: str, title: str
) -> None:
    document = _document(write, words)
    (reference,) = find((document,))
    assert (reference.kind, reference.number) == (kind, number)
    assert document.text[reference.start : reference.end] == reference.text
    assert reference.target is not None
    assert document.text.startswith(title, reference.target.start)
    assert reference.target_document == "a.txt"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Sections 1.1, 2.2 and 3.1 survive.", ["1.1", "2.2", "3.1"]),
        ("Sections 2.1 through 2.3 survive.", ["2.1", "2.3"]),
        ("Sections 2.1 - 2.3 and Exhibit B survive.", ["2.1", "2.3", "B"]),
        ("Under Sections 2.1 or 2.2, 30 days are given.", ["2.1", "2.2"]),
        ("Articles I and III survive.", ["I", "III"]),
    ],
)
def test_each_number_of_a_list_is_a_reference(write: Write, words: str, numbers: list[str]) -> None:
    found = find((_document(write, words),))
    assert [reference.number for reference in found] == numbers
    assert all(reference.target for reference in found)


@pytest.mark.parametrize(
    "words",
    [
        "Sections 1877 and 1128 of the Act apply.",
        "It follows 45 CFR 164.502 and 42 C.F.R. § 422.504(i)(4).",
        "It follows Section 3 of Chapter 176O.",
        "It follows title 42, section 422.208.",
        "It follows Tenn. Code Ann. § 8-42-101 et seq.",
        "It follows section 10-16-705, C.R.S., as amended.",
        "Section 20(a) of the 1934 Act applies.",
        "Section 2.17 of the Government Contract applies.",
        "Schedule II drugs are not covered.",
        "The rate is 2.5 percent, and clause (b) applies.",
        "Section 3.9 of the Services Agreement between Plan and Oak Group applies.",
    ],
)
def test_laws_and_other_contracts_are_none(write: Write, words: str) -> None:
    assert find((_document(write, words),)) == ()


def test_a_heading_is_no_reference_to_itself(write: Write) -> None:
    text = "Section 1. Term. One year. Section 2. Pay. By letter. Section 2 survives."
    (reference,) = find((read(write("a.txt", text)),))
    assert reference.target is not None
    assert text[reference.target.start :].startswith("Section 2. Pay")


@pytest.mark.parametrize(
    "words",
    ["See paragraph 3 of Exhibit B.", "See Exhibit B, paragraph 3."],
)
def test_a_named_exhibit_is_where_the_number_is_sought(write: Write, words: str) -> None:
    found = find((_document(write, words),))
    (reference,) = (one for one in found if one.kind == "section")
    assert (reference.within, reference.number) == ("Exhibit B", "3")
    document = _document(write, words)
    assert reference.target is not None
    assert document.text.startswith("3. Fields", reference.target.start)


def test_a_number_is_sought_first_where_the_reference_stands(write: Write) -> None:
    text = "AGREEMENT\nSection 1. Term. One year.\nEXHIBIT C\nSection 1. Pay. See Section 1 above."
    document = read(write("a.txt", text))
    (reference,) = find((document,))
    assert reference.target is not None
    assert document.text.startswith("Section 1. Pay", reference.target.start)


def test_another_document_may_hold_the_section(write: Write) -> None:
    base = _document(write, "As agreed.")
    amendment = read(write("b.txt", "AMENDMENT\nSection 2.2 of the Agreement is deleted."))
    (reference,) = find((amendment, base))
    assert (reference.document, reference.target_document) == ("b.txt", "a.txt")


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Pay follows Section 3.3.", "3.3"),
        ("Pay follows Section 9.1.", "9.1"),
        ("Pay follows Sections 2.2 and 2.7(b).", "2.7(b)"),
    ],
)
def test_a_section_that_does_not_exist_dangles(write: Write, words: str, missing: str) -> None:
    (reference,) = dangling((_document(write, words),))
    assert reference.number == missing
    assert reference.target is None


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("See Section 2.2 and Article II.", "As listed."),
        ("See Exhibit K.", "As listed."),
        ("See Section 4 of Exhibit K.", "As listed."),
        ("See Section 3.3.", "The field 3.3 Words is as listed."),
        ("See Section 3.1(d).", "As listed."),
    ],
)
def test_what_exists_or_may_exist_does_not_dangle(write: Write, words: str, inside: str) -> None:
    assert dangling((_document(write, words, inside),)) == ()


def test_a_short_outline_denies_nothing(write: Write) -> None:
    assert dangling((read(write("a.txt", "1.1 Term. See Section 4.2.\n1.2 Pay. None.")),)) == ()


def test_what_may_stand_on_an_unread_page_does_not_dangle(write: Write) -> None:
    document = _document(write, "See Section 3.3 and Section 9.1.")
    page = replace(document.pages[0], is_unread=True, why="page 1 is an image")
    (reference,) = dangling((replace(document, pages=(page,), unread_pages=(1,)),))
    assert reference.number == "3.3"  # between 3.2 and 3.4, which were read one after the other
    between = replace(page, start=document.text.index("3.4 Words") - 1, number=2)
    whole = replace(document.pages[0], end=between.start)
    hidden = replace(document, pages=(whole, between), unread_pages=(2,))
    assert dangling((hidden,)) == ()
