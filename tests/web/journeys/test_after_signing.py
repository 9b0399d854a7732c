"""A statement is questioned and a signed deal watched: by mouse, and by keyboard alone."""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import docx
import pytest
from icalendar import Calendar

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys.furnished import sees
from tests.web.journeys.hands import Keyboard, Mouse, find
from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab, opened, taken
from tests.web.journeys.workspace import ROOT, served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

JUNIPER: Final = ROOT / "examples" / "juniper"
STATEMENT: Final = JUNIPER / "statements" / "2028-08-31-final.csv"
LONG: Final = 300.0
"""Seconds for the longest work, on a machine that has other things to do."""
WAYS: Final[dict[str, Callable[[Tab], Mouse | Keyboard]]] = {"mouse": Mouse, "keyboard": Keyboard}
_LEFT_OUT: Final = ("records", "source", "letters", "offers")
# The first proposal whose clause gives a day by itself.
_RULED: Final = """[...document.querySelectorAll('form[action$="/confirm/"]')]
  .find(one => one.querySelector('input[name=due]').value)"""
_NEAR_ITS_START: Final = """(() => {
  wanted.scrollIntoView({block: 'center', behavior: 'instant'});
  const at = wanted.getClientRects()[0];
  return JSON.stringify([at.x + 16, at.y + at.height / 2]);
})()"""


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """The sample's folder as a ZIP, before the final statement came."""
    to = tmp_path / "juniper.zip"
    with zipfile.ZipFile(to, "w") as archive:
        for path in sorted(JUNIPER.rglob("*")):
            inside = path.relative_to(JUNIPER)
            is_wanted = inside.parts[0] not in _LEFT_OUT and path.suffix != ".docx"
            if path.is_file() and path != STATEMENT and is_wanted:
                archive.write(path, inside.as_posix())
    return to


@pytest.fixture(params=WAYS)
def hand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Mouse | Keyboard]:
    """Somebody in a workspace without any deal."""
    (tmp_path / "taken").mkdir()
    with served(tmp_path / "home", "--no-example") as address, opened() as tab:
        tab.keep_downloads(tmp_path / "taken")
        tab.go(address)
        yield WAYS[str(request.param)](tab)


def test_a_statement_is_questioned_and_the_deal_watched(
    hand: Mouse | Keyboard, packed: Path, tmp_path: Path
) -> None:
    brings_the_deal(hand, packed)
    lays_the_statement_beside(hand)
    is_for_everybody(hand)
    takes_the_letter(hand, tmp_path / "taken")
    looks_as_of_a_day(hand)
    is_for_everybody(hand)
    confirms_a_proposal(hand)
    writes_down_what_happened(hand)
    takes_the_calendar(hand, tmp_path / "taken")
    assert hand.tab.refused() == []
    if isinstance(hand, Keyboard):
        assert hand.wrong == []
        assert hand.stops > 50


def brings_the_deal(hand: Mouse | Keyboard, packed: Path) -> None:
    tab = hand.tab
    hand.press("Begin with your own contract")
    sees(tab, "A new deal")
    for name, text in {
        "What the deal is called": "Juniper 2027",
        "Your group": "Juniper Group",
        "The health plan": "Summit Plan",
    }.items():
        hand.write(name, text)
    hand.press("Open the deal")
    sees(tab, "No files yet")
    hand.press("A deal folder", "input[type=file]")
    tab.expect_files(packed)
    hand.press("Import")
    sees(tab, "files were new or changed.")


def lays_the_statement_beside(hand: Mouse | Keyboard) -> None:
    hand.press("Reconcile")
    sees(hand.tab, "A statement came")
    hand.press("The plan’s statement", "input[type=file]")
    hand.tab.expect_files(STATEMENT)
    hand.press("Upload it and compare")
    is_done(hand.tab, "The plan's number comes out if ")
    sees(hand.tab, f"{STATEMENT.name} beside ours")
    sees(hand.tab, "Until when it may be questioned")


def takes_the_letter(hand: Mouse | Keyboard, folder: Path) -> None:
    hand.press(r"The letter that raises the difference \(Word\)")
    letter = docx.Document(str(taken(folder, ".docx")))
    assert len([one for one in letter.paragraphs if one.text.strip()]) > 5


def looks_as_of_a_day(hand: Mouse | Keyboard) -> None:
    hand.press("After signing")
    sees(hand.tab, "Nobody looked at this deal yet")
    writes_a_day(hand, "As of.*", "07312027", "2027-07-31")
    hand.press("Look")
    is_done(hand.tab, "Who owes what by when")
    sees(hand.tab, "As of 2027-07-31:")


def confirms_a_proposal(hand: Mouse | Keyboard) -> None:
    tab = hand.tab
    hand.press(r"\d+ proposals to compare")
    name = str(tab.ask(f"{_RULED}.querySelector('button').getAttribute('aria-label')"))
    hand.press(re.escape(name))
    sees(tab, "Confirmed; it stands in obligations.toml.")
    sees(tab, "Files were changed since this was worked out")


def writes_down_what_happened(hand: Mouse | Keyboard) -> None:
    hand.press("What became of an obligation")
    writes_a_day(hand, "On", "07302027", "2027-07-30")
    hand.press("Write it down")
    sees(hand.tab, "Written down.")


def takes_the_calendar(hand: Mouse | Keyboard, folder: Path) -> None:
    hand.press(r"The due days for your calendar \(iCalendar\)")
    calendar = Calendar.from_ical(taken(folder, ".ics").read_bytes())
    days = [one.decoded("dtstart") for one in calendar.walk("VEVENT")]
    assert len(days) > 20
    assert min(days) < max(days)


def writes_a_day(hand: Mouse | Keyboard, name: str, keys: str, day: str) -> None:
    """Go to a field for a day and type it there, month first, as the browser takes it."""
    tab, fields = hand.tab, "input[type=date]"
    if isinstance(hand, Keyboard):
        hand.reach(name, fields)
    else:
        find(tab, name, fields)
        hand.click(*json.loads(str(tab.ask(_NEAR_ITS_START))))
    for one in keys:
        tab.press(one, ord(one), one)
    assert tab.ask("document.activeElement.value") == day


def is_done(tab: Tab, words: str) -> None:
    """Wait until long work is over and some words are there."""
    shown = f"document.body.innerText.includes({json.dumps(words)})"
    tab.until(f"!document.querySelector('progress') && {shown}", LONG)
    tab.settle()


def is_for_everybody(hand: Mouse | Keyboard) -> None:
    """Look at the page once, in every light and width."""
    if isinstance(hand, Mouse):
        assert faults(hand.tab) == {}
