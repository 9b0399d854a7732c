"""The page of findings in a real browser: beside the text where there is room, linked both ways."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from fairterms.document.reader import read
from fairterms.publish import html
from fairterms.review import findings_page
from fairterms.review.reviewed import look_at
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

CEDAR = Path(__file__).parents[2] / "examples" / "cedar" / "contract" / "01-agreement.pdf"
PHONE, DESK = 320, 1400
PLACES = """JSON.stringify(['.beside-left', '.beside-right'].map(name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return [Math.round(box.left), Math.round(box.top), Math.round(box.width)]; }))"""
# Follows a link and says what stands on the screen then.
FOLLOW = """(() => { const link = document.querySelector('%s'); link.click();
  const to = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  to.scrollIntoView();
  const box = to.getBoundingClientRect();
  return JSON.stringify([to.tagName, box.top >= -5 && box.top < innerHeight]); })()"""
DEAD = """JSON.stringify([...document.querySelectorAll('a[href^="#"]')]
  .filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash))"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    reviewed = look_at([read(CEDAR)])
    report = findings_page.build(
        reviewed.documents, reviewed.findings, reviewed.reading.gaps, made_on="2027-01-12"
    )
    path = tmp_path_factory.mktemp("findings") / "findings.html"
    path.write_text(html.render(report), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def asked(tab: Browser, question: str) -> list[object]:
    answer = json.loads(str(tab.ask(question)))
    assert isinstance(answer, list)
    return answer


def places(tab: Browser) -> list[tuple[int, int, int]]:
    """Return left, top and width of the two parts."""
    found = json.loads(str(tab.ask(PLACES)))
    return [(left, top, width) for left, top, width in found]


def test_with_room_the_text_stands_beside_the_findings(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    (left, left_top, _), (right, right_top, width) = places(tab)
    assert right > left + 300
    assert abs(right_top - left_top) < 5
    assert width > 500


def test_on_a_phone_the_text_follows_and_nothing_runs_off(tab: Browser, page: Path) -> None:
    tab.open(page, PHONE)
    (_, left_top, _), (_, right_top, width) = places(tab)
    assert right_top > left_top
    assert width <= PHONE
    assert int(str(tab.ask("document.scrollingElement.scrollWidth"))) <= PHONE


def test_a_finding_leads_to_its_words_and_the_words_lead_back(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    assert asked(tab, FOLLOW % '.beside-left a[href^="#text-"]') == ["MARK", True]
    assert asked(tab, FOLLOW % ".beside-right mark a") == ["H3", True]


def test_no_link_is_dead(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    assert asked(tab, DEAD) == []


def test_the_first_screen_names_gaps_and_what_to_read_first(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    tops = asked(
        tab,
        "JSON.stringify(['.callout', '#first'].map(one => "
        "document.querySelector(one).getBoundingClientRect().top))",
    )
    assert all(isinstance(top, int | float) and top < 900 for top in tops)
