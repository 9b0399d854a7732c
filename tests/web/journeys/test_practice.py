"""The practice negotiation is played to its debrief by keyboard alone; then without scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.negotiate.practice.played import GOOD, HARMFUL, SCRIPT, WEAK, reply_of
from tests.web.journeys.furnished import sees
from tests.web.journeys.hands import Keyboard, MouseAlone
from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab, opened, taken
from tests.web.journeys.workspace import served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

WORTHS: Final = {"limit": WEAK, "portal": HARMFUL, "portal_again": WEAK}
"""How each point is answered; all others well."""
RADIOS: Final = "input[name=reply]"
OWN: Final = "Please send us the data of one year by September 29."
SPACE: Final = (" ", 32, " ")


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Tab]:
    """Somebody in a workspace without any deal."""
    (tmp_path / "taken").mkdir()
    with served(tmp_path / "home", "--no-example") as address, opened() as found:
        found.keep_downloads(tmp_path / "taken")
        found.go(address)
        yield found


def test_the_talks_are_played_to_the_debrief(tab: Tab, tmp_path: Path) -> None:
    hand = Keyboard(tab)
    opens_a_room(hand)
    assert faults(tab) == {}
    last = plays(hand)
    sees(tab, "The talks are over")
    sees(tab, "What each answer did")
    assert "The talks will go on another day." in tab.text()
    assert OWN in tab.text()
    assert faults(tab) == {}
    hand.press("The practice log .*")
    assert taken(tmp_path / "taken", ".toml").read_text("utf-8").startswith("# PRACTICE")
    assert hand.wrong == []
    assert hand.stops > 40
    ends_otherwise_without_scripts(tab, last)
    assert tab.refused() == []


def opens_a_room(hand: Keyboard) -> None:
    tab = hand.tab
    hand.press("Begin with your own contract")
    sees(tab, "A new deal")
    for name, text in {
        "What the deal is called": "Larch 2027",
        "Your group": "Larch Group",
        "The health plan": "Tamarack Plan",
    }.items():
        hand.write(name, text)
    hand.press("Open the deal")
    sees(tab, "No files yet")
    tab.go(f"{tab.ask('location.origin + location.pathname')}practice/")
    sees(tab, "Round 1:")


def plays(hand: Keyboard) -> str:
    """Answer round after round, the first with a tactic and own words; give the last's title."""
    tab, number = hand.tab, 0
    for one in SCRIPT.rounds:
        if one.follows and WORTHS.get(one.follows, GOOD) is GOOD:
            continue
        number += 1
        title = f"Round {number}: {one.issue}"
        sees(tab, title)
        names = [each.id for each in one.replies]
        reply = reply_of(one.id, WORTHS.get(one.id, GOOD)) if one.ask else "defer"
        chooses(hand, one.replies[0].words, names.index(reply))
        if number == 1:
            hand.reach("Which tactic do you see.*", "select")
            for _ in range(5):
                tab.press("ArrowDown", 40)
            hand.write("The same in your own words.*", OWN)
        hand.press("Answer")
    return title


def chooses(hand: Keyboard, first: str, number: int) -> None:
    """Go to the replies and down to the one that is wanted."""
    hand.reach(pattern(first), RADIOS)
    if number == 0:
        hand.tab.press(*SPACE)
    for _ in range(number):
        hand.tab.press("ArrowDown", 40)
    assert hand.tab.ask(f"document.querySelectorAll('{RADIOS}')[{number}].checked")


def ends_otherwise_without_scripts(tab: Tab, last: str) -> None:
    """Take the last answer back with the mouse, and walk away."""
    tab.run_scripts(wanted=False)
    tab.go(str(tab.ask("location.href.split('#')[0]")))
    hand = MouseAlone(tab)
    hand.press("Take the last answer back")
    # The debrief names the round, too, but not by its number.
    sees(tab, last)
    (leaves,) = [one for one in SCRIPT.rounds[-1].replies if one.id == "walk_away"]
    hand.press(pattern(leaves.words), RADIOS)
    hand.press("Answer")
    sees(tab, "The talks ended without a contract.")


def pattern(words: str) -> str:
    """Words as a pattern of a control's name, whatever signs they hold."""
    return "".join(one if one.isalnum() or one == " " else "." for one in words)
