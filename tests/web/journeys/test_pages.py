"""What a page owes is missed where it is missing."""

from pathlib import Path

import pytest

from tests.web.journeys.pages import faults
from tests.web.journeys.tab import Tab

pytestmark = pytest.mark.slow

GOOD = """<!doctype html><html lang="en"><head><title>A</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="data:text/css,body, a {{ background: Canvas; color: CanvasText }}">
</head><body><a class="skip" href="#main">Skip</a><header class="top">Top</header>
<main id="main"><h1>A</h1><h2>B</h2><p>Text</p>
<form method="post"><input type="hidden" name="csrfmiddlewaretoken"><button>Do</button></form>
{}</main><footer class="foot"><p>Foot</p></footer>{}</body></html>"""
FAULTS = {
    "not one heading of the first level": "<h1>Again</h1>",
    "not one main part": "<main>Again</main>",
    "levels of headings that are skipped": "<h4>Deep</h4>",
    "a style that the policy refuses": "<p style='margin: 0'>Styled</p>",
    "forms that go nowhere without scripts": "<form method='post'><button>Do</button></form>",
    "links that go nowhere": "<a href='#nowhere'>There</a>",
    "without a name": "<h3></h3>",
    "the same name twice": "<p id='main'>Twice</p>",
    "refused or gone wrong": "<script>throw new Error('wrong')</script>",
    "axe, light": "<img src='data:,'>",
    "axe, dark": "<p><font color='#555'>Grey on dark</font></p>",
    "wider than the window": "<table><tr><td>" + "wide" * 20 + "</td></tr></table>",
}


def shown(tab: Tab, folder: Path, more: str, after: str = "") -> dict[str, object]:
    page = folder / "page.html"
    page.write_text(GOOD.format(more, after), encoding="utf-8")
    tab.go(page.as_uri())
    return faults(tab)


def test_a_good_page_has_no_fault(tab: Tab, tmp_path: Path) -> None:
    assert shown(tab, tmp_path, "") == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(tab: Tab, tmp_path: Path, fault: str) -> None:
    assert fault in shown(tab, tmp_path, FAULTS[fault])


def test_words_outside_every_landmark_are_found(tab: Tab, tmp_path: Path) -> None:
    assert list(shown(tab, tmp_path, "", "<p>Lost</p>")) == ["words outside every landmark"]


def test_a_form_without_a_button_goes_nowhere_without_scripts(tab: Tab, tmp_path: Path) -> None:
    form = "<form><label>One <input></label><button type='button'>Do</button></form>"
    assert list(shown(tab, tmp_path, form)) == ["forms that go nowhere without scripts"]


def test_a_missing_frame_is_found(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "bare.html"
    page.write_text("<!doctype html><html lang=en><title>A</title><main><h1>A</h1></main>")
    tab.go(page.as_uri())
    assert "parts of the frame that are not there" in faults(tab)
