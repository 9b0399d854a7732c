"""The risk pages in a real browser and on paper, made as a user would."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from fairterms.cli.group import app
from tests.browser.access import AXE, NAMELESS, NO_AXE, PALE, TWICE, asked, broken_rules
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.browser.paper import outside
from tests.browser.test_findings import DEAD
from tests.browser.test_forecast import CHARTS, CODE, LEVELS, STRUCK, STUCK
from tests.browser.test_report import CROWDED, DESK, FOCUSED, OPEN_ALL, PHONE, SPACED, STOPS

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"
BIG_PHONE = 375


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("risks")
    result = CliRunner().invoke(app, ["risks", str(CEDAR), "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder / "risks.html"


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


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
    assert int(str(seen)) > 60
    assert bad == []


def test_no_line_of_a_chart_runs_through_its_words(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    assert asked(tab, STRUCK) == []


def test_every_chart_has_words_and_a_table_of_its_numbers(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    charts, wordless, without_table = asked(tab, CHARTS)
    assert int(str(charts)) >= 3
    assert (wordless, without_table) == (0, 0)


@pytest.mark.parametrize("question", [PALE, NAMELESS, TWICE, DEAD, CODE])
def test_everything_can_be_read_called_and_followed(
    tab: Browser, page: Path, question: str
) -> None:
    tab.open(page, DESK)
    tab.ask(OPEN_ALL)
    found = [one for one in asked(tab, question) if not str(one).endswith(".pdf")]
    assert found == []


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
    assert len(stops) > 15
    for stop in stops:
        tab.press("Tab", 9)
        reached, outline, width = asked(tab, FOCUSED)
        assert reached == stop
        assert (outline, width) != ("none", "0px")


def test_on_paper_no_word_is_cut_off_or_lies_over_another(page: Path) -> None:
    document = pypdfium2.PdfDocument(page.with_suffix(".pdf"))
    assert len(document) > 5
    assert [found for sheet in document for found in outside(sheet)] == []
    document.close()
