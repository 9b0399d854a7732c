"""Looking through a whole agreement."""

import re

from fairterms.review import absence
from fairterms.units.finding import AbsenceEvidence
from tests.review.conftest import OPENING, Read

CAP = re.compile("cap on losses")


def test_the_first_passage_of_any_document_is_found(read_all: Read) -> None:
    reading = read_all(OPENING, exhibit="There is a cap on losses.")
    passage = absence.anywhere(reading, [CAP])
    assert passage is not None
    assert passage.document.name == "exhibit.txt"
    assert absence.anywhere(reading, [re.compile("never said")]) is None


def test_an_absence_says_where_and_for_what_was_looked(read_all: Read) -> None:
    seen = absence.sighting(read_all(OPENING), ("a cap on losses",), "no cap was found")
    assert seen.evidence == AbsenceEvidence(("agreement.txt",), 1, ("a cap on losses",))
    assert (seen.detail, seen.unclear_because) == ("No cap was found.", "")


def test_with_a_page_unread_an_absence_is_unclear(read_all: Read) -> None:
    reading = read_all(OPENING, unread=1)
    seen = absence.sighting(reading, ("a cap on losses",), "no cap was found")
    assert seen.detail == "In what was read, no cap was found."
    assert seen.unclear_because == "agreement.txt: page 1 could not be read"
