"""Somebody speaks up without a name, by keyboard alone; an independent party takes it in."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys.furnished import PLAN_LEAD, come_in, joint_room, sees
from tests.web.journeys.hands import Keyboard, Mouse
from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab, opened
from tests.web.journeys.workspace import served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

WORDS: Final = "They bill the same visit twice."


def test_somebody_speaks_up_and_an_independent_party_takes_it_in(tmp_path: Path) -> None:
    with served(tmp_path) as address, opened() as tab:
        tab.go(address)
        found, link = opens_the_address(tab)
        tab.say("Network.clearBrowserCookies")
        speaks_up(tab, found)
        a_day_passes(tmp_path)
        takes_it_in(tab, link)


def opens_the_address(tab: Tab) -> tuple[str, str]:
    """Open the address in the joint room and ask the independent party in; give both links."""
    hand = Mouse(tab)
    tab.go(joint_room(tab) + "ethics/")
    assert faults(tab) == {}
    hand.write("The independent party", "Rowan Ombuds Office")
    hand.press("Open the address")
    sees(tab, "The address to print")
    assert faults(tab) == {}
    found = str(tab.ask("document.getElementById('address').value"))
    hand.write("E-mail address", PLAN_LEAD)
    hand.write("What for", "reads reports")
    hand.press("Invite")
    sees(tab, "The invitation is ready")
    return found, str(tab.ask("document.getElementById('link').value"))


def speaks_up(tab: Tab, address: str) -> None:
    """Send a report and write once more, with the keyboard and nothing else."""
    hand = Keyboard(tab)
    tab.go(address)
    assert faults(tab) == {}
    hand.press("Money, billing or wrong figures", "input")
    hand.write("What happened.*", WORDS)
    hand.press("Send it")
    sees(tab, "Your report was received")
    assert faults(tab) == {}
    passphrase = str(tab.ask("document.querySelector('main .lead').innerText"))
    assert len(passphrase.split()) == 8
    hand.press("Open your inbox")
    sees(tab, "Your passphrase opens it")
    assert faults(tab) == {}
    hand.write("Your passphrase", passphrase)
    hand.press("Open")
    sees(tab, "It now stands at")
    hand.write("Your message", "It goes on.")
    hand.press("Send")
    sees(tab, "Your message was taken")
    assert faults(tab) == {}
    assert tab.say("Network.getCookies")["cookies"] == []
    assert hand.wrong == []


def a_day_passes(home: Path) -> None:
    """Let what came in have come in yesterday."""
    with closing(sqlite3.connect(home / "workspace.sqlite3")) as database, database:
        for table, column in (("ethics_report", "received_on"), ("ethics_caseentry", '"on"')):
            # Our own tables.
            database.execute(f"update {table} set {column} = date({column}, '-1 day')")  # noqa: S608


def takes_it_in(tab: Tab, link: str) -> None:
    """Come in as the independent party, take the report in, and answer it."""
    hand = Mouse(tab)
    for _ in come_in(tab, hand, link):
        pass
    room = str(tab.ask("location.href"))
    tab.go(room + "ethics/")
    sees(tab, "You are alone")
    hand.press("Take in what has arrived")
    sees(tab, "Reports that you may know of")
    assert faults(tab) == {}
    tab.go(str(tab.ask("document.querySelector('tbody th a').href")))
    sees(tab, "It is closed")
    assert WORDS not in tab.text()
    assert faults(tab) == {}
    hand.press("I agree that it is opened")
    sees(tab, "1 of 2 people agreed")
    assert WORDS not in tab.text()
