"""A first visit comes to an answer: by mouse, by keyboard, and where no script runs."""

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from tests.browser.chromium import MISSING, PROGRAM
from tests.web.journeys.hands import Hand, Keyboard, Mouse, MouseAlone
from tests.web.journeys.tab import Tab, opened, taken
from tests.web.journeys.workspace import ROOT, served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

CONTRACT = ROOT / "examples" / "cedar" / "contract" / "01-agreement.pdf"
LONG = 1200.0
"""Seconds for the longest work, on a machine that has other things to do."""
SAMPLE = r"Cedar 2027 \(sample\)"
_TEXT = "document.getElementById('id_text').value"
_PRICE = "document.querySelector('#result')?.innerText ?? ''"
_LOST = "window.stays && (document.activeElement ?? document.body) === document.body"


@dataclass
class Visitor:
    """Somebody at a tab, with a way to use it."""

    tab: Tab
    hand: Hand

    def sees(self, words: str, seconds: float = 60.0) -> None:
        """Wait until words can be read; the keyboard must then still be somewhere."""
        self.tab.until(f"document.body.innerText.includes({json.dumps(words)})", seconds)
        self.tab.settle()
        assert not self.tab.ask(_LOST), f"the keyboard is nowhere when “{words}” is shown"

    def presses(self, name: str, then: str, seconds: float = 60.0) -> None:
        """Press something and wait for what it leads to."""
        self.hand.press(name)
        self.sees(then, seconds)


WAYS: dict[str, Callable[[Tab], Hand]] = {
    "mouse": Mouse,
    "keyboard": Keyboard,
    "mouse without scripts": MouseAlone,
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def visitor(way: str, home: Path, tmp_path: Path) -> Iterator[Visitor]:
    with served(home) as address, opened() as tab:
        tab.run_scripts(wanted="without" not in way)
        tab.keep_downloads(tmp_path)
        tab.go(address)
        yield Visitor(tab, WAYS[way](tab))


def test_somebody_who_never_saw_it_comes_to_an_answer(visitor: Visitor, tmp_path: Path) -> None:
    looks_around(visitor)
    uploads_a_contract(visitor)
    sets_a_finding_aside(visitor)
    changes_a_term(visitor)
    moves_a_number(visitor)
    works_out_the_answer(visitor)
    takes_the_brief(visitor, tmp_path)
    assert visitor.tab.refused() == []
    if isinstance(visitor.hand, Keyboard):
        assert visitor.hand.wrong == []
        assert visitor.hand.stops > 100


def looks_around(visitor: Visitor) -> None:
    visitor.sees("Your deals")
    visitor.presses(SAMPLE, "Files of this deal")
    visitor.sees("terms.toml")
    visitor.presses("Fairterms", "Your deals")


def uploads_a_contract(visitor: Visitor) -> None:
    hand = visitor.hand
    visitor.presses("Begin with your own contract", "A new deal")
    for name, text in {
        "What the deal is called": "Alder 2027",
        "Your group": "Alder Group",
        "The health plan": "Aspen Plan",
    }.items():
        hand.write(name, text)
    visitor.presses("Open the deal", "No files yet")
    hand.press("The contract", "input[type=file]")
    visitor.tab.expect_files(CONTRACT)
    hand.press("Upload and read it")
    visitor.tab.until("document.querySelector('progress, .finding')")
    waits(visitor, " findings\n")


def sets_a_finding_aside(visitor: Visitor) -> None:
    tab, reason = visitor.tab, "We agreed on this last year."
    assert len(tab.list_of("[...document.querySelectorAll('.finding')].map(one => one.id)")) > 5
    visitor.hand.write("Why set aside", reason)
    visitor.presses("Set aside: finding 1", f"Set aside: {reason}")
    assert tab.text().count(reason) == 1
    tab.go(str(tab.ask("location.origin + location.pathname")))
    visitor.sees(f"Set aside: {reason}")


def changes_a_term(visitor: Visitor) -> None:
    tab = visitor.tab
    visitor.presses("Fairterms", "Your deals")
    visitor.presses(SAMPLE, "Files of this deal")
    visitor.presses("Terms", "Payment terms")
    rate = re.search(r'^rate = "(\d) %"$', str(tab.ask(_TEXT)), re.MULTILINE)
    assert rate, "the sample has a rate of a few per cent"
    number = int(str(tab.ask("document.body.innerText.match(/version (\\d+)/)[1]")))
    new = int(rate[1]) + 1
    visitor.hand.rewrite(rate[0], rate[1], str(new))
    visitor.hand.press("Save as a new version")
    visitor.sees(f"(version {number + 1})")
    assert f'\nrate = "{new} %"\n' in str(tab.ask(_TEXT))


def moves_a_number(visitor: Visitor) -> None:
    tab = visitor.tab
    visitor.presses("Simulate", "Move a number, see what it does")
    # Terms were changed since the sample was made ready.
    waits(visitor, "The numbers", "Get ready")
    if "Get ready" in tab.text():
        visitor.hand.press("Get ready")
        waits(visitor, "The numbers")
    before = str(tab.ask(_PRICE))
    visitor.hand.move(".*")
    tab.until(f"({_PRICE}) && ({_PRICE}) !== {json.dumps(before)}")
    tab.settle()
    visitor.sees("Undo the last slider")
    assert re.search(r"\$[\d,]+", str(tab.ask(_PRICE)))


# The report speaks of working it out too: what counts is the button.
_IS_OFFERED = """[...document.querySelectorAll('button')]
  .some(one => one.textContent.trim() === 'Work it out again')"""


def works_out_the_answer(visitor: Visitor) -> None:
    visitor.presses("Decide", "Sign, negotiate or walk away?")
    # The sample is worked out unasked: before the term was changed, or after it.
    waits(visitor, "Work it out again", "Worked out on")
    if visitor.tab.ask(_IS_OFFERED):
        visitor.hand.press("Work it out again")
        visitor.tab.until("document.querySelector('progress')")
        if isinstance(visitor.hand, Keyboard):
            stays_at_cancel(visitor.tab, visitor.hand)
        waits(visitor, "Worked out on")


def stays_at_cancel(tab: Tab, hand: Keyboard) -> None:
    """The card of the work is drawn again each second; the keyboard stays on its button."""
    hand.reach("Cancel")
    tab.ask("window.drawn = wanted")
    tab.until("!window.drawn.isConnected")
    tab.settle()
    assert tab.ask("document.activeElement.textContent") == "Cancel"


def takes_the_brief(visitor: Visitor, folder: Path) -> None:
    visitor.presses("Negotiate", "What to ask for")
    visitor.hand.press(r"The brief \(Word\).*")
    paragraphs = docx.Document(str(taken(folder, ".docx"))).paragraphs
    assert len([one for one in paragraphs if one.text.strip()]) > 20


def waits(visitor: Visitor, *words: str) -> None:
    """Wait until long work is over and some words are there; without scripts, look now and then."""
    tab = visitor.tab
    if not isinstance(visitor.hand, MouseAlone):
        shown = " || ".join(f"document.body.innerText.includes({json.dumps(one)})" for one in words)
        tab.until(f"!document.querySelector('progress') && ({shown})", LONG)
        # Words may be there before the rest of the page is.
        tab.settle()
        return
    end = time.monotonic() + LONG
    while not any(one in tab.text() for one in words) or tab.ask(
        "document.querySelector('progress') !== null"
    ):
        assert time.monotonic() < end, f"{words} never came"
        time.sleep(1)
        tab.ask("window.is_left = true")
        visitor.hand.press("Look again")
        tab.until("!window.is_left")
        tab.settle()
