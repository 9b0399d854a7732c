"""The questions about access find what they look for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.access import AXE, NAMELESS, NO_AXE, PALE, TWICE, asked, broken_rules
from tests.browser.chromium import MISSING, PROGRAM, Browser, browser

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason=MISSING)]

GOOD = (
    "<!doctype html><html lang=en><title>A</title><main><h1>A</h1><p id=p>Dark <a href=#p>on</a>"
    "<table><caption>T</caption><tr><th scope=col>B<tr><td>1</table></main>"
)
FAULTS = {
    PALE: '<p style="color: #999">pale</p>',
    NAMELESS: '<a href="#p"></a>',
    TWICE: "<p id=p>again</p>",
}


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


def shown(tab: Browser, folder: Path, more: str = "") -> None:
    page = folder / "page.html"
    page.write_text(GOOD + more, encoding="utf-8")
    tab.open(page)


@pytest.mark.parametrize("question", FAULTS)
def test_a_fault_is_found_and_a_good_page_passes(
    tab: Browser, tmp_path: Path, question: str
) -> None:
    shown(tab, tmp_path)
    assert asked(tab, question) == []
    shown(tab, tmp_path, FAULTS[question])
    assert len(asked(tab, question)) == 1


@pytest.mark.parametrize(
    "fault",
    ["<table><tr><td>1</table>", "<img src=x>", "<div role=img></div>", "<h2></h2>"],
)
def test_whatever_has_no_name_is_found(tab: Browser, tmp_path: Path, fault: str) -> None:
    shown(tab, tmp_path, fault)
    assert len(asked(tab, NAMELESS)) == 1


def test_large_text_may_be_paler_than_small_text(tab: Browser, tmp_path: Path) -> None:
    pale = '<p style="color: #888; font-size: {}px">grey</p>'
    shown(tab, tmp_path, pale.format(30))
    assert asked(tab, PALE) == []
    shown(tab, tmp_path, pale.format(12))
    assert len(asked(tab, PALE)) == 1


@pytest.mark.skipif(not AXE, reason=NO_AXE)
def test_axe_finds_a_picture_without_words(tab: Browser, tmp_path: Path) -> None:
    shown(tab, tmp_path)
    assert broken_rules(tab) == []
    shown(tab, tmp_path, "<img src=x>")
    assert [one[0] for one in broken_rules(tab) if isinstance(one, list)] == ["image-alt"]
