"""The negotiation brief in a real browser, on paper and in Word, made as a user would."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from typer.testing import CliRunner

from fairterms.cli.group import app
from tests.browser.access import AXE, NAMELESS, NO_AXE, PALE, TWICE, asked, broken_rules
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.browser.paper import outside
from tests.browser.test_findings import DEAD
from tests.browser.test_forecast import CHARTS, LEVELS, STRUCK, STUCK
from tests.browser.test_report import CROWDED, DESK, FOCUSED, OPEN_ALL, PHONE, SPACED, STOPS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"
BIG_PHONE = 375


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brief")
    result = CliRunner().invoke(app, ["negotiate", str(CEDAR), "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder / "brief.html"


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture
def sheets(page: Path) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(page.with_suffix(".pdf"))
    yield document
    document.close()


@pytest.mark.parametrize("width", [PHONE, BIG_PHONE, DESK])
@pytest.mark.parametrize("change", ["0", OPEN_ALL, SPACED])
def test_nothing_runs_off_the_side_of_the_window(
    tab: Browser, page: Path, width: int, change: str
) -> None:
    tab.open(page, width)
    tab.ask(change)
    assert int(str(tab.ask("document.scrollingElement.scrollWidth"))) <= width


@pytest.mark.parametrize("width", [PHONE, BIG_PHONE, DESK])
def test_no_text_of_a_chart_is_cut_off_or_lies_over_another(
    tab: Browser, page: Path, width: int
) -> None:
    tab.open(page, width)
    seen, bad = asked(tab, CROWDED)
    assert int(str(seen)) > 10
    assert bad == []


def test_the_trades_have_words_and_numbers_and_no_line_through_the_words(
    tab: Browser, page: Path
) -> None:
    tab.open(page, DESK)
    assert asked(tab, CHARTS) == [1, 0, 0]
    assert asked(tab, STRUCK) == []


@pytest.mark.parametrize("question", [PALE, NAMELESS, TWICE, DEAD])
def test_everything_can_be_read_called_and_followed(
    tab: Browser, page: Path, question: str
) -> None:
    tab.open(page, DESK)
    tab.ask(OPEN_ALL)
    assert asked(tab, question) == []


@pytest.mark.skipif(not AXE, reason=NO_AXE)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_serious(tab: Browser, page: Path, width: int) -> None:
    tab.open(page, width)
    tab.ask(OPEN_ALL)
    assert broken_rules(tab) == []


def test_a_wide_table_moves_inside_its_own_box_by_keyboard_too(tab: Browser, page: Path) -> None:
    tab.open(page, PHONE)
    tab.ask(OPEN_ALL)
    assert asked(tab, STUCK) == []


def test_no_heading_skips_a_level(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    levels = [int(str(one)) for one in asked(tab, LEVELS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_tab_key_reaches_everything_in_reading_order(tab: Browser, page: Path) -> None:
    tab.open(page)
    stops = asked(tab, STOPS)
    assert len(stops) > 30
    for stop in stops:
        tab.press("Tab", 9)
        reached, outline, width = asked(tab, FOCUSED)
        assert reached == stop
        assert (outline, width) != ("none", "0px")


def test_the_position_is_one_sheet_of_paper(sheets: pypdfium2.PdfDocument) -> None:
    first, second = (sheets[at].get_textpage().get_text_range() for at in range(2))
    assert "Our position on one page" in first
    for part in ("Where we stop.", "Who may agree to what.", "How to speak."):
        assert part in first
        assert part not in second
    assert "In this report" in second
    assert "In this report" not in first


def test_on_paper_no_word_is_cut_off_or_lies_over_another(sheets: pypdfium2.PdfDocument) -> None:
    assert len(sheets) > 5
    assert [found for sheet in sheets for found in outside(sheet)] == []


def test_word_shows_the_redline_as_tracked_changes(page: Path) -> None:
    body = docx.Document(str(page.with_suffix(".docx"))).element.body
    inserted = ["".join(map(str, one.itertext())) for one in body.iter(qn("w:ins"))]
    deleted = ["".join(map(str, one.itertext())) for one in body.iter(qn("w:del"))]
    assert any(len(words) > 20 for words in inserted)
    assert any(len(words) > 20 for words in deleted)


def test_each_numbered_list_in_word_is_a_list_of_its_own(page: Path) -> None:
    document = docx.Document(str(page.with_suffix(".docx")))
    numbers = [
        str(next(iter(one._p.xpath("w:pPr/w:numPr/w:numId/@w:val")), ""))
        for one in document.paragraphs
    ]
    runs = [number for number, _ in groupby(numbers) if number]
    assert len(runs) > 3
    assert len(set(runs)) == len(runs)
