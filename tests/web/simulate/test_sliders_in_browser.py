"""A slider moved by keyboard alone in a real browser changes the price, and the address."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler

from fairterms_web.rooms.entered import Entered
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.web.cast import Cast
from tests.web.look.visit import broken_rules, refused, visit
from tests.web.simulate.room_with_deal import BUDGET, put, url

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PROGRAM, reason=MISSING),
    pytest.mark.django_db(transaction=True),
]
PATIENCE_SECONDS = 60
FIELD = f"document.getElementById('id_at.{BUDGET}')"
RANGE = f"{FIELD}.closest('.slider').querySelector('input[type=range]')"
PRICE = "document.querySelector('#result .figures .number')?.textContent"
YEARS = "document.querySelector('#result').textContent.match(/([0-9,]+) made-up years/)?.[1]"


class _Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name above
        """Say nothing."""


@pytest.fixture
def by(cast: Cast, deal_files: dict[str, bytes]) -> Entered:
    """The group's room, with a deal in it."""
    return put(cast.entered("owner", "group"), deal_files)


@pytest.fixture
def address(by: Entered) -> Iterator[str]:
    """The workspace itself, served on a free port."""
    server = make_server(
        "127.0.0.1",
        0,
        StaticFilesHandler(WSGIHandler()),
        server_class=_Threaded,
        handler_class=_Silent,
    )
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def tab(cast: Cast, address: str) -> Iterator[Browser]:
    """A browser in which the owner has signed in."""
    session = cast.client("owner").cookies[settings.SESSION_COOKIE_NAME].value
    with browser() as opened:
        opened.say(
            "Network.setCookie", name=settings.SESSION_COOKIE_NAME, value=session, url=address
        )
        yield opened


def until(tab: Browser, condition: str) -> object:
    """Wait until something holds, and return it."""
    return tab.ask(
        f"""new Promise((done, gone) => {{ const end = Date.now() + {PATIENCE_SECONDS * 1000};
        const look = () => {{ const found = {condition}; if (found) done(found);
          else if (Date.now() > end) gone(new Error(document.body.innerText.slice(0, 1500)));
          else setTimeout(look, 50); }}; look(); }})"""
    )


def test_a_slider_moved_by_keyboard_changes_the_price(
    tab: Browser, address: str, by: Entered
) -> None:
    visit(tab, address + url(by))
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
    until(tab, f"location.search === '?' || location.search === '' ? {FIELD}.value === '2' : 0")
    assert tab.ask(PRICE) is not None


def test_a_number_beyond_its_ends_is_answered_in_words_beside_the_form(
    tab: Browser, address: str, by: Entered
) -> None:
    visit(tab, address + url(by))
    tab.ask(f"{FIELD}.focus(); {FIELD}.select(); 0")
    tab.say("Input.insertText", text="99")
    tab.press("Enter", 13, "\r")
    until(tab, "document.querySelector('#result [role=alert]')")
    said = str(tab.ask("document.querySelector('#result').textContent"))
    assert "Choose a number from $1.00 PMPM to $3.00 PMPM." in said
    assert tab.ask(f"{FIELD}.value") == "99"


@pytest.mark.parametrize("name", ["page", "worksheet", "compare", "keep", "long_runs", "forecast"])
def test_the_rules_of_access_are_kept_light_dark_and_narrow(
    tab: Browser, address: str, by: Entered, name: str
) -> None:
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 320)):
        visit(tab, f"{address}{url(by, name)}?set={BUDGET}:2.2", width, scheme=scheme)
        assert broken_rules(tab) == []
        assert refused(tab) == []
        wide = tab.ask("document.documentElement.scrollWidth")
        assert wide == tab.ask("document.documentElement.clientWidth")
