"""What the scripts add, done with the keyboard alone."""

import json
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

from tests.browser.chromium import Browser
from tests.web.look.visit import refused, visit

pytestmark = pytest.mark.slow

ENTER = ("Enter", 13, "\r")
TAB = ("Tab", 9)
ESCAPE = ("Escape", 27)
RIGHT = ("ArrowRight", 39)


@pytest.fixture
def page(tab: Browser, address: str) -> Browser:
    visit(tab, address + "/look/")
    # The scripts are modules: they run after the page is read, and are there once it sorts.
    wait(tab, "document.querySelector('.sort') !== null")
    return tab


def wait(tab: Browser, condition: str) -> None:
    tab.ask(f"""new Promise((done, fail) => {{ const end = Date.now() + 10000;
      const look = () => {{ if ({condition}) done(1);
        else if (Date.now() > end) fail(new Error('never came')); else setTimeout(look, 20); }};
      look(); }})""")


def arrive(tab: Browser, condition: str) -> None:
    """Wait across the moment in which one page gives way to the next."""
    for _ in range(200):
        with suppress(AssertionError):
            if tab.ask(condition) is True:
                return
        sleep(0.05)
    pytest.fail(f"never came: {condition}")


def focus(tab: Browser, selector: str) -> None:
    tab.ask(f"document.querySelector({json.dumps(selector)}).focus()")


def active(tab: Browser) -> str:
    return str(tab.ask("document.activeElement.outerHTML.slice(0, 160)"))


def test_the_first_stop_leads_past_the_frame(page: Browser) -> None:
    page.press(*TAB)
    assert 'class="skip"' in active(page)
    page.press(*ENTER)
    wait(page, "document.activeElement.id === 'main'")


def test_a_theme_is_chosen_and_stays(page: Browser, address: str) -> None:
    try:
        focus(page, '.themes [value="dark"]')
        page.press(*ENTER)
        look = "getComputedStyle(document.body).backgroundColor"
        assert page.ask("document.documentElement.dataset.theme") == "dark"
        assert page.ask(look) == "rgb(18, 22, 27)"
        assert page.ask("location.pathname") == "/look/", "the form was not sent"
        visit(page, address + "/look/words/")
        assert page.ask(look) == "rgb(18, 22, 27)"
        pressed = "document.querySelector('.themes [aria-pressed=true]').value"
        assert page.ask(pressed) == "dark"
        focus(page, '.themes [value="auto"]')
        page.press(*ENTER)
        assert page.ask(look) == "rgb(255, 255, 255)"
    finally:
        page.ask("document.cookie = 'theme=; path=/; max-age=0'")


def column(tab: Browser, table: str, at: int) -> list[str]:
    rows = f"[...document.querySelector({json.dumps(table)}).tBodies[0].rows]"
    found = json.loads(
        str(tab.ask(f"JSON.stringify({rows}.map(row => row.cells[{at}].textContent.trim()))"))
    )
    assert isinstance(found, list)
    return found


def test_a_table_sorts_by_amount_both_ways_and_empty_cells_stay_last(page: Browser) -> None:
    focus(page, "table.sortable thead th:nth-child(2) .sort")
    page.press(*ENTER)
    up = ["−$12,000.00", "$3,100.00", "$48,451.20", ""]
    assert column(page, "table.sortable", 1) == up
    sorts = "[...document.querySelectorAll('table.sortable th')].map(one => one.ariaSort).join()"
    assert page.ask(sorts) == ",ascending,,,,,"
    page.press(*ENTER)
    assert column(page, "table.sortable", 1) == [*reversed(up[:3]), ""]
    assert page.ask(sorts) == ",descending,,,,,"
    assert "sort" in active(page), "the keyboard stays where it was"


def test_a_table_sorts_by_words_and_by_share(page: Browser) -> None:
    focus(page, "table.sortable thead th:nth-child(1) .sort")
    page.press(*ENTER)
    assert column(page, "table.sortable", 0) == ["Advance", "Loss cap", "Savings", "Withhold"]
    focus(page, "table.sortable thead th:nth-child(3) .sort")
    page.press(*ENTER)
    assert column(page, "table.sortable", 2) == ["4.5 %", "9 %", "31 %", ""]


def test_a_sum_stays_at_the_foot(page: Browser) -> None:
    focus(page, "#clauses thead th:nth-child(2) .sort")
    page.press(*ENTER)
    page.press(*ENTER)
    assert column(page, "#clauses table", 0) == ["Savings", "Cap", "Withhold", "Sum"]


@pytest.mark.parametrize("word", ["main > p a.term", '.term[href="#report-word-withhold"]'])
def test_a_word_explains_itself_to_the_keyboard_and_escape_closes_it(
    page: Browser, word: str
) -> None:
    focus(page, word)
    assert page.ask("document.querySelector('.meaning').textContent") == (
        "Part of pay kept back until conditions are met."
    )
    assert page.ask(f"document.querySelector({json.dumps(word)}).getAttribute('aria-describedby')")
    at = page.ask("""JSON.stringify((box => [box.left >= 0, box.right <= innerWidth,
      box.width > 100])(document.querySelector('.meaning').getBoundingClientRect()))""")
    assert at == "[true,true,true]"
    page.press(*ESCAPE)
    assert page.ask("document.querySelector('.meaning')") is None
    assert "term" in active(page)
    page.press(*TAB)
    assert page.ask("document.querySelector('.meaning')") is None


def test_a_word_explains_itself_to_the_pointer(page: Browser) -> None:
    box = json.loads(
        str(
            page.ask("""JSON.stringify((at => [at.x + 5, at.y + 5])(
      document.querySelector('main > p a.term').getBoundingClientRect()))""")
        )
    )
    page.say("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
    wait(page, "document.querySelector('.meaning') !== null")
    page.say("Input.dispatchMouseEvent", type="mouseMoved", x=5, y=600)
    wait(page, "document.querySelector('.meaning') === null")


def test_a_finding_leads_to_its_words_and_back(page: Browser) -> None:
    focus(page, '.beside a[href="#words-2"]')
    page.press(*ENTER)
    assert 'href="#finding-2"' in active(page)
    assert page.ask("document.querySelector('.lit').id") == "words-2"
    inside = """(pane => mark => mark.top >= pane.top && mark.bottom <= pane.bottom)(
      document.querySelector('.beside-right').getBoundingClientRect())(
      document.getElementById('words-2').getBoundingClientRect())"""
    assert page.ask(inside) is True
    assert page.ask("location.hash") == "#words-2"
    page.press(*ESCAPE)
    assert 'href="#words-2"' in active(page)
    page.press(*ENTER)
    page.press(*ENTER)
    assert 'id="finding-2"' in active(page), "the mark itself leads back"


def test_what_cannot_be_undone_is_asked_about_first(page: Browser) -> None:
    focus(page, "#removal button")
    page.press(*ENTER)
    asked = "[...document.querySelectorAll('dialog h2, dialog p, dialog button')]"
    assert page.ask(f"{asked}.map(one => one.textContent).join('|')") == (
        "Dismiss this finding?|The finding is dismissed for everybody in this room.|Cancel|Dismiss"
    )
    assert ">Cancel<" in active(page)
    page.press(*ESCAPE)
    wait(page, "document.querySelector('dialog') === null")
    assert "Dismiss" in active(page), "the keyboard is back on the button"
    assert page.ask("document.querySelector('.summary')") is None, "nothing was sent"
    page.press(*ENTER)
    page.press(*TAB)
    assert ">Dismiss<" in active(page)
    page.press(*ENTER)
    arrive(page, "document.querySelector('.summary') !== null")


def test_a_slider_moves_its_number_and_tells_once(page: Browser) -> None:
    page.ask("""window.told = 0; document.getElementById('move')
      .addEventListener('change', () => window.told++)""")
    focus(page, ".slider input[type=range]")
    for _ in range(3):
        page.press(*RIGHT)
    assert page.ask("document.getElementById('id_rate').value") == "65"
    assert page.ask("document.activeElement.getAttribute('aria-valuetext')") == "65 %"
    wait(page, "window.told > 0")
    page.ask("new Promise(done => setTimeout(done, 400))")
    assert page.ask("window.told") == 1
    sent = "[...new FormData(document.getElementById('move'))].join()"
    assert page.ask(sent) == "rate,65", "the number alone is sent"


def test_a_number_moves_its_slider(page: Browser) -> None:
    page.ask("document.getElementById('id_rate').select()")
    focus(page, "#id_rate")
    page.say("Input.insertText", text="30")
    assert page.ask("document.querySelector('.slider input[type=range]').value") == "30"


def test_files_are_named_and_too_much_is_told_before_it_is_sent(
    page: Browser, tmp_path: Path
) -> None:
    small, large = tmp_path / "small.txt", tmp_path / "large.txt"
    small.write_text("a" * 500, encoding="utf-8")
    large.write_text("a" * 1500, encoding="utf-8")
    root = page.say("DOM.getDocument")["root"]
    assert isinstance(root, dict)
    node = page.say("DOM.querySelector", nodeId=root["nodeId"], selector="#id_contract")["nodeId"]
    fault = "document.querySelector('[data-fault]')"
    page.say("DOM.setFileInputFiles", files=[str(large)], nodeId=node)
    wait(page, f"!{fault}.hidden")
    assert page.ask(f"{fault}.textContent") == (
        "These files are 2 kB; at most 1 kB can be sent at once."
    )
    assert page.ask("document.getElementById('id_contract').checkValidity()") is False
    page.say("DOM.setFileInputFiles", files=[str(small)], nodeId=node)
    wait(page, f"{fault}.hidden")
    assert page.ask("document.querySelector('[data-files]').textContent") == "small.txt, 500 bytes"
    assert page.ask("document.getElementById('id_contract').checkValidity()") is True


def test_what_htmx_changes_is_said_and_may_be_undone(page: Browser) -> None:
    page.ask("htmx.ajax('GET', '/said/', {target: '.side', swap: 'innerHTML'})")
    wait(page, "document.querySelector('.toasts .toast') !== null")
    assert page.ask("document.querySelector('.toast p').textContent") == "Done"
    assert page.ask("document.querySelector('.toast form').getAttribute('action')") == "/u/"
    assert page.ask("document.querySelector('.toast [name=csrfmiddlewaretoken]').value.length > 20")
    wait(page, "document.getElementById('said').textContent === 'Done'")
    focus(page, ".toast [data-close]")
    page.press(*ENTER)
    assert page.ask("document.querySelector('.toast')") is None
    assert "main" in active(page)
    assert page.ask("document.getElementById('answer').textContent") == "Changed"


@pytest.mark.parametrize("undo", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_undo_leads_nowhere_else(page: Browser, undo: str) -> None:
    detail = json.dumps({"detail": {"text": "Done", "undo": undo}})
    page.ask(f"document.dispatchEvent(new CustomEvent('toast', {detail}))")
    assert page.ask("document.querySelector('.toast p').textContent") == "Done"
    assert page.ask("document.querySelector('.toast form')") is None


@pytest.mark.parametrize("fault", ["/500/", "/403/"])
def test_a_failed_change_is_said_at_once(page: Browser, fault: str) -> None:
    page.ask(f"htmx.ajax('GET', '{fault}', {{target: '.side'}}).catch(() => 0)")
    wait(page, "document.getElementById('said_at_once').textContent !== ''")
    said = str(page.ask("document.getElementById('said_at_once').textContent"))
    assert said.endswith(("before you try again.", "to see what is."))
    assert page.ask("document.querySelector('.side h2').textContent") == "About this page"


def test_the_policy_refuses_nothing_the_page_needs_and_htmx_runs_no_text(page: Browser) -> None:
    focus(page, "main > p a.term")
    page.ask("""(() => { const one = document.createElement('div');
      one.setAttribute('hx-on:click', 'window.ran = 1'); document.body.append(one);
      htmx.process(one); one.click(); one.remove(); })()""")
    assert page.ask("window.ran === undefined") is True
    assert refused(page) == []
    assert page.ask("document.querySelectorAll('style').length") == 0
