"""Evidence is asked for, approved by two, taken and destroyed: by keyboard alone, in a browser."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys.evidence_home import Made, made
from tests.web.journeys.furnished import sees
from tests.web.journeys.hands import Keyboard
from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab, opened, taken
from tests.web.journeys.test_after_signing import writes_a_day
from tests.web.journeys.workspace import served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

WHAT: Final = "patients by clinic in 2027"


class Turns:
    """One tab in which people take turns, each with what their browser keeps."""

    def __init__(self, tab: Tab, origin: str, deal: Made) -> None:
        self.tab, self.origin, self.deal = tab, origin, deal
        self._kept: dict[str, object] = {}
        self._now = ""

    def is_now(self, name: str, room: str, more: str = "evidence/") -> None:
        """Let somebody sit down at the browser, at a page of a room."""
        if self._now:
            cookies = self.tab.say("Network.getCookies", urls=[self.origin])["cookies"]
            self._kept[self._now] = cookies
        self.tab.say("Network.clearBrowserCookies")
        if name in self._kept:
            self.tab.say("Network.setCookies", cookies=self._kept[name])
        else:
            self.tab.go(self.origin + self.deal.links[name])
        self._now = name
        self.tab.go(self.origin + self.deal.rooms[room] + more)


@pytest.fixture
def turns(tmp_path: Path) -> Iterator[Turns]:
    """A workspace with a deal, a browser, and everybody's way in."""
    home = tmp_path / "home"
    with served(home, "--no-example") as address, opened() as tab:
        (tmp_path / "taken").mkdir()
        tab.keep_downloads(tmp_path / "taken")
        parts = urlsplit(address)
        yield Turns(tab, f"{parts.scheme}://{parts.netloc}", made(home))


def test_evidence_goes_from_room_to_room_by_keyboard(turns: Turns, tmp_path: Path) -> None:
    hand = Keyboard(turns.tab)
    asks(turns, hand)
    prepares(turns, hand)
    approves(turns, hand)
    signs_and_takes(turns, hand, tmp_path / "taken")
    destroys(hand)
    reads_on_a_page(turns, hand)
    finds_nothing(turns)
    assert turns.tab.refused() == []
    assert hand.wrong == []
    assert hand.stops > 50


def asks(turns: Turns, hand: Keyboard) -> None:
    turns.is_now("auditor", "joint")
    is_for_everybody(turns.tab)
    hand.press("Ask for evidence")
    sees(turns.tab, "Ask for the least that answers the question")
    is_for_everybody(turns.tab)
    hand.press("Room of Larch.*", "input[type=radio]")
    hand.write("What exactly", WHAT)
    hand.write("What for", "to test where patients are seen")
    hand.write("Why no less will do", "a total hides the clinics")
    # Tab comes to the first of the buttons; the arrows go on from there.
    hand.press("To read here.*", "input[type=radio]")
    turns.tab.press("ArrowDown", 40)
    writes_a_day(hand, "Destroy by.*", "12312099", "2099-12-31")
    hand.press("Ask")
    sees(turns.tab, "Asked. The side that was asked sees it")


def prepares(turns: Turns, hand: Keyboard) -> None:
    tab = turns.tab
    turns.is_now("owner", "group")
    is_for_everybody(tab)
    hand.press(WHAT)
    sees(tab, "Nothing is prepared yet")
    hand.press("Prepare it")
    sees(tab, "Make it from")
    is_for_everybody(tab)
    hand.press("Go on")
    sees(tab, "one column tells people apart")
    is_for_everybody(tab)
    hand.write("What it is", "Patients by clinic")
    hand.write("Whom it tells of", "patients of 2027")
    if "Nobody in a set with a new name" in tab.text():
        hand.press("Nobody in a set with a new name.*")
    chooses(hand, "member.*", 1)
    chooses(hand, "clinic.*", 2)
    hand.press("Look at what would leave")
    sees(tab, "Why it may leave")
    is_for_everybody(tab)


def approves(turns: Turns, hand: Keyboard) -> None:
    for name, words in (("owner", "A second person must approve it"), ("teammate", "was given")):
        turns.is_now(name, "group")
        hand.press(WHAT)
        sees(turns.tab, "Approvals")
        hand.press("Approve exactly this")
        sees(turns.tab, "Are you sure?")
        hand.press("Yes, go on")
        sees(turns.tab, words)
    is_for_everybody(turns.tab)


def signs_and_takes(turns: Turns, hand: Keyboard, folder: Path) -> None:
    turns.is_now("auditor", "auditor")
    is_for_everybody(turns.tab)
    hand.press("Patients by clinic")
    sees(turns.tab, "Read it and sign it")
    is_for_everybody(turns.tab)
    hand.press("I have read this, and agree to it")
    hand.press("Sign")
    sees(turns.tab, "Signed. You can open it now.")
    is_for_everybody(turns.tab)
    hand.press("Take the copy")
    with zipfile.ZipFile(taken(folder, ".zip")) as archive:
        rows = archive.read("table.csv").decode("utf-8-sig").splitlines()
        assert json.loads(archive.read("manifest.json"))["destroy_by"] == "2099-12-31"
    assert rows == ["clinic,people", "Elm,34", "Oak,150", "all,184"]


def destroys(hand: Keyboard) -> None:
    hand.press("Write the certificate")
    hand.write("How every copy was destroyed", "wiped from the one laptop")
    hand.press("No copy is left.*")
    hand.press("Certify that every copy is destroyed")
    sees(hand.tab, "Are you sure?")
    hand.press("Yes, go on")
    sees(hand.tab, "Certificate of destruction")
    is_for_everybody(hand.tab)


def reads_on_a_page(turns: Turns, hand: Keyboard) -> None:
    turns.is_now("auditor", "auditor", f"evidence/{turns.deal.view}/")
    hand.press("I have read this, and agree to it")
    hand.press("Sign")
    sees(turns.tab, "Signed. You can open it now.")
    hand.press("Open it")
    sees(turns.tab, "Read by auditor@example.org")
    assert turns.tab.text().count("not shown") == 4
    is_for_everybody(turns.tab)


def finds_nothing(turns: Turns) -> None:
    turns.is_now("other party", "joint")
    sees(turns.tab, WHAT)
    for room in ("group", "auditor"):
        for more in ("", f"{turns.deal.view}/"):
            turns.is_now("other party", room, f"evidence/{more}")
            sees(turns.tab, "There is nothing at this address")


def chooses(hand: Keyboard, name: str, downs: int) -> None:
    """Go to a list to choose from, and down in it."""
    hand.reach(name, "select")
    for _ in range(downs):
        hand.tab.press("ArrowDown", 40)


def is_for_everybody(tab: Tab) -> None:
    """Look at the page once, in every light and width."""
    assert faults(tab) == {}
