"""Each citation is looked up in the documents that have been read."""

from dataclasses import replace
from pathlib import Path

from fairterms.contract.clause import Contract
from fairterms.contract.reader import read_text
from fairterms.settle.workbench.cited_clause import citation_problems, locate
from tests.settle.workbench.bench_text import QUOTE, agreement, citing, line_of


def terms(text: str) -> Contract:
    contract = read_text(text).contract
    assert contract is not None
    return contract


def test_quoted_words_are_found_with_their_page_and_offsets(tmp_path: Path) -> None:
    document = agreement(tmp_path)
    first, second = locate(terms(citing()), [document], ())
    cited = first.citations[0]
    assert (cited.state, cited.places, cited.line) == ("found", 1, line_of(QUOTE))
    assert cited.quote is not None
    assert cited.quote.page == 1
    assert document.text[cited.quote.start : cited.quote.end] == QUOTE
    assert (first.id, first.line) == ("savings", line_of('id = "savings"') - 1)
    assert [one.state for one in (*first.citations[1:], *second.citations)] == ["not quoted"] * 2


def test_a_clause_without_a_title_is_called_by_its_id(tmp_path: Path) -> None:
    text = citing().replace('id = "savings"', 'id = "savings"\ntitle = "Savings, shared"', 1)
    assert [one.title for one in locate(terms(text), (), ())] == [
        "Savings, shared",
        "sequestration",
    ]


def test_words_that_are_not_there_are_a_problem_on_the_citations_line(tmp_path: Path) -> None:
    contract = terms(citing())
    clauses = locate(contract, [agreement(tmp_path, "sixty percent of the Savings")], ())
    assert clauses[0].citations[0].state == "not found"
    (problem,) = citation_problems(contract, clauses)
    assert (problem.line, problem.code) == (line_of(QUOTE), "citation-not-found")
    assert problem.why == "These words do not stand in the document"


def test_words_may_stand_on_a_page_that_could_not_be_read(tmp_path: Path) -> None:
    document = replace(agreement(tmp_path, "nothing"), unread_pages=(1,))
    contract = terms(citing())
    clauses = locate(contract, [document], ())
    assert clauses[0].citations[0].state == "not read"
    assert citation_problems(contract, clauses) == ()


def test_a_document_that_is_not_in_the_deal_is_a_problem_and_one_not_yet_read_is_none() -> None:
    contract = terms(citing())
    not_read = locate(contract, (), ["01-agreement.txt"])
    absent = locate(contract, (), ["02-other.pdf"])
    assert (not_read[0].citations[0].state, citation_problems(contract, not_read)) == (
        "not read",
        (),
    )
    assert absent[0].citations[0].state == "no such document"
    assert [one.why for one in citation_problems(contract, absent)] == [
        "This document is not in the deal"
    ]


def test_a_deal_without_documents_has_no_wrong_citation() -> None:
    contract = terms(citing())
    assert citation_problems(contract, locate(contract, (), ())) == ()


def test_words_that_stand_twice_say_so(tmp_path: Path) -> None:
    document = agreement(tmp_path, f"{QUOTE}, that is {QUOTE}")
    assert locate(terms(citing()), [document], ())[0].citations[0].places == 2
