"""The obligations of the Juniper example: quotes stand in the contract, people are roles."""

import re
from pathlib import Path

import pytest

from fairterms.document import quotes
from fairterms.document.reader import read as read_document
from fairterms.monitor.obligations import reader
from fairterms.monitor.obligations.book import Book
from fairterms.monitor.obligations.obligation import Party

JUNIPER = Path(__file__).parents[3] / "examples" / "juniper"


@pytest.fixture(scope="module")
def book() -> Book:
    """Read the example's obligations."""
    found = reader.read(JUNIPER)
    assert found is not None
    return found


def test_the_example_reads_without_a_problem_and_binds_both_sides(book: Book) -> None:
    assert book.problems == ()
    sides = [one.owed_by for one in book.obligations]
    assert min(sides.count(party) for party in Party) >= 5
    assert all(one.cite and one.cite.page for one in book.obligations)
    assert all(one.consequence or one.confirmed is None for one in book.obligations)


def test_people_of_the_example_are_roles(book: Book) -> None:
    roles = {one.by for one in book.events}
    assert roles == {"contracting lead", "data analyst", "accountant"}
    text = (JUNIPER / "obligations.toml").read_text(encoding="utf-8")
    assert not re.search(r"\b(?:Dr|Mr|Ms)\.", text)


@pytest.mark.slow
def test_every_quote_stands_in_the_contract_on_its_page(book: Book) -> None:
    document = read_document(JUNIPER / "contract" / "01-agreement.pdf")
    wrong = []
    for one in book.obligations:
        assert one.cite is not None
        pages = [
            document.page_at(found.start).number for found in quotes.find(document, one.cite.quote)
        ]
        if one.cite.page not in pages:
            wrong.append((one.id, one.cite.page, pages))
    assert wrong == []
