"""The keyboard is never nowhere after htmx has changed a part of the page."""

from collections.abc import Iterator

import pytest

from tests.web.journeys.tab import Tab
from tests.web.look.visit import served

pytestmark = pytest.mark.slow

CHANGE = "htmx.ajax('GET', '/said/', {target: '.side', swap: 'innerHTML'})"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served() as started:
        yield started


@pytest.fixture
def page(tab: Tab, address: str) -> Tab:
    tab.go(address + "/look/")
    tab.until("document.querySelector('.sort')")
    tab.ask("""document.querySelector('.side').insertAdjacentHTML('beforeend',
      '<button type="button" id="inside">Inside</button>')""")
    return tab


def active(tab: Tab) -> object:
    return tab.ask("document.activeElement.id || document.activeElement.tagName")


def test_it_goes_to_what_came_in_its_place(page: Tab) -> None:
    page.ask("document.getElementById('inside').focus()")
    page.ask(CHANGE)
    page.until("document.getElementById('answer')")
    page.settle()
    assert active(page) == "answer"


def test_it_stays_where_it_was_outside_of_the_part(page: Tab) -> None:
    page.ask("document.querySelector('.brand').focus()")
    page.ask(CHANGE)
    page.until("document.getElementById('answer')")
    page.settle()
    assert active(page) == "A"


def test_a_button_that_comes_again_keeps_it(page: Tab) -> None:
    page.ask("document.getElementById('inside').focus()")
    # As htmx does before it swaps; this answer is given by nobody's address.
    page.ask("""document.querySelector('.side').dispatchEvent(new CustomEvent('htmx:beforeSwap',
      {bubbles: true, detail: {target: document.querySelector('.side')}}));
      htmx.swap('.side', '<p><button type="button" id="inside">Anew</button></p>',
      {swapStyle: 'innerHTML'})""")
    page.until("document.getElementById('inside').textContent === 'Anew'")
    page.settle()
    assert active(page) == "inside"


def test_a_page_on_which_nobody_was_stays_untouched(page: Tab) -> None:
    page.ask("document.activeElement.blur()")
    page.ask(CHANGE)
    page.until("document.getElementById('answer')")
    page.settle()
    assert active(page) == "BODY"
