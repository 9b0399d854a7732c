import pytest

from fairterms.prepare.cost_to_comply import place, statement
from fairterms.prepare.cost_to_comply.place import is_named, numbers_in, tables_in
from tests.prepare.cost_to_comply.made_up import example, reading


def test_the_quote_is_the_clause_letter_for_letter() -> None:
    text = "2.1 Training. Group shall attend trainings, and shall pay for its travel."
    found = reading(text)
    for one in statement.find(found):
        where = place.of(one)
        document = found.documents[0]
        assert document.text[where.quote.start : where.quote.end] == where.quote.text
        assert " ".join(where.quote.text.split()) == where.words


def test_a_section_is_cited_by_its_number() -> None:
    (one,) = statement.find(reading("2.1 Training. Group shall attend trainings."))
    assert place.of(one).section == "2.1"


def test_a_paragraph_of_an_exhibit_is_cited_with_its_own_number() -> None:
    _, _, documents, _ = example("cedar")
    sections = {
        place.of(one).section
        for one in statement.find(type(reading("."))(documents, reading(".").features))
        if "outcome file" in one.words
    }
    assert "Exhibit C, C-1" in sections


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Exhibit C, C-1 and C-5", {"C-1", "C-5"}),
        ("Exhibit A, A-4; Section 2.6", {"A-4", "2.6"}),
        ("Exhibits E and F", {"Exhibit E", "Exhibit F"}),
        ("Exhibit E, Table E-1", {"Exhibit E"}),
        ("as the parties agree", set()),
    ],
)
def test_what_a_text_names_is_read(text: str, named: set[str]) -> None:
    assert numbers_in(text) == named


def test_a_whole_exhibit_names_its_paragraphs_but_a_paragraph_not_its_neighbour() -> None:
    assert is_named("Exhibit F, F-2", numbers_in("Exhibits E and F"))
    assert is_named("Exhibit E", numbers_in("Exhibit E"))
    assert not is_named("Exhibit C, C-6", numbers_in("Exhibit C, C-1"))
    assert is_named("B-8.1", numbers_in("Section B-8"))


def test_tables_are_no_sections() -> None:
    assert tables_in("the files in Table D-2") == {"D-2"}
    assert numbers_in("the files in Table D-2") == set()
