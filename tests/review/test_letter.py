"""The letter of questions."""

from fairterms.publish.blocks import Heading, Prose, Quote
from fairterms.publish.inline import plain
from fairterms.review import letter
from fairterms.review.features import Features
from fairterms.review.reading import findings_of
from fairterms.units.finding import Severity
from tests.review.conftest import OPENING, Read

BAD = OPENING + "1. Change. Plan may amend this Agreement at any time without consent.\n"


def test_it_asks_and_quotes_and_accuses_no_one(read_all: Read) -> None:
    reading = read_all(BAD, features=Features())
    found = findings_of(reading)
    report = letter.build(reading.documents, found, ("the Provider Manual",))
    told = " ".join(plain(b.words) for b in report.blocks if isinstance(b, Prose))
    assert "We ask" in told
    assert "the Provider Manual" in told
    assert "We offer: " in told
    assert "violat" not in told.casefold()
    assert "illegal" not in told.casefold()
    assert any(isinstance(block, Quote) for block in report.blocks)


def test_small_matters_are_left_out(read_all: Read) -> None:
    reading = read_all(BAD, features=Features())
    small = [one for one in findings_of(reading) if one.severity is Severity.LOW]
    report = letter.build(reading.documents, small)
    assert not [block for block in report.blocks if isinstance(block, Heading)]


def test_what_weighs_most_comes_first_and_numbers_run_through(read_all: Read) -> None:
    text = BAD + "2. Manual. Provider shall comply with the Provider Manual as posted.\n"
    reading = read_all(text, features=Features())
    report = letter.build(reading.documents, findings_of(reading))
    titles = [block.text for block in report.blocks if isinstance(block, Heading)]
    assert titles[0] == "What we must settle before we can sign"
    assert "Important questions" in titles
    told = [plain(b.words) for b in report.blocks if isinstance(b, Prose)]
    numbered = [int(one.split(".")[0]) for one in told if one[:1].isdigit()]
    assert numbered == list(range(1, len(numbered) + 1))
