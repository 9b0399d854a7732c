"""A report in a real browser: it fits a phone, works by keyboard, prints, and reads aloud."""

import json
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from fairterms.publish import html
from fairterms.publish.legible import legible
from fairterms.publish.phrases import ENGLISH
from tests.browser.chromium import MISSING, PROGRAM, Answer, Browser, browser
from tests.publish.gallery import HOSTILE, UNDRAWABLE, gallery

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

PHONE, TABLET, DESK = 320, 768, 1280
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
# Line, paragraph, letter and word spacing a reader may set: WCAG 2.2, success criterion 1.4.12.
SPACED = """(() => { const style = document.createElement('style'); style.textContent =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
  'word-spacing: .16em !important } p { margin-bottom: 2em !important }';
  document.head.append(style); })()"""
# What can be reached by the Tab key, as far as it is shown.
STOPS = """JSON.stringify([...document.querySelectorAll('a[href], summary, [tabindex="0"]')]
  .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 200)))"""
FOCUSED = """(() => { const one = document.activeElement, look = getComputedStyle(one);
  return JSON.stringify([one.outerHTML.slice(0, 200), look.outlineStyle, look.outlineWidth]);
})()"""
# Texts of charts that leave their drawing or lie over each other, with how many were looked at.
CROWDED = """(() => { const bad = []; let seen = 0;
  const over = (a, b, x, y) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > x
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > y;
  for (const drawing of document.querySelectorAll('.drawing')) {
    if (!drawing.checkVisibility()) continue;
    const sheet = drawing.querySelector('svg').getBoundingClientRect();
    const texts = [...drawing.querySelectorAll('text')].map(t => [t.textContent,
      t.getBoundingClientRect()]);
    seen += texts.length;
    texts.forEach(([said, a], at) => {
      if (a.left < sheet.left - 1 || a.right > sheet.right + 1 || a.top < sheet.top - 1
        || a.bottom > sheet.bottom + 1) bad.push(said);
      for (const [other, b] of texts.slice(at + 1)) if (over(a, b, 1, 4)) bad.push([said, other]);
    });
  }
  return JSON.stringify([seen, bad]); })()"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(html.render(gallery()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def asked(tab: Browser, question: str) -> list[object]:
    answer = json.loads(str(tab.ask(question)))
    assert isinstance(answer, list)
    return answer


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
@pytest.mark.parametrize("change", ["0", OPEN_ALL, SPACED])
def test_nothing_runs_off_the_side_of_the_window(
    tab: Browser, page: Path, width: int, change: str
) -> None:
    tab.open(page, width)
    tab.ask(change)
    assert int(str(tab.ask("document.scrollingElement.scrollWidth"))) <= width


def test_the_page_needs_nothing_but_itself(tab: Browser, page: Path) -> None:
    tab.open(page)
    assert tab.ask("performance.getEntriesByType('resource').length") == 0


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_each_chart_is_drawn_once_and_for_its_width(tab: Browser, page: Path, width: int) -> None:
    tab.open(page, width)
    kind = "narrow" if width == PHONE else "wide"
    shown = asked(
        tab,
        "JSON.stringify([...document.querySelectorAll('.drawing')]"
        ".filter(one => one.checkVisibility()).map(one => one.className))",
    )
    assert shown == [f"drawing {kind}"] * 10


@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
def test_no_text_of_a_chart_is_cut_off_or_lies_over_another(
    tab: Browser, page: Path, width: int
) -> None:
    tab.open(page, width)
    seen, bad = asked(tab, CROWDED)
    assert int(str(seen)) > 40
    assert bad == []


def test_the_tab_key_reaches_everything_in_reading_order_and_shows_where_it_is(
    tab: Browser, page: Path
) -> None:
    tab.open(page)
    stops = asked(tab, STOPS)
    assert len(stops) > 15
    for stop in stops:
        tab.press("Tab", 9)
        reached, outline, width = asked(tab, FOCUSED)
        assert reached == stop
        assert (outline, width) != ("none", "0px")


def test_the_skip_link_shows_itself_and_leads_past_the_title(tab: Browser, page: Path) -> None:
    tab.open(page)
    left = "document.querySelector('.skip').getBoundingClientRect().left"
    assert float(str(tab.ask(left))) < 0
    tab.press("Tab", 9)
    assert float(str(tab.ask(left))) >= 0
    tab.press("Enter", 13, "\r")
    assert tab.ask("document.activeElement.tagName") == "MAIN"


def test_the_numbers_behind_a_chart_open_by_keyboard(tab: Browser, page: Path) -> None:
    tab.open(page)
    tab.ask("document.querySelector('summary').focus()")
    assert tab.ask("document.querySelector('details table').checkVisibility()") is False
    tab.press("Enter", 13, "\r")
    assert tab.ask("document.querySelector('details table').checkVisibility()") is True


def test_no_amount_ends_a_line_inside(tab: Browser, page: Path) -> None:
    tab.open(page, PHONE)
    rows = asked(
        tab,
        "JSON.stringify([...document.querySelectorAll('.amount')]"
        ".map(one => one.getClientRects().length))",
    )
    assert rows
    assert set(rows) == {1}


def nodes(tab: Browser) -> list[dict[str, object]]:
    """Give what the browser tells a screen reader: the role and name of every element."""
    found = tab.say("Accessibility.getFullAXTree")["nodes"]
    assert isinstance(found, list)
    return [_node(one) for one in found if not one.get("ignored")]


def _node(one: Answer) -> dict[str, object]:
    values = {key: one[key] for key in ("role", "name", "description") if key in one}
    return {key: part.get("value") for key, part in values.items() if isinstance(part, dict)}


def test_a_screen_reader_hears_landmarks_images_and_tables_by_name(
    tab: Browser, page: Path
) -> None:
    tab.open(page)
    heard = nodes(tab)
    roles = [node["role"] for node in heard]
    for landmark in ("banner", "main", "contentinfo", "navigation"):
        assert roles.count(landmark) == 1, landmark
    images = [node for node in heard if node["role"] in ("image", "img")]
    assert [node["name"] for node in images] == [
        "How it comes about",
        "By year",
        f"Work {legible(UNDRAWABLE)}",
        "Share by savings",
        "Risks",
        "Where risks may lie",
        "Trades",
        "Clinicians",
        "Depression over time",
        "Boxed",
    ]
    assert all(node["description"] for node in images)
    tables = [node for node in heard if node["role"] == "table"]
    assert tables[0]["name"] == f"A table {HOSTILE}"
    assert len(tables) == 4, "those behind charts are folded"
    assert roles.count("columnheader") > 10
    assert roles.count("rowheader") > 60


def test_paper_shows_the_numbers_behind_the_charts_and_no_navigation(
    tab: Browser, page: Path, tmp_path: Path
) -> None:
    tab.open(page)
    printed = tmp_path / "printed.pdf"
    printed.write_bytes(b64decode(str(tab.say("Page.printToPDF", preferCSSPageSize=True)["data"])))
    document = pypdfium2.PdfDocument(printed)
    texts = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    assert "Running total" in texts
    assert texts.count(ENGLISH.data_behind) == 10
    assert ENGLISH.contents not in texts
    assert ENGLISH.skip not in texts
