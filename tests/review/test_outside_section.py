"""The list of documents from outside."""

from fairterms.publish.inline import plain
from fairterms.publish.number_blocks import Table
from fairterms.review import outside_section
from tests.review.conftest import OPENING, Read


def rows(read_all: Read, text: str, **others: str) -> list[tuple[str, ...]]:
    found = [b for b in outside_section.blocks(read_all(text, **others)) if isinstance(b, Table)]
    return [tuple(plain(cell) for cell in row.cells) for table in found for row in table.rows]


def test_each_document_says_how_it_binds_where_and_whether_it_is_here(read_all: Read) -> None:
    text = OPENING + (
        "1. Manual. Provider shall comply with the Provider Manual. "
        "2. Rates. Plan pays the rates in Exhibit K.\n"
    )
    listed = {name.lower(): (how, where, here) for name, how, where, here in rows(read_all, text)}
    assert listed["provider manual"] == ("must be obeyed", "agreement.txt, page 1", "no")
    assert listed["exhibit k"][2] == "no"


def test_a_document_that_was_supplied_is_at_hand(read_all: Read) -> None:
    text = OPENING + "1. Manual. Provider shall comply with the Provider Manual."
    manual = "PROVIDER MANUAL\nClaims are sent within ninety days."
    (row,) = rows(read_all, text, provider_manual=manual)
    assert row[-1] == "yes"


def test_none_is_said(read_all: Read) -> None:
    assert rows(read_all, OPENING) == []
    assert len(outside_section.blocks(read_all(OPENING))) == 2
