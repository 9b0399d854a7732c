"""Everybody can use the parts: on a telephone, in the dark, by keyboard, by ear."""

import pytest

from tests.browser.access import NAMELESS, PALE, TWICE, asked
from tests.browser.chromium import Browser
from tests.web.look.visit import broken_rules, refused, visit

pytestmark = pytest.mark.slow

PAGES = ("/look/", "/look/words/", "/accounts/login/", "/accounts/signup/", "/nowhere/")
TOO_WIDE = """JSON.stringify([...document.querySelectorAll('body *')].filter(one =>
  !one.closest('.scroll, .heard, svg') && one.getBoundingClientRect().right > innerWidth + 1)
  .map(one => one.outerHTML.slice(0, 120)).concat(
    document.documentElement.scrollWidth > innerWidth ? ['the page'] : []))"""
# 44 pixels for what is pressed alone; 24 (WCAG 2.2, 2.5.8) for what stands in a line of text.
SMALL = """JSON.stringify([...document.querySelectorAll(
    'button, .button, input:not([type=hidden]), select, .places a, .tabs a, .pager a, summary')]
  .filter(one => one.checkVisibility()).filter(one => {
    const least = one.matches('.sort, [type=checkbox], [type=radio]') ? 24 : 43.9;
    return one.getBoundingClientRect().height < least; })
  .map(one => one.outerHTML.slice(0, 120)))"""
UNSEEN = """JSON.stringify([...document.querySelectorAll(
    'a[href], button:enabled, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
  .filter(one => one.checkVisibility()).filter(one => {
    one.focus({focusVisible: true});
    const look = getComputedStyle(one);
    return document.activeElement !== one || look.outlineStyle === 'none'
      || parseFloat(look.outlineWidth) < 2; })
  .map(one => one.outerHTML.slice(0, 120)))"""


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375, 320])
def test_no_rule_is_broken(tab: Browser, address: str, width: int, scheme: str, page: str) -> None:
    visit(tab, address + page, width, scheme=scheme)
    assert broken_rules(tab) == []
    assert {question: asked(tab, question) for question in (PALE, NAMELESS, TWICE, TOO_WIDE)} == {
        question: [] for question in (PALE, NAMELESS, TWICE, TOO_WIDE)
    }
    assert asked(tab, SMALL) == []
    assert refused(tab) == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_keyboard_is_always_seen(tab: Browser, address: str, scheme: str, page: str) -> None:
    visit(tab, address + page, 375, scheme=scheme)
    assert asked(tab, UNSEEN) == []


def test_dark_is_dark_and_a_drawing_follows_it(tab: Browser, address: str) -> None:
    question = """[getComputedStyle(document.body).backgroundColor,
      getComputedStyle(document.querySelector('svg .ink-fill')).fill].join(' ')"""
    found = {}
    for scheme in ("light", "dark"):
        visit(tab, address + "/look/", scheme=scheme)
        found[scheme] = tab.ask(question)
    assert found == {
        "light": "rgb(255, 255, 255) rgb(21, 25, 30)",
        "dark": "rgb(18, 22, 27) rgb(233, 237, 241)",
    }


def test_paper_is_light_and_holds_the_text_alone(tab: Browser, address: str) -> None:
    visit(tab, address + "/look/", scheme="dark")
    tab.ask("document.documentElement.dataset.theme = 'dark'")
    tab.say("Emulation.setEmulatedMedia", media="print")
    shown = tab.ask("""JSON.stringify([getComputedStyle(document.body).backgroundColor,
      ...[...document.querySelectorAll('.places, .account, .buttons, .pager, .skip')]
        .filter(one => getComputedStyle(one).display !== 'none').map(one => one.className)])""")
    tab.say("Emulation.setEmulatedMedia", media="")
    assert shown == '["rgb(255, 255, 255)"]'
