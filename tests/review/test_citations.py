"""Citations are verified word for word, and a wrong one is told on its line."""

from pathlib import Path

import pytest

from fairterms.document.document import Document
from fairterms.document.reader import read
from fairterms.review.citations import check_citations, citation_problems
from tests.payment.one_clause import contract
from tests.settle.deals import CLAUSES

TEXT = """AGREEMENT

1. The group receives fifty percent (50%) of the
Savings in each performance year.
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Document:
    (tmp_path / "01-agreement.txt").write_text(TEXT)
    return read(tmp_path / "01-agreement.txt")


def citing(quote: str, document: str = "01-agreement.txt") -> str:
    return CLAUSES.replace('"Exhibit B, 4" }', f'"1" , quote = "{quote}" }}').replace(
        'cite = { document = "01-agreement.pdf"', f'cite = {{ document = "{document}"'
    )


def test_words_that_stand_there_are_found_over_line_ends(agreement: Document) -> None:
    terms = contract(citing("fifty percent (50%) of the Savings"))
    (check,) = check_citations(terms, [agreement])
    assert check.quote is not None
    assert agreement.text[check.quote.start : check.quote.end] == check.quote.text
    assert citation_problems(terms, [agreement]) == ()


@pytest.mark.parametrize(
    ("quote", "document", "why"),
    [
        ("fifty percent (55%) of the Savings", "01-agreement.txt", "do not stand in the document"),
        ("fifty percent", "02-other.txt", "is not among the documents"),
    ],
)
def test_words_that_do_not_are_told_on_their_line(
    agreement: Document, quote: str, document: str, why: str
) -> None:
    terms = contract(citing(quote, document))
    (problem,) = citation_problems(terms, [agreement])
    assert problem.code == "citation-not-found"
    assert why in problem.why
    assert quote in terms.text(problem.line)
