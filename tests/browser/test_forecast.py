"""The pages of the years ahead and of readiness in a real browser, made as a user would."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fairterms.cli.group import app
from fairterms.publish.palette import HAIRLINE
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.browser.test_findings import DEAD
from tests.browser.test_report import CROWDED, DESK, FOCUSED, OPEN_ALL, PHONE, SPACED, STOPS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

EXAMPLES = Path(__file__).parents[2] / "examples"
# Charts, those without words for who cannot see them, and those without a table.
CHARTS = """(() => { const all = [...document.querySelectorAll('figure')]
    .filter(one => one.querySelector('.drawing'));
  const is_told = one => [...one.querySelectorAll('.drawing')].every(drawing =>
    drawing.getAttribute('aria-label')
    && document.getElementById(drawing.getAttribute('aria-describedby'))?.textContent.length > 40);
  return JSON.stringify([all.length, all.filter(one => !is_told(one)).length,
    all.filter(one => !one.querySelector('details table')).length]); })()"""
# Words of charts that a curve runs through. Upright lines and the light grid may lie behind words.
STRUCK = (
    """(() => { const bad = new Set();
  for (const drawing of document.querySelectorAll('.drawing')) {
    if (!drawing.checkVisibility()) continue;
    const texts = [...drawing.querySelectorAll('text')].map(one => [one.textContent,
      one.getBoundingClientRect()]);
    for (const line of drawing.querySelectorAll('path[stroke], line[stroke]')) {
      const shape = line.getBoundingClientRect();
      if (line.getAttribute('stroke') === 'HAIRLINE' || shape.width < 12) continue;
      const matrix = line.getScreenCTM();
      for (let at = 0; at <= line.getTotalLength(); at += 2) {
        const p = line.getPointAtLength(at).matrixTransform(matrix);
        for (const [said, box] of texts) if (p.x > box.left + 1 && p.x < box.right - 1
          && p.y > box.top + 3 && p.y < box.bottom - 3) bad.add(said);
      }
    }
  }
  return JSON.stringify([...bad]); })()"""
).replace("HAIRLINE", HAIRLINE)
# Levels of the headings, in reading order.
LEVELS = """JSON.stringify([...document.querySelectorAll('h1, h2, h3, h4')]
  .map(one => Number(one.tagName[1])))"""
# Tables wider than their box that the box does not let a reader move by keyboard.
STUCK = """JSON.stringify([...document.querySelectorAll('main table')].filter(one => {
  const box = one.parentElement;
  return one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1
    && (getComputedStyle(box).overflowX !== 'auto' || box.tabIndex !== 0); })
  .map(one => one.textContent.slice(0, 80)))"""
# A name of the code: two words joined by an underscore, or by a full stop without a space.
CODE = r"""JSON.stringify((document.querySelector('main').innerText
  .match(/\b[a-z]+(_[a-z]+)+\b|\b[a-z]{3,}\.[a-z]{3,}\b/g) || [])
  .filter(one => !one.endsWith('.toml')))"""


@pytest.fixture(scope="module", params=["forecast", "ready"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    verbs = {
        "forecast": ["simulate", str(EXAMPLES / "willow"), "--years", "256"],
        "ready": ["ready", str(EXAMPLES / "cedar")],
    }
    result = CliRunner().invoke(app, [*verbs[request.param], "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder / f"{request.param}.html"


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def asked(tab: Browser, question: str) -> list[object]:
    answer = json.loads(str(tab.ask(question)))
    assert isinstance(answer, list)
    return answer


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("change", ["0", OPEN_ALL, SPACED])
def test_nothing_runs_off_the_side_of_the_window(
    tab: Browser, page: Path, width: int, change: str
) -> None:
    tab.open(page, width)
    tab.ask(change)
    assert int(str(tab.ask("document.scrollingElement.scrollWidth"))) <= width


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_no_text_of_a_chart_is_cut_off_or_lies_over_another(
    tab: Browser, page: Path, width: int
) -> None:
    tab.open(page, width)
    seen, bad = asked(tab, CROWDED)
    assert int(str(seen)) > 20
    assert bad == []


def test_no_line_of_a_chart_runs_through_its_words(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    assert asked(tab, STRUCK) == []


def test_every_chart_has_words_and_a_table_of_its_numbers(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    charts, wordless, without_table = asked(tab, CHARTS)
    assert int(str(charts)) >= 1
    assert (wordless, without_table) == (0, 0)


def test_a_wide_table_moves_inside_its_own_box_by_keyboard_too(tab: Browser, page: Path) -> None:
    tab.open(page, PHONE)
    tab.ask(OPEN_ALL)
    assert asked(tab, STUCK) == []


def test_no_heading_skips_a_level(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    levels = [int(str(one)) for one in asked(tab, LEVELS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_link_is_dead(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    assert asked(tab, DEAD) == []


def test_the_tab_key_reaches_everything_in_reading_order(tab: Browser, page: Path) -> None:
    tab.open(page)
    stops = asked(tab, STOPS)
    assert len(stops) > 15
    for stop in stops:
        tab.press("Tab", 9)
        reached, outline, width = asked(tab, FOCUSED)
        assert reached == stop
        assert (outline, width) != ("none", "0px")


def test_a_reader_meets_no_name_of_the_code(tab: Browser, page: Path) -> None:
    if page.name == "ready.html":
        pytest.skip("the page names what may be changed in duties.toml by its key")
    tab.open(page, DESK)
    assert asked(tab, CODE) == []
