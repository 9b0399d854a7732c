"""Two real agreements, read as they came; the files themselves are not part of this repository."""

import re
import time
from functools import cache
from pathlib import Path

import pytest

from fairterms.document.document import Document
from fairterms.document.masks import PLACEHOLDER
from fairterms.document.quotes import find
from fairterms.document.reader import read

CONTRACTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "contracts"

pytestmark = pytest.mark.skipif(
    not (CONTRACTS / "tn3.pdf").is_file(),
    reason="the real agreements may not be passed on and are not on this machine",
)

# Page and short quotation, from the labels that came with the agreements.
LABELS = [
    (11, "retains the right to amend this Agreement"),
    (11, "making a good faith effort to provide notice"),
    (11, "will constitute acceptance of the amendment by Provider"),
    (13, "provider manual(s), together with any items incorporated herein by reference"),
    (4, "such appeal shall not suspend"),
    (58, "shall occur automatically without advance notification to Provider"),
    (19, "is required to pay their portion of any deficit to"),
    (18, "Episode Provider Stop-loss: A methodology"),
    (8, "or its Affiliates be liable to Provider for any extracontractual damages"),
    (14, "without regard to any presumption or other rule"),
    (61, "DMEPOS and PEN Fee Schedule is subject to modification by"),
    (7, "shall each indemnify, defend and hold harmless the other party"),
    (6, "shall not be prohibited from discussing fully with a Member"),
    (42, "shall provide its Tennessee Provider Directory to Provider"),
]


@cache
def agreement(name: str) -> Document:
    return read(CONTRACTS / name)


@pytest.mark.parametrize(("page", "words"), LABELS)
def test_a_labelled_quotation_is_found_on_its_page(page: int, words: str) -> None:
    document = agreement("tn3.pdf")
    (quote,) = find(document, words)
    assert quote.page == page
    assert quote.text == document.text[quote.start : quote.end]


@pytest.mark.parametrize(("name", "pages"), [("tn2.pdf", (28, 53)), ("tn3.pdf", (23, 31, 59))])
def test_pages_that_are_pictures_are_named(name: str, pages: tuple[int, ...]) -> None:
    document = agreement(name)
    assert document.unread_pages == pages
    assert [caution.code for caution in document.cautions] == ["unread-page"] * len(pages)


@pytest.mark.parametrize("name", ["tn2", "tn3"])
def test_the_text_is_that_of_the_file_letter_by_letter(name: str) -> None:
    written = (CONTRACTS / f"{name}.txt").read_text(encoding="utf-8")
    pages = re.split(r"\n=== page \d+ ===\n", written)[1:]
    document = agreement(f"{name}.pdf")
    read_pages = [document.text[page.start : page.end] for page in document.pages]
    letters = ["".join(page.replace(PLACEHOLDER, "").split()) for page in read_pages]
    assert letters == ["".join(page.split()) for page in pages]


# Measured: the boxes that the two files draw over names, every one of them placed.
@pytest.mark.parametrize(("name", "masks"), [("tn2", 701), ("tn3", 792)])
def test_every_masked_name_has_its_placeholder(name: str, masks: int) -> None:
    document = agreement(f"{name}.pdf")
    assert len(document.masks) == masks
    assert {document.text[span.start : span.end] for span in document.masks} == {PLACEHOLDER}


@pytest.mark.parametrize(
    "words",
    [
        "provided for in this Agreement, retains the right to amend this Agreement",
        "provided for in this Agreement, [masked] retains the right to amend this Agreement",
        "Failure of Provider to provide such notice to within the time frames",
    ],
)
def test_a_quotation_is_found_with_and_without_its_placeholder(words: str) -> None:
    (quote,) = find(agreement("tn3.pdf"), words)
    assert quote.page == 11
    assert PLACEHOLDER in quote.text


@pytest.mark.slow
@pytest.mark.parametrize("name", ["tn2.pdf", "tn3.pdf"])
def test_every_sentence_is_quoted_at_its_own_place(name: str) -> None:
    document = agreement(name)
    for sentence in document.sentences:
        words = document.words(sentence)
        quotes = find(document, words)
        assert all(q.text == document.text[q.start : q.end] for q in quotes)
        assert any(q.start <= sentence.start < q.end for q in quotes), words


@pytest.mark.parametrize("name", ["tn2.pdf", "tn3.pdf"])
def test_footers_are_furniture_on_every_page_and_nothing_else_is(name: str) -> None:
    document = agreement(name)
    lines = [document.text[f.start : f.end].replace(PLACEHOLDER, "") for f in document.furniture]
    words = {" ".join(line.split()) for line in lines} - {""}
    footer = (
        r"Tennessee Enterprise Provider Agreement.*|(Payment )?Attachment( v\.2)?|© .*|[\d/ #]+"
    )
    assert [line for line in words if not re.fullmatch(footer, line)] == []
    pages = {document.page_at(f.start).number for f in document.furniture}
    assert pages == {p.number for p in document.pages} - set(document.unread_pages)


def test_the_sections_of_the_body_are_all_found_in_order() -> None:
    document = agreement("tn3.pdf")
    body = [s.number for s in document.sections if s.page <= 15 and s.number.count(".") == 1]
    counts = {1: 0, 2: 19, 3: 6, 4: 2, 5: 2, 6: 2, 7: 3, 8: 8, 9: 15}
    assert body == [f"{a}.{n}" for a, last in counts.items() for n in range(1, last + 1)]


@pytest.mark.slow
def test_sixty_pages_are_read_in_under_three_seconds() -> None:
    start = time.process_time()
    read(CONTRACTS / "tn3.pdf")
    assert time.process_time() - start < 3
