"""The real page in a real browser: type, see the problem, mend it, save; and no rule broken."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import MISSING, PROGRAM, browser
from tests.web.look.visit import broken_rules, refused, visit
from tests.web.terms.editor_page import Page

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PROGRAM, reason=MISSING)]
ROOT = Path(__file__).parents[3]
SAID = "document.querySelector('.terms-status')?.textContent"
READING = "document.querySelector('#reading').textContent"


@pytest.fixture(scope="module")
def shared() -> Iterator[Page]:
    """The page Terms of a room, opened by its owner."""
    with (
        subprocess.Popen(
            [sys.executable, "-m", "tests.web.terms.site"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as site,
        browser() as tab,
    ):
        assert site.stdout is not None
        try:
            told = json.loads(site.stdout.readline())
            address = str(told["address"])
            tab.say("Network.enable")
            tab.say(
                "Network.setCookie", name="sessionid", value=told["session"], url=address, path="/"
            )
            yield Page(tab, f"{address}/rooms/{told['room']}/terms/")
        finally:
            site.terminate()


@pytest.fixture
def page(shared: Page) -> Iterator[Page]:
    """The same, left so that the next test asks nobody whether to leave."""
    yield shared
    shared.tab.ask("const t = document.querySelector('textarea'); t.defaultValue = t.value; 0")


def opened(page: Page, width: int = 1280, scheme: str = "light") -> None:
    """Open the page and wait until its text was checked."""
    visit(page.tab, page.address, width, scheme=scheme)
    page.until(SAID)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_the_page_breaks_no_rule_and_no_policy(page: Page, width: int, scheme: str) -> None:
    opened(page, width, scheme)
    assert broken_rules(page.tab) == []
    assert refused(page.tab) == []
    assert page.tab.ask("document.documentElement.scrollWidth <= innerWidth")


def test_a_mistake_is_seen_as_one_types_mended_and_saved_as_a_new_version(page: Page) -> None:
    opened(page)
    assert page.tab.ask(SAID) == "No problems found."
    page.tab.ask("document.querySelector('.cm-content').focus()")
    page.key("End", 35, 2)
    page.write('\nshare = "5"')
    page.until(f"{SAID}.includes('mistake')")
    assert page.tab.ask("!!document.querySelector('.cm-lintRange-error')")
    assert page.tab.ask("document.querySelectorAll('#id_text-problems a').length > 0")
    for _ in '\nshare = "5"':
        page.key("Backspace", 8)
    page.until(f"{SAID} === 'No problems found.'")
    page.write("# agreed by telephone\n")
    page.until("document.querySelector('textarea').value.includes('telephone')")
    page.key("s", 83, 2)
    page.tab.wait_for("Page.loadEventFired")
    page.until("document.body.innerText.includes('saved as a new version')")
    page.until("document.body.innerText.includes('(version 2)')")
    assert refused(page.tab) == []


def test_a_script_that_fails_is_seen_before_anything_is_saved(page: Page) -> None:
    opened(page)
    page.tab.ask(
        "document.querySelector('.cm-content').focus(); getSelection().selectAllChildren(["
        "...document.querySelectorAll('.cm-line')].find(one => one.textContent.includes('rate ')))"
    )
    page.write('rate = "$3.00 PMPM"')
    page.until(f"{READING}.includes('Fails')")
    assert "$300.00" in str(page.tab.ask(READING))
    assert page.tab.ask("document.body.innerText.includes('Not saved yet')")


def test_a_citation_opens_the_page_of_the_contract_beside_the_text(page: Page) -> None:
    opened(page)
    page.until(f"{READING}.includes('Open page 1')")
    page.tab.ask(
        "[...document.querySelectorAll('#reading a')].find(one => "
        "one.textContent.includes('Open page')).click()"
    )
    page.until("document.querySelector('#cited mark')")
    assert page.tab.ask("document.querySelector('#cited mark').textContent") == (
        "agreement of the group room"
    )
    assert page.tab.ask("!!document.querySelector('.cm-content')")
    assert refused(page.tab) == []
