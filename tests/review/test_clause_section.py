"""The part of the page that says where the text speaks of what."""

from fairterms.publish import html
from fairterms.publish.blocks import Heading, Prose
from fairterms.publish.number_blocks import Table
from fairterms.publish.page import Report
from fairterms.review.clause_section import LONGEST, MOST_PLACES, SUBJECTS, blocks
from tests.review.conftest import OPENING, Read

LAW = "This Agreement is governed by the laws of the State of Oregon."


def table(read_all: Read, text: str) -> Table:
    *_, shown = blocks(read_all(OPENING + text).documents)
    assert isinstance(shown, Table)
    return shown


def test_a_subject_is_shown_with_its_place_and_first_words(read_all: Read) -> None:
    rows = [row.cells for row in table(read_all, LAW).rows]
    assert rows == [("Governing law", "agreement.txt, page 1", LAW)]


def test_no_subject_has_more_than_a_few_places_and_no_quotation_is_long(read_all: Read) -> None:
    rest = " and " + "each part and rider of it and " * 10 + "its exhibits"
    text = "\n".join(f"{n}. {LAW[:-1]}{rest if n == 2 else ''}." for n in range(1, 8))
    rows = [row.cells for row in table(read_all, text).rows if row.cells[0] == "Governing law"]
    assert len(rows) == MOST_PLACES
    assert all(len(str(row[2])) <= LONGEST + 2 for row in rows)


def test_the_page_says_that_it_may_be_wrong_and_proves_nothing(read_all: Read) -> None:
    heading, said, _ = blocks(read_all(OPENING + LAW).documents)
    assert isinstance(heading, Heading)
    assert isinstance(said, Prose)
    assert "may point to the wrong place" in str(said.words)
    assert "No finding rests on it" in str(said.words)


def test_where_nothing_is_recognised_nothing_is_shown(read_all: Read) -> None:
    assert blocks(read_all("The parties met on a Monday and drank tea.\n").documents) == []


def test_the_blocks_make_a_page(read_all: Read) -> None:
    shown = blocks(read_all(OPENING + LAW).documents)
    assert "governed by the laws" in html.render(Report(title="A page", blocks=tuple(shown)))


def test_names_of_subjects_are_all_different() -> None:
    assert len(set(SUBJECTS.values())) == len(SUBJECTS)
