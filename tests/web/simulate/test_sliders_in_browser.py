"""A slider moved by keyboard alone in a real browser changes the price, and the address."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.web.look.visit import ROOT, broken_rules, refused, visit

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PROGRAM, reason=MISSING)]
BUDGET = "performance.budget"
PATIENCE_SECONDS = 60
FIELD = f"document.getElementById('id_at.{BUDGET}')"
RANGE = f"{FIELD}.closest('.slider').querySelector('input[type=range]')"
PRICE = "document.querySelector('#result .figures .number')?.textContent"
YEARS = "document.querySelector('#result').textContent.match(/([0-9,]+) made-up years/)?.[1]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The workspace with a small deal, on a server of its own."""
    home: Path = tmp_path_factory.mktemp("home")
    own = {"FAIRTERMS_HOME": str(home), "DJANGO_SETTINGS_MODULE": "fairterms_web.settings"}
    others = {name: one for name, one in os.environ.items() if name != "DATABASE_URL"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.web.simulate.site"],
        cwd=ROOT,
        env={**others, **own},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def tab(site: dict[str, str]) -> Iterator[Browser]:
    """A browser in which the owner has signed in."""
    with browser() as opened:
        opened.say(
            "Network.setCookie", name=site["cookie"], value=site["session"], url=site["address"]
        )
        yield opened


@pytest.fixture
def page(site: dict[str, str]) -> str:
    """The address of the page."""
    return f"{site['address']}/rooms/{site['room']}/simulate/"


def until(tab: Browser, condition: str) -> object:
    """Wait until something holds, and return it."""
    return tab.ask(
        f"""new Promise((done, gone) => {{ const end = Date.now() + {PATIENCE_SECONDS * 1000};
        const look = () => {{ const found = {condition}; if (found) done(found);
          else if (Date.now() > end) gone(new Error(document.body.innerText.slice(0, 1500)));
          else setTimeout(look, 50); }}; look(); }})"""
    )


def test_a_slider_moved_by_keyboard_changes_the_price(tab: Browser, page: str) -> None:
    visit(tab, page)
    until(tab, f"{YEARS} === '2,048'")
    before = tab.ask(PRICE)
    tab.ask(f"{RANGE}.focus(); 0")
    for _ in range(5):
        tab.press("ArrowRight", 39)
    assert tab.ask(f"{FIELD}.value") == tab.ask(f"{RANGE}.value") != "2"
    until(tab, f"{PRICE} !== {before!r} && document.querySelector('#result table')")
    until(tab, f"{YEARS} === '2,048'")
    assert "What you moved" in str(tab.ask("document.querySelector('#result').textContent"))
    assert tab.ask(f"document.activeElement === {RANGE}"), "the focus stays on the slider"
    search = str(tab.ask("location.search"))
    assert search.startswith(f"?set={BUDGET}%3A2")
    until(tab, "document.getElementById('said').textContent.includes('A year on average')")
    # What lies behind the slider is kept in the form for the next move.
    assert tab.ask("new FormData(document.getElementById('sliders')).getAll('set').length") == 1
    assert broken_rules(tab) == []
    assert refused(tab) == []
    tab.ask("[...document.querySelectorAll('a')].find(one => one.text.startsWith('Undo')).click()")
    tab.wait_for("Page.loadEventFired")
    assert tab.ask(f"{FIELD}.value") == "2"
    assert tab.ask("location.search") == ""


def test_a_number_beyond_its_ends_is_answered_in_words_beside_the_form(
    tab: Browser, page: str
) -> None:
    visit(tab, page)
    tab.ask(f"{FIELD}.focus(); {FIELD}.select(); 0")
    tab.say("Input.insertText", text="99")
    tab.press("Enter", 13, "\r")
    until(tab, "document.querySelector('#result [role=alert]')")
    said = str(tab.ask("document.querySelector('#result').textContent"))
    assert "Choose a number from $1.00 PMPM to $3.00 PMPM." in said
    assert tab.ask(f"{FIELD}.value") == "99"


@pytest.mark.parametrize("name", ["", "worksheet/", "compare/", "keep/", "years/", "forecast/"])
def test_the_rules_of_access_are_kept_light_dark_and_narrow(
    tab: Browser, page: str, name: str
) -> None:
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 320)):
        visit(tab, f"{page}{name}?set={BUDGET}:2.2", width, scheme=scheme)
        assert broken_rules(tab) == []
        assert refused(tab) == []
        wide = tab.ask("document.documentElement.scrollWidth")
        assert wide == tab.ask("document.documentElement.clientWidth")
