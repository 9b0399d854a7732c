"""The editor of payment terms, by keyboard and mouse in a real browser."""

from collections.abc import Iterator

import pytest

from tests.browser import access
from tests.browser.access import PALE, TWICE, asked, broken_rules
from tests.browser.chromium import MISSING, PROGRAM, browser
from tests.web.terms.editor_page import AXE, TERMS, Heard, Page, served

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PROGRAM, reason=MISSING)]
MARKED = "[...document.querySelectorAll('.cm-lintRange-error')].map(one => one.textContent).join()"
LISTED = "[...document.querySelectorAll('.terms-problems a')].map(one => one.textContent).join()"
SAID = "document.querySelector('.terms-status').textContent"
HELD = "document.querySelector('textarea').value"


@pytest.fixture(scope="module")
def heard() -> Heard:
    return Heard()


@pytest.fixture(scope="module")
def shared(heard: Heard) -> Iterator[Page]:
    with served(heard) as address, browser() as tab:
        yield Page(tab, address)


@pytest.fixture
def page(shared: Page, heard: Heard) -> Iterator[Page]:
    heard.is_out = False
    shared.open()
    yield shared
    assert asked(shared.tab, "JSON.stringify(window.wrong)") == []
    # So that leaving for the next test asks nobody whether to leave.
    shared.tab.ask("const t = document.querySelector('textarea'); t.defaultValue = t.value; 0")


def test_sound_terms_have_no_mark_and_their_reading_stands_beside(page: Page) -> None:
    assert page.tab.ask(SAID) == "No problems found."
    assert page.tab.ask(MARKED) == ""
    assert str(page.tab.ask("document.querySelector('#hash').textContent")).startswith("sha256:")


def test_the_styles_of_the_editor_stand_under_the_policy(page: Page) -> None:
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert page.tab.ask(style.format(".cm-scroller", "display")) == "flex"
    assert page.tab.ask(style.format(".cm-content", "whiteSpace")) == "break-spaces"
    assert page.tab.ask("document.querySelectorAll('style').length") == 0


def test_a_mistake_is_marked_at_its_line_as_one_types_and_gone_when_mended(page: Page) -> None:
    page.start_writing()
    page.write('share = "5"')
    page.until(MARKED)
    assert page.tab.ask(MARKED) == 'share = "5"'
    assert set(str(page.tab.ask(LISTED)).split(",")) == {"Line 11"}
    assert "line 11" in str(page.tab.ask(SAID))
    assert page.tab.ask("document.querySelector('.cm-content').getAttribute('aria-invalid')") == (
        "true"
    )
    assert page.tab.ask("!!document.querySelector('.cm-lint-marker-error')")
    for _ in 'share = "5"':
        page.key("Backspace", 8)
    page.until(f"!{MARKED} && {SAID} === 'No problems found.'")
    assert page.tab.ask(LISTED) == ""


def test_several_keys_are_one_question_with_the_forms_token(page: Page, heard: Heard) -> None:
    before = len(heard.checks)
    page.start_writing()
    for letter in "# a note":
        page.write(letter)
    page.until(f"{HELD}.endsWith('# a note')")
    page.tab.ask("new Promise(done => setTimeout(() => done(0), 900))")
    assert len(heard.checks) == before + 1
    assert heard.checks[-1] == f"{TERMS}# a note"
    assert set(heard.tokens) == {"the-token"}


def test_tab_leaves_the_editor_and_so_does_escape_then_tab(page: Page) -> None:
    for keys in ([], [("Escape", 27)]):
        page.start_writing()
        for key in keys:
            page.key(*key)
        page.tab_key()
        assert not page.tab.ask("!!document.activeElement.closest('.cm-editor')")
        page.tab.ask("document.querySelector('.cm-content').blur(); 0")
        page.tab.ask("document.activeElement.blur(); 0")
    assert page.tab.ask(HELD) == TERMS
    told = page.tab.ask(
        "document.querySelector('.cm-content').getAttribute('aria-describedby').split(' ')"
        ".map(id => document.getElementById(id).textContent).join(' ')"
    )
    assert "Tab leaves the editor" in str(told)


def test_a_problem_of_the_list_leads_to_its_line_by_keyboard(page: Page) -> None:
    page.start_writing()
    page.write('share = "5"')
    page.until(LISTED)
    page.tab_key()
    for _ in range(6):
        if page.tab.ask("!!document.activeElement.dataset.line"):
            break
        page.tab_key()
    assert page.tab.ask("document.activeElement.textContent") == "Line 11"
    page.key("Enter", 13, text="\r")
    page.until("document.activeElement.closest('.cm-content')")
    assert page.tab.ask("document.querySelector('.cm-activeLine').textContent") == 'share = "5"'


def test_f8_goes_to_the_next_problem_and_says_it(page: Page) -> None:
    page.start_writing()
    page.write('share = "5"')
    page.until(MARKED)
    page.key("Home", 36, 2)
    page.key("F8", 119)
    page.until(f"{SAID}.startsWith('Line 11: ')")
    assert page.tab.ask("document.querySelector('.cm-activeLine').textContent") == 'share = "5"'


def test_what_is_typed_can_be_taken_back(page: Page) -> None:
    page.start_writing()
    page.write("# a note")
    page.until(f"{HELD} !== {TERMS!r}")
    page.key("z", 90, 2)
    page.until(f"{HELD} === {TERMS!r}")


def test_a_text_that_cannot_be_read_keeps_the_last_reading_and_says_so(page: Page) -> None:
    page.start_writing()
    page.write("[[[")
    page.until("document.querySelector('#reading').hasAttribute('data-stale')")
    assert "The reading is of the last text that could be read." in str(page.tab.ask(SAID))
    assert page.tab.ask("!!document.querySelector('#hash')")


def test_a_new_reading_keeps_scroll_focus_and_what_was_open(page: Page) -> None:
    before = page.tab.ask("document.querySelector('#hash').textContent")
    page.start_writing()
    page.write('title = "x"\nrounding = "to the cent, half up, after each clause"')
    # The reader is in the reading before the pause of the typing is over.
    page.tab.ask(
        "const pane = document.querySelector('#reading'); "
        "document.querySelector('#more').open = true; "
        "pane.querySelector('a').focus({preventScroll: true}); pane.scrollTop = 700; 0"
    )
    page.until(f"document.querySelector('#hash').textContent !== '{before}'")
    assert page.tab.ask("document.querySelector('#reading').scrollTop") == 700
    assert page.tab.ask("document.querySelector('#more').open")
    assert page.tab.ask("document.activeElement.dataset.line") == "8"


def test_ctrl_s_saves_what_the_editor_holds(page: Page, heard: Heard) -> None:
    page.start_writing()
    page.write("# kept")
    page.until("document.querySelector('.terms-saved').textContent === 'Not saved yet.'")
    page.key("s", 83, 2)
    page.tab.wait_for("Page.loadEventFired")
    assert heard.saved[-1].replace("\r\n", "\n") == f"{TERMS}# kept"
    page.open()


def test_leaving_with_unsaved_changes_asks_first(page: Page) -> None:
    asks = "(() => { const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); "
    asks += "return e.defaultPrevented; })()"
    assert page.tab.ask(asks) is False
    page.start_writing()
    page.write("# a note")
    page.until(f"{HELD}.endsWith('# a note')")
    assert page.tab.ask(asks) is True


def test_who_was_signed_out_is_told_and_keeps_the_text(page: Page, heard: Heard) -> None:
    heard.is_out = True
    page.start_writing()
    page.write("# mine")
    page.until(f"{SAID}.includes('signed out')")
    assert page.tab.ask(HELD) == f"{TERMS}# mine"


def test_an_address_with_a_line_opens_at_that_line(shared: Page) -> None:
    shared.tab.say("Page.navigate", url="about:blank")
    shared.tab.wait_for("Page.loadEventFired")
    shared.open("#line-9")
    shared.until("document.activeElement.closest('.cm-content')")
    active = shared.tab.ask("document.querySelector('.cm-activeLine').textContent")
    assert active == 'model = "care_coordination"'


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_letter_can_be_read_and_nothing_is_named_twice(page: Page, scheme: str) -> None:
    page.tab.say(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
    )
    page.start_writing()
    page.write('share = "5" # note\nx = 2027-01-01\ny = true')
    page.until(MARKED)
    assert asked(page.tab, PALE) == []
    assert asked(page.tab, TWICE) == []
    page.tab.say("Emulation.setEmulatedMedia", features=[])


def test_a_narrow_screen_needs_no_scrolling_sideways(page: Page) -> None:
    page.open(width=320)
    wide = page.tab.ask("document.documentElement.scrollWidth")
    assert wide == page.tab.ask("document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rules_of_access_are_kept(
    page: Page, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "AXE", str(AXE))
    page.tab.say(
        "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
    )
    page.start_writing()
    page.write('share = "5"')
    page.until(MARKED)
    assert broken_rules(page.tab) == []
    page.tab.say("Emulation.setEmulatedMedia", features=[])
