"""What a page owes to a reader who does not see it as we do, asked of a real browser.

The rules of axe-core are tried as well where it is installed: the environment variable
``AXE_CORE`` names its file ``axe.min.js``.
"""

import json
import os
from pathlib import Path
from typing import Final

from tests.browser.chromium import Browser

AXE: Final = os.environ.get("AXE_CORE", "")
NO_AXE: Final = "axe-core is not named: AXE_CORE does not hold the path of axe.min.js"

# Text of less contrast than 4.5 to 1, or 3 to 1 where it is large: WCAG 2.2, criterion 1.4.3.
PALE: Final = """(() => {
  const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = rgb => { const [r, g, b] = rgb.map(one => { const c = one / 255;
    return c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = one => { for (let at = one; at; at = at.parentElement) {
    const found = parts(getComputedStyle(at).backgroundColor);
    if (found.length === 3 || found[3] === 1) return found.slice(0, 3); }
    return [255, 255, 255]; };
  const is_own = one => [...one.childNodes].some(node => node.nodeType === 3
    && node.textContent.trim());
  return JSON.stringify([...document.querySelectorAll('body *:not(svg *, script, style)')]
    .filter(one => is_own(one) && one.checkVisibility()).filter(one => {
      const look = getComputedStyle(one), size = parseFloat(look.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(look.fontWeight) >= 700);
      const [a, b] = [light(parts(look.color).slice(0, 3)), light(behind(one))];
      return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < (large ? 3 : 4.5);
    }).map(one => one.outerHTML.slice(0, 120))); })()"""
# Links, tables, pictures and parts that a screen reader could not call by a name.
NAMELESS: Final = """JSON.stringify([
  ...[...document.querySelectorAll('a[href], summary, th, h1, h2, h3, h4')]
    .filter(one => !one.textContent.trim()),
  ...[...document.querySelectorAll('table')].filter(one => !one.caption
    && !one.getAttribute('aria-label') && !one.getAttribute('aria-labelledby')),
  ...[...document.querySelectorAll('img:not([alt]), [role="img"]:not([aria-label])')],
  ...(document.documentElement.lang ? [] : [document.body]),
].map(one => one.outerHTML.slice(0, 120)))"""
# Names of places that two places share, so that a link leads to the wrong one.
TWICE: Final = """JSON.stringify([...document.querySelectorAll('[id]')].map(one => one.id)
  .filter((name, at, all) => all.indexOf(name) !== at))"""
_RULES: Final = """axe.run(document, {resultTypes: ['violations']}).then(found => JSON.stringify(
  found.violations.filter(one => ['serious', 'critical'].includes(one.impact))
    .map(one => [one.id, one.nodes[0].html.slice(0, 120)])))"""


def asked(tab: Browser, question: str) -> list[object]:
    """Ask the page something whose answer is a list."""
    answer = json.loads(str(tab.ask(question)))
    assert isinstance(answer, list)
    return answer


def broken_rules(tab: Browser) -> list[object]:
    """Give the serious and critical rules of axe-core that the open page breaks."""
    tab.ask(f"{Path(AXE).read_text(encoding='utf-8')};0")
    return asked(tab, _RULES)
