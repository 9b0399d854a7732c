"""Two ways to use a page: with the mouse, and with the keyboard alone.

Neither calls anything on an element: the mouse presses where the element is seen, the keyboard goes
to it with Tab. What could not be done by a person is not done here either.
"""

import json
import time
from typing import Final, Protocol

from tests.web.journeys.tab import Tab

PRESSED: Final = "a[href], button, summary, input[type=checkbox], input[type=radio]"
WRITTEN: Final = "input:not([type=range]), textarea, select, [contenteditable=true]"
MOVED: Final = "input[type=range]"
CLAUSE: Final = "Withheld amount"
"""The clause of the sample whose rate is changed."""
_MOMENT: Final = 0.3
"""Seconds."""
_PATIENCE: Final = 20.0
"""Seconds until a control must be seen."""
_MOST_STOPS: Final = 1500
"""More than any page has: whoever needs more presses of Tab is in a trap."""
# The one that is seen and is called so. It stays known as `wanted`.
_FIND: Final = """(() => {{
  const plain = words => words.replace(/\\s+/g, ' ').trim();
  const named = one => plain(one.getAttribute('aria-label')
    ?? (one.getAttribute('aria-labelledby') ? document.getElementById(
      one.getAttribute('aria-labelledby'))?.textContent : null)
    ?? (one.labels?.length ? one.labels[0].textContent : one.textContent));
  const called = new RegExp('^(?:' + {name} + ')$');
  const seen = [...document.querySelectorAll({among})]
    .filter(one => one.checkVisibility({{visibilityProperty: true}}) && !one.disabled);
  window.wanted = seen.filter(one => called.test(named(one)))[0] ?? null;
  return window.wanted ? '' : JSON.stringify(seen.map(named).filter(Boolean).slice(0, 60));
}})()"""
# Where it is seen, in the middle of the window; what lies over it is told.
_PLACE: Final = """(() => {
  wanted.scrollIntoView({block: 'center', behavior: 'instant'});
  const at = wanted.getClientRects()[0], x = at.x + at.width / 2, y = at.y + at.height / 2;
  const top = document.elementFromPoint(x, y);
  const is_free = top && (wanted.contains(top) || top.control === wanted);
  return JSON.stringify([x, y, at.width, is_free ? '' : top?.outerHTML.slice(0, 160) ?? 'nothing']);
})()"""
# Where the keyboard is now: is it there, is it nowhere, what is wrong with how it is seen.
_STOP: Final = """(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return JSON.stringify([false, true, '']);
  const rings = [one, one.parentElement, one.parentElement?.parentElement].filter(Boolean)
    .map(each => getComputedStyle(each));
  const is_ringed = rings.some(look => look.outlineStyle !== 'none'
    && parseFloat(look.outlineWidth) >= 2);
  const at = one.getClientRects()[0] ?? one.getBoundingClientRect();
  const is_inside = at.bottom > 0 && at.right > 0 && at.top < innerHeight && at.left < innerWidth;
  const x = Math.min(Math.max(at.x + at.width / 2, 1), innerWidth - 2);
  const y = Math.min(Math.max(at.y + at.height / 2, 1), innerHeight - 2);
  const top = document.elementFromPoint(x, y);
  const is_free = top && (one.contains(top) || top.contains(one) || top.control === one);
  const wrong = !is_ringed ? 'no ring: ' : !is_inside ? 'out of the window: '
    : !is_free ? 'covered: ' : '';
  return JSON.stringify([one === window.wanted, false,
    wrong && wrong + one.outerHTML.slice(0, 160)]);
})()"""
# The lines of an editor, or of a plain field where no script runs.
_LINE: Final = "document.querySelector('.cm-activeLine')?.textContent ?? ''"


class Hand(Protocol):
    """A way to use a page. Names are patterns of the whole name a control has."""

    def press(self, name: str, among: str = PRESSED) -> None:
        """Press a link, a button or a box."""

    def write(self, name: str, text: str) -> None:
        """Write into a field, in place of what stands there."""

    def move(self, name: str) -> None:
        """Move a slider up."""

    def rewrite(self, line: str, old: str, new: str) -> None:
        """Write other words into a line of the editor."""


def find(tab: Tab, name: str, among: str) -> None:
    """Find the first control of a name that can be seen, and keep it as ``wanted``."""
    question = _FIND.format(name=json.dumps(name), among=json.dumps(among))
    others, end = tab.ask(question), time.monotonic() + _PATIENCE
    while others != "" and time.monotonic() < end:
        # Words that were waited for may stand on the page before, too: a person looks again.
        time.sleep(_MOMENT)
        tab.settle()
        others = tab.ask(question)
    assert others == "", f"nothing seen is called {name}; there are {others}"
    # A page that stays must keep the keyboard somewhere; one that goes takes this with it.
    tab.ask("window.stays = true")


class Mouse:
    """The mouse; text is typed where it was pressed."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def press(self, name: str, among: str = PRESSED) -> None:
        """Press in the middle of it, where nothing may lie over it."""
        find(self.tab, name, among)
        x, y, _ = self._place()
        self.click(x, y)

    def write(self, name: str, text: str) -> None:
        """Press three times, which marks what stands there, and type."""
        find(self.tab, name, WRITTEN)
        x, y, _ = self._place()
        self.click(x, y, 3)
        self.tab.say("Input.insertText", text=text)

    def move(self, name: str) -> None:
        """Press near the upper end of the slider."""
        find(self.tab, name, MOVED)
        x, y, width = self._place()
        self.click(x + 0.3 * width, y)

    def rewrite(self, line: str, old: str, new: str) -> None:
        """Go to the clause by its link, press twice on the word, which marks it, and type."""
        self.press(CLAUSE)
        self.tab.until(_HAS.format(json.dumps(line)))
        x, y = json.loads(str(self.tab.ask(_WORD.format(*map(json.dumps, (line, old))))))
        self.click(x, y, 2)
        self.tab.say("Input.insertText", text=new)

    def click(self, x: float, y: float, times: int = 1) -> None:
        """Press and release at a place of the window, in pixels."""
        self.tab.say("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        for count in range(1, times + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.tab.say(
                    "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=count
                )

    def _place(self) -> tuple[float, float, float]:
        x, y, width, over = json.loads(str(self.tab.ask(_PLACE)))
        assert not over, f"it cannot be pressed: over it lies {over}"
        return float(x), float(y), float(width)


class Keyboard:
    """Tab, Enter, Space, the arrows, and text typed where the keyboard is."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self.stops = 0
        self.wrong: list[str] = []

    def press(self, name: str, among: str = PRESSED) -> None:
        """Go to it and press Enter; Space where it is a box."""
        find(self.tab, name, among)
        self._reach()
        is_box = self.tab.ask("wanted.matches('input')")
        self.tab.press(*((" ", 32, " ") if is_box else ("Enter", 13, "\r")))

    def write(self, name: str, text: str) -> None:
        """Go to the field, which marks what stands there, and type."""
        find(self.tab, name, WRITTEN)
        self._reach()
        self.tab.say("Input.insertText", text=text)

    def move(self, name: str) -> None:
        """Go to the slider and press the arrow a few times."""
        find(self.tab, name, MOVED)
        self._reach()
        for _ in range(4):
            self.tab.press("ArrowRight", 39)

    def rewrite(self, line: str, old: str, new: str) -> None:
        """Go to the editor, down to the line, along to the word, and type."""
        find(self.tab, r"terms\.toml.*", "[contenteditable=true], textarea")
        self._reach()
        for _ in range(_MOST_STOPS):
            found = str(self.tab.ask(_LINE))
            if line in found:
                break
            self.tab.press("ArrowDown", 40)
        assert line in found, f"no line has {line}"
        for _ in range(found.index(old) + len(old)):
            self.tab.press("ArrowRight", 39)
        for _ in old:
            self.tab.press("Backspace", 8)
        self.tab.say("Input.insertText", text=new)

    def reach(self, name: str, among: str = PRESSED) -> None:
        """Go to it, and do nothing there."""
        find(self.tab, name, among)
        self._reach()

    def _reach(self) -> None:
        ends = 0
        for _ in range(_MOST_STOPS):
            is_there, is_nowhere, wrong = json.loads(str(self.tab.ask(_STOP)))
            if wrong:
                # An editor draws its ring a moment after it has the keyboard.
                time.sleep(_MOMENT)
                is_there, is_nowhere, wrong = json.loads(str(self.tab.ask(_STOP)))
            if wrong:
                self.wrong.append(f"{self.tab.ask('location.pathname')}: {wrong}")
            if is_there:
                return
            ends += bool(is_nowhere)
            assert ends <= 2, "the keyboard goes round and never comes there"
            self.tab.press("Tab", 9)
            self.stops += 1
        raise AssertionError("the keyboard does not come there")


class MouseAlone(Mouse):
    """The mouse on pages whose scripts do not run."""

    def move(self, name: str) -> None:
        """Write another number, and ask for the answer: without scripts there is no slider."""
        find(self.tab, name, "main input[type=number]")
        x, y, _ = self._place()
        more = self.tab.ask("String(Number(wanted.value) + 2 * Number(wanted.step || 1))")
        self.click(x, y, 3)
        self.tab.say("Input.insertText", text=str(more))
        self.press("Work it out")

    def rewrite(self, line: str, old: str, new: str) -> None:
        """Press into the field, mark the word there, and type."""
        find(self.tab, r"terms\.toml.*", "textarea")
        x, y, _ = self._place()
        self.click(x, y)
        # A person would roll down and press twice: where a field's word lies cannot be asked.
        self.tab.ask(f"""(at => wanted.setSelectionRange(at, at + {len(old)}))(
          wanted.value.indexOf({json.dumps(line)}) + {line.index(old)})""")
        self.tab.say("Input.insertText", text=new)


_HAS: Final = (
    "[...document.querySelectorAll('.cm-line')].some(one => one.textContent.includes({0}))"
)
_WORD: Final = """(() => {{
  const line = [...document.querySelectorAll('.cm-line')]
    .find(one => one.textContent.includes({0}));
  line.scrollIntoView({{block: 'center', behavior: 'instant'}});
  const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {{
    const at = walk.currentNode.data.indexOf({1});
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    range.setEnd(walk.currentNode, at + {1}.length);
    const box = range.getBoundingClientRect();
    return JSON.stringify([box.x + box.width / 2, box.y + box.height / 2]);
  }}
}})()"""
"""Where a word of the editor stands in the window."""
