"""The hands can do what a person can, and nothing else."""

from pathlib import Path

import pytest

from tests.web.journeys.hands import Keyboard, Mouse
from tests.web.journeys.tab import Tab

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><html lang="en"><title>A</title><style>{}</style>
<a href="#x">First</a> <button onclick="this.after(' Done')">Do it</button>
<label>Name <input value="old"></label>
<label>Size <input type="range" min="0" max="10" value="2"></label>
<label><input type="checkbox" id="box"> Choose</label>
<div class="over">Over</div><p id="x">{}</p></html>"""
RING = ":focus-visible { outline: 3px solid }"


def shown(tab: Tab, folder: Path, style: str = RING, more: str = "") -> Tab:
    page = folder / "page.html"
    page.write_text(PAGE.format(style, more), encoding="utf-8")
    tab.go(page.as_uri())
    return tab


@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_a_hand_presses_writes_moves_and_chooses(
    tab: Tab, tmp_path: Path, kind: type[Mouse] | type[Keyboard]
) -> None:
    hand = kind(shown(tab, tmp_path))
    hand.press("Do it")
    tab.until("document.body.innerText.includes('Done')")
    hand.write("Name", "new")
    assert tab.ask("document.querySelector('input').value") == "new"
    hand.move("Size")
    assert int(str(tab.ask("document.querySelector('[type=range]').value"))) > 5
    hand.press("Choose")
    assert tab.ask("document.getElementById('box').checked") is True


def test_a_name_that_is_not_there_is_told_with_those_that_are(tab: Tab, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"First.*Do it"):
        Mouse(shown(tab, tmp_path)).press("Undo it")


def test_the_mouse_presses_nothing_through_what_lies_over_it(tab: Tab, tmp_path: Path) -> None:
    over = ".over { position: fixed; inset: 0; background: white }"
    with pytest.raises(AssertionError, match="over it lies <div"):
        Mouse(shown(tab, tmp_path, over)).press("Do it")


def test_what_is_hidden_cannot_be_found(tab: Tab, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nothing seen"):
        Keyboard(shown(tab, tmp_path, "button { visibility: hidden }")).press("Do it")


@pytest.mark.parametrize(
    ("style", "told"),
    [
        (":focus { outline: none }", "no ring"),
        (RING + ".over { position: fixed; inset: 0; background: white }", "covered"),
        (RING + "button { position: fixed; left: -500px }", "out of the window"),
    ],
)
def test_a_stop_that_is_not_seen_is_told(tab: Tab, tmp_path: Path, style: str, told: str) -> None:
    hand = Keyboard(shown(tab, tmp_path, style))
    hand.press("Do it")
    assert told in hand.wrong[-1]


def test_what_the_tab_key_never_reaches_is_told(tab: Tab, tmp_path: Path) -> None:
    apart = "<button tabindex='-1'>Apart</button>"
    with pytest.raises(AssertionError, match="never comes there"):
        Keyboard(shown(tab, tmp_path, more=apart)).press("Apart")
