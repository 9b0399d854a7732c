"""Reading HTML."""

import pytest

from fairterms.document.reader import read
from fairterms.document.refusals import UnreadableDocument

from .conftest import Write


def test_what_a_browser_shows_is_read_and_nothing_else(write: Write) -> None:
    page = """<!doctype html><html><head><title>T</title><style>p {}</style></head><body>
    <h1>Provider   Agreement</h1><script>var x;</script>
    <p>Plan <b>may</b> amend.<!-- not this --></p>
    <p style="display: none">Never shown</p><p hidden>Nor this</p>
    <table><tr><td>Rate</td><td>50 %</td></tr><tr><td>Cap</td><td>none</td></tr></table>
    One<br>two</body></html>"""
    assert read(write("a.html", page)).text == (
        "Provider Agreement\nPlan may amend.\nRate\t50 %\nCap\tnone\nOne\ntwo\n"
    )


def test_list_items_carry_the_numbers_a_browser_shows(write: Write) -> None:
    page = '<ol start="3"><li>pay</li><li>report</li></ol><ol type="a"><li>x</li></ol>'
    page += "<ul><li>y</li></ul>"
    assert read(write("a.html", page)).text == "3. pay\n4. report\na. x\ny\n"


def test_marked_changes_are_done_or_undone(write: Write) -> None:
    path = write(
        "a.html",
        '<body><p>Notice is <del datetime="2027-01-02">90</del><ins>30</ins> days.</p></body>',
    )
    after, before = read(path), read(path, accept=False)
    assert (after.text, before.text) == ("Notice is 30 days.\n", "Notice is 90 days.\n")
    deleted, inserted = after.revisions
    assert (deleted.kind, deleted.text, deleted.date) == ("deleted", "90", "2027-01-02")
    assert deleted.start == deleted.end == 10
    assert after.text[inserted.start : inserted.end] == inserted.text == "30"


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8"])
def test_the_named_charset_is_used(write: Write, charset: str) -> None:
    page = f'<html><meta charset="{charset}"><p>größer</p>'.encode(charset)
    assert read(write("a.html", page)).text == "größer\n"


def test_a_wrongly_named_charset_does_not_stop_the_reading(write: Write) -> None:
    assert (
        read(write("a.html", '<html><meta charset="klingon"><p>Plan – pays</p>')).text
        == "Plan – pays\n"
    )


def test_a_page_without_text_is_refused(write: Write) -> None:
    with pytest.raises(UnreadableDocument, match="the page shows no text"):
        read(write("a.html", "<html><body><script>x</script></body></html>"))
