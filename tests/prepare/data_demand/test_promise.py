"""What the text promises of data."""

from fairterms.prepare.data_demand.promise import FEED, Promised, promise
from tests.prepare.findings import WORDS, seen


def test_a_text_nobody_read_promises_nothing_known() -> None:
    assert promise(None).promised is Promised.UNREAD


def test_a_finding_is_quoted_where_it_has_words() -> None:
    found = promise([seen(FEED, "No data duty"), seen("other")])
    assert (found.promised, found.quote) == (Promised.SHORT, WORDS)
    assert (found.document, found.page) == ("agreement.pdf", 3)
    assert "No data duty" in found.words


def test_an_absence_has_no_quote() -> None:
    found = promise([seen(FEED, is_absent=True)])
    assert (found.promised, found.quote) == (Promised.SHORT, "")


def test_what_is_unclear_is_said_so() -> None:
    found = promise([seen(FEED, unclear="a page was not read")])
    assert found.promised is Promised.UNCLEAR
    assert "a page was not read" in found.words


def test_no_finding_is_a_promise_to_be_compared() -> None:
    assert promise([seen("other")]).promised is Promised.WHOLE
