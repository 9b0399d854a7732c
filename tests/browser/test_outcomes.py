"""The page of a group's results in a real browser, made from Cedar's records as a user would."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fairterms.cli.group import app
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser
from tests.browser.test_findings import DEAD
from tests.browser.test_report import CROWDED, DESK, OPEN_ALL, PHONE

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

CEDAR = Path(__file__).parents[2] / "examples" / "cedar"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outcomes")
    result = CliRunner().invoke(app, ["outcomes", str(CEDAR), "--out", str(folder)])
    assert result.exit_code == 0, result.output
    return folder / "outcomes.html"


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("change", ["0", OPEN_ALL])
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
    seen, bad = json.loads(str(tab.ask(CROWDED)))
    assert seen > 40
    assert bad == []


def test_no_link_is_dead(tab: Browser, page: Path) -> None:
    tab.open(page, DESK)
    assert json.loads(str(tab.ask(DEAD))) == []
