"""The frame of a page, its errors and its forms, as any reader of the HTML finds them."""

import re
from email.message import Message
from itertools import pairwise
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

import pytest
from lxml import html as reader

PAGES = ("/look/words/", "/accounts/login/", "/accounts/signup/", "/accounts/password/reset/")
ERRORS = {"/400/": 400, "/403/": 403, "/nowhere/": 404, "/500/": 500}


class Still(HTTPRedirectHandler):
    """Follow nothing."""

    def redirect_request(self, *_: object) -> None:
        return None


def ask(url: str, sent: dict[str, str] | None = None, **headers: str) -> tuple[int, str, Message]:
    opener: OpenerDirector = build_opener(Still)
    body = urlencode(sent).encode() if sent is not None else None
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with opener.open(Request(url, body, named)) as answer:  # noqa: S310 - our own server
            return answer.status, answer.read().decode(), answer.headers
    except HTTPError as refused:
        with refused:
            return refused.code, refused.read().decode(), refused.headers


def found(root: reader.HtmlElement, path: str) -> list[reader.HtmlElement]:
    elements = root.xpath(path)
    assert isinstance(elements, list)
    return [one for one in elements if isinstance(one, reader.HtmlElement)]


def only(root: reader.HtmlElement, path: str) -> reader.HtmlElement:
    (one,) = found(root, path)
    return one


def read(text: str) -> reader.HtmlElement:
    root = reader.document_fromstring(text)
    assert isinstance(root, reader.HtmlElement)
    return root


def token(page: str) -> str:
    named = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert named
    return named[1]


@pytest.mark.parametrize("page", [*PAGES, *ERRORS])
def test_a_page_has_one_title_one_main_part_and_a_way_past_the_frame(
    address: str, page: str
) -> None:
    root = read(ask(address + page)[1])
    assert root.get("lang") == "en"
    assert len(root.findall(".//h1")) == 1
    assert [main.get("id") for main in root.findall(".//main")] == ["main"]
    links = [link for link in root.iter("a") if link.get("class") == "skip"]
    assert [link.get("href") for link in links] == ["#main"]
    levels = [int(str(one.tag)[1]) for one in only(root, "//main").iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("page", [*PAGES, *ERRORS])
def test_nothing_on_a_page_needs_a_weaker_policy(address: str, page: str) -> None:
    _, text, _ = ask(address + page)
    root = read(text)
    assert found(root, "//*[@style]") == []
    assert found(root, "//*[@*[starts-with(name(), 'on')]]") == []
    inline = [one for one in root.iter("script") if not one.get("src")]
    assert [one for one in inline if one.get("type") != "application/json"] == []
    foreign = re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]*"', text)
    assert foreign == []


def test_htmx_runs_no_text_and_keeps_no_page(address: str) -> None:
    _, text, _ = ask(address + "/look/words/")
    content = str(only(read(text), "//meta[@name='htmx-config']").get("content"))
    for wanted in (
        '"allowEval": false',
        '"includeIndicatorStyles": false',
        '"selfRequestsOnly": true',
        '"allowScriptTags": false',
        '"historyCacheSize": 0',
    ):
        assert wanted in content


@pytest.mark.parametrize(("page", "status"), ERRORS.items())
def test_an_error_says_what_to_do(address: str, page: str, status: int) -> None:
    code, text, _ = ask(address + page)
    main = only(read(text), "//main")
    assert code == status
    assert len(main.findall("p")) == 3
    assert [one.get("href") for one in main.iter("a")] == ["/"]


def test_a_404_is_the_same_to_the_byte_whatever_was_asked_and_by_whom(address: str) -> None:
    pages = {
        ask(address + "/rooms/" + "0" * 32 + "/read/")[1],
        ask(address + "/nowhere/?q=<b>")[1],
        ask(address + "/nowhere/", Cookie="csrftoken=" + "a" * 32)[1],
    }
    assert len(pages) == 1
    assert "nowhere" not in pages.pop()


def test_the_colours_are_chosen_without_scripts_too(address: str) -> None:
    _, page, headers = ask(address + "/look/words/")
    cookie = str(headers["Set-Cookie"]).split(";")[0]
    sent = {"csrfmiddlewaretoken": token(page), "theme": "dark"}
    back = address + "/look/words/"
    code, _, answer = ask(address + "/look/theme/", sent, Cookie=cookie, Referer=back)
    assert (code, answer["Location"]) == (302, back)
    assert str(answer["Set-Cookie"]).startswith("theme=dark;")
    assert 'data-theme="dark"' in ask(back, Cookie="theme=dark")[1]


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "javascript:alert(1)", ""])
def test_the_choice_of_colours_leads_nowhere_else(address: str, back: str) -> None:
    _, page, headers = ask(address + "/look/words/")
    cookie = str(headers["Set-Cookie"]).split(";")[0]
    sent = {"csrfmiddlewaretoken": token(page), "theme": "<script>"}
    _, _, answer = ask(address + "/look/theme/", sent, Cookie=cookie, Referer=back)
    assert answer["Location"] == "/"
    assert "theme" not in str(answer["Set-Cookie"])


def test_a_cookie_nobody_set_changes_nothing(address: str) -> None:
    assert "data-theme=" not in ask(address + "/look/words/", Cookie='theme="><b>')[1]


def test_a_field_is_tied_to_its_label_and_its_error(address: str) -> None:
    _, page, headers = ask(address + "/accounts/password/reset/")
    cookie = str(headers["Set-Cookie"]).split(";")[0]
    sent = {"csrfmiddlewaretoken": token(page), "email": "nobody"}
    _, text, _ = ask(address + "/accounts/password/reset/", sent, Cookie=cookie)
    root = read(text)
    field = only(root, "//input[@name='email']")
    assert found(root, f"//label[@for='{field.get('id')}']")
    for name in str(field.get("aria-describedby")).split():
        assert str(only(root, f"//*[@id='{name}']").text_content()).strip()
    assert field.get("aria-invalid") == "true"
    told = only(root, "//*[@role='alert' and contains(@class, 'summary')]//a")
    assert told.get("href") == "#" + str(field.get("id"))
