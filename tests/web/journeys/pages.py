"""What every page owes to everybody who uses it, asked of the page that is open."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.browser.access import NAMELESS, TWICE
from tests.web.journeys.tab import Tab

AXE: Final = Path(__file__).parents[1] / "axe" / "axe.min.js"
NARROW, WIDE = 320, 1280
_RULES: Final = """axe.run(document, {{resultTypes: ['violations']{more}}}).then(found =>
  JSON.stringify(found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))])))"""
_CONTRAST: Final = ", runOnly: {type: 'rule', values: ['color-contrast']}"
_SCROLLED: Final = ", runOnly: {type: 'rule', values: ['scrollable-region-focusable']}"
_ASKED: Final[Mapping[str, str]] = {
    "not one heading of the first level": """(found =>
      found.length === 1 && found[0].textContent.trim() ? [] : found.map(one => one.outerHTML)
        .concat('none'))([...document.querySelectorAll('h1')])""",
    "not one main part": """document.querySelectorAll('main').length === 1 ? [] : ['main']""",
    "parts of the frame that are not there": """[
      'header.top', 'a.skip[href="#main"]']
      .filter(one => !document.querySelector(one))""",
    "words outside every landmark": """[...document.body.children].filter(one =>
      one.innerText?.trim() && one.checkVisibility() && !one.querySelector('main')
      && !one.matches('header, nav, main, footer, aside, .skip, [role], .toasts'))
      .map(one => one.outerHTML.slice(0, 120))""",
    "levels of headings that are skipped": """[...document.querySelectorAll(
      'main :is(h1, h2, h3, h4, h5, h6)')].filter(one => one.checkVisibility())
      .filter((one, at, all) => at && Number(one.tagName[1]) > Number(all[at - 1].tagName[1]) + 1)
      .map(one => one.outerHTML.slice(0, 120))""",
    "a style that the policy refuses": """[...document.querySelectorAll('[style], style')]
      .filter(one => !one.closest('.cm-editor')).map(one => one.outerHTML.slice(0, 120))""",
    "forms that go nowhere without scripts": """[...document.querySelectorAll('form')]
      .filter(one => (one.method === 'post' && !one.querySelector('[name=csrfmiddlewaretoken]'))
        || !one.querySelector('button:not([type=button]), input[type=submit]')
          && !document.querySelector(`button[form="${one.id}"]`))
      .map(one => one.outerHTML.slice(0, 120))""",
    "links that go nowhere": """[...document.querySelectorAll('a[href^="#"]')]
      .filter(one => one.hash.length > 1 && !one.dataset.line
        && !document.getElementById(decodeURIComponent(one.hash.slice(1))))
      .map(one => one.outerHTML.slice(0, 120))""",
}
_TOO_WIDE: Final = """document.documentElement.scrollWidth <= innerWidth ? [] : [
  ...[...document.querySelectorAll('body *')].filter(one =>
    !one.closest('.scroll, .heard, svg, .cm-editor')
    && one.getBoundingClientRect().right > innerWidth + 1).slice(0, 4)
    .map(one => one.outerHTML.slice(0, 120)), 'the page']"""


def faults(tab: Tab) -> dict[str, object]:
    """Give what is wrong with the open page: light, dark, and in a window of 320 pixels."""
    tab.settle()
    found: dict[str, object] = {name: tab.list_of(asked) for name, asked in _ASKED.items()}
    found["without a name"] = json.loads(str(tab.ask(NAMELESS)))
    found["the same name twice"] = json.loads(str(tab.ask(TWICE)))
    found["refused or gone wrong"] = tab.refused()
    tab.ask(f"window.axe || (() => {{{AXE.read_text(encoding='utf-8')}}})(); 0")
    found["axe, light"] = _rules(tab)
    tab.look(WIDE, "dark")
    found["axe, dark"] = _rules(tab, _CONTRAST)
    tab.look(NARROW)
    found["wider than the window"] = tab.list_of(_TOO_WIDE)
    found["axe, narrow"] = _rules(tab, _SCROLLED)
    tab.look(WIDE)
    return {name: one for name, one in found.items() if one}


def _rules(tab: Tab, more: str = "") -> object:
    return json.loads(str(tab.ask(_RULES.format(more=more))))
