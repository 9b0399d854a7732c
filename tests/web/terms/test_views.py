"""The page Terms: the text in the editor, what it says beside it, its versions."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from fairterms_web.deals.access import content_of, listed, versions_of
from fairterms_web.deals.actions import save_files
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from fairterms_web.terms import pace as paces
from fairterms_web.terms import views
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import done
from tests.web.terms.table import (
    BOTH,
    DEARER,
    PATH,
    SCRIPT,
    TERMS,
    lay,
    page,
    read_contract,
    url,
)

pytestmark = pytest.mark.slow

MostQueries = Callable[[int], AbstractContextManager[object]]
BAD = "<script>alert(1)</script>"


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


def hash_of(by: Entered, path: str = "terms.toml") -> str:
    """The hash of a file of a room."""
    with acting(by.actor):
        return next(one.sha256 for one in listed(by) if one.path == path)


def check(client: Client, by: Entered, text: str, query: str = "") -> dict[str, object]:
    """What the editor is told of a text."""
    answered = client.post(url(by, "check", query), {"text": text})
    assert answered.status_code == 200
    told: dict[str, object] = json.loads(answered.content)
    return told


def test_without_terms_the_page_offers_to_begin_them(client: Client, by: Entered) -> None:
    told = page(client, by)
    assert "There is no terms.toml yet" in told
    assert "<textarea" not in told
    answered = client.post(url(by, "begin"), {"name": "terms.toml"})
    assert answered.headers["Location"] == url(by)
    assert "[contract]" in page(client, by)
    assert "fairterms show" not in page(client, by)


def test_the_text_stands_beside_what_it_says_and_where_the_contract_says_so(
    client: Client, by: Entered
) -> None:
    lay(by, BOTH)
    done(by, "review")
    told = page(client, by)
    assert "$2.00 PMPM" in told
    assert "Passes: <a" in told
    assert "No problems found." in told
    assert "Open page 1" in told
    assert 'data-reading="reading"' in told
    assert "Hash of these terms" in told


def test_a_citation_opens_its_page_with_the_words_marked(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(by, BOTH)
    read_contract(monkeypatch, by)
    query = "?document=01-agreement.txt&start=4&end=31"
    told = page(client, by, "cited", query)
    assert "The <mark>agreement of the group room</mark>." in told
    assert "#text-1-page-1" in told
    assert query.replace("&", "&amp;") in page(client, by)
    answered = client.get(url(by, "cited", query), headers={"HX-Request": "true"})
    assert b"<html" not in answered.content
    for wrong in ("?document=02.txt", "?document=01-agreement.txt&start=9&end=999999"):
        assert client.get(url(by, "cited", wrong)).status_code == 404
    assert client.get(url(by, "cited")).status_code == 302


def test_until_the_contract_is_read_the_page_says_that_citations_follow(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(by, BOTH)
    assert "The contract was not read yet" in page(client, by)
    read_contract(monkeypatch, by)
    assert "not read yet" not in page(client, by)
    lay(by, {"contract/01-agreement.txt": "Another agreement."})
    told = page(client, by)
    assert "Read the contract again" in told
    assert "Open page" not in told


def test_a_text_is_checked_as_one_types(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    good = check(client, by, TERMS)
    assert good["problems"] == []
    assert "Passes" in str(good["reading"])
    dearer = check(client, by, DEARER)
    assert "Fails" in str(dearer["reading"])
    assert "$300.00" in str(dearer["reading"])
    wrong = check(client, by, TERMS.replace('"$2.00 PMPM"', '"2"'))
    assert wrong["reading"] is None
    assert isinstance(wrong["problems"], list)
    (problem,) = wrong["problems"]
    assert problem["line"] == 10
    assert problem["severity"] == "mistake"


def test_a_check_saves_nothing(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    check(client, by, DEARER)
    client.post(url(by), {"text": DEARER, "seen": "", "do": "check"})
    with acting(by.actor):
        assert content_of(by, "terms.toml") == TERMS.encode()


def test_without_scripts_problems_stand_below_the_text_that_was_typed(
    client: Client, by: Entered
) -> None:
    lay(by, BOTH)
    typed = TERMS.replace("$2.00 PMPM", "free")
    answered = client.post(url(by), {"text": typed, "seen": "", "note": "why", "do": "check"})
    told = answered.content.decode()
    assert answered.status_code == 200
    assert "rate = &quot;free&quot;" in told
    assert "Line 10" in told
    assert 'value="why"' in told


def test_a_save_is_a_new_version_with_its_note(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    sent = {"text": DEARER.replace("\n", "\r\n"), "seen": hash_of(by), "note": "they agreed"}
    assert client.post(url(by), sent).headers["Location"] == url(by)
    with acting(by.actor):
        assert content_of(by, "terms.toml") == DEARER.encode()
        assert versions_of(by, "terms.toml")[0].note == "they agreed"
    assert "was saved as a new version" in page(client, by)
    client.post(url(by), {"text": DEARER, "seen": hash_of(by)})
    assert "nothing was saved" in page(client, by)


def test_nobody_saves_over_what_another_saved_meanwhile(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    seen = hash_of(by)
    lay(by, {"terms.toml": TERMS.replace("$2.00", "$2.50")})
    answered = client.post(url(by), {"text": DEARER, "seen": seen, "note": "mine"})
    told = answered.content.decode()
    assert answered.status_code == 409
    assert "$2.50 PMPM" in told
    assert "rate was" in told
    assert "$3.00 PMPM" in told
    assert 'value="mine"' in told
    assert hash_of(by) in told
    with acting(by.actor):
        assert b"$2.50" in content_of(by, "terms.toml")
    client.post(url(by), {"text": DEARER, "seen": hash_of(by)})
    with acting(by.actor):
        assert content_of(by, "terms.toml") == DEARER.encode()


def test_an_empty_text_is_told_and_nothing_is_saved(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    answered = client.post(url(by), {"text": " \r\n", "seen": hash_of(by)})
    assert answered.status_code == 302
    answered = client.post(url(by), {"text": "\r\n", "seen": hash_of(by)})
    assert answered.status_code == 422
    assert "the file is empty" in answered.content.decode()


def test_a_script_runs_under_the_saved_terms(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    query = f"?path={PATH}"
    assert "Passes: A hundred months" in page(client, by, query=query)
    wrong = check(client, by, SCRIPT.replace("$200.00", "$201.00"), query)
    assert "the terms give" in str(wrong["reading"]).lower()
    assert "$200.00" in str(wrong["reading"])


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("deal.toml", "[nobody]\n"),
        ("risks.toml", "[[risk]]\n"),
        ("positions.toml", "[nobody]\n"),
        ("responsibilities.toml", "[nobody]\n"),
        ("forecast.toml", "[nobody]\n"),
        ("readiness.toml", "[nobody]\n"),
        ("outcomes.toml", "[nobody]\n"),
        ("duties.toml", "[nobody]\n"),
        ("scenarios/bad.toml", 'a = "much"\n'),
        ("offers/first.toml", "[[nobody]]\n"),
        (PATH, 'nobody = "1"\n'),
        ("scripts/equivalent.toml", "a = \n"),
        ("anything.toml", "a = \n"),
    ],
)
def test_every_text_of_the_folder_is_told_its_problems(
    client: Client, by: Entered, path: str, text: str
) -> None:
    told = check(client, by, text, f"?path={path}")
    assert told["problems"], path
    assert "deal/" not in json.dumps(told)
    assert "/tmp" not in json.dumps(told)  # noqa: S108 - it is looked for


@pytest.mark.parametrize(
    "path", ["records/members.toml", "log.toml", "../terms.toml", "notes.txt", "contract/a.toml"]
)
def test_no_other_file_is_opened(client: Client, by: Entered, path: str) -> None:
    for view in ("page", "versions"):
        assert client.get(url(by, view, f"?path={path}")).status_code == 404
    assert client.post(url(by, "check", f"?path={path}"), {"text": "a"}).status_code == 404
    sent = {"text": "a = 1", "seen": ""}
    assert client.post(url(by, query=f"?path={path}"), sent).status_code == 404


def test_what_a_text_says_is_shown_as_text_and_never_run(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = TERMS.replace("Larch", BAD).replace('"fee"', f'"fee"\ntitle = "{BAD}"')
    script = SCRIPT.replace("A hundred months", BAD).replace("$200.00", "$1.00")
    cited = bad.replace('quote = "agreement', f'quote = "{BAD} agreement')
    lay(by, {"terms.toml": f"# </textarea>{BAD}\n{cited}", PATH: script})
    read_contract(monkeypatch, by)
    told = page(client, by)
    assert BAD not in told
    assert told.count("</textarea>") == 1
    assert BAD not in str(check(client, by, cited)["reading"])
    wrong = page(client, by, query=f"?path={PATH}")
    assert BAD not in wrong
    unknown = bad.replace("care_coordination", BAD).replace("rate =", "'<img src=x>' =")
    answered = client.post(url(by), {"text": unknown, "seen": "", "do": "check"})
    assert BAD not in answered.content.decode()
    assert "<img" not in answered.content.decode()
    conflict = client.post(url(by), {"text": f"# {BAD}", "seen": "0"})
    assert conflict.status_code == 409
    assert BAD not in conflict.content.decode()
    assert BAD not in page(client, by, "versions")


def test_a_very_long_text_is_told_so_and_can_still_be_saved(client: Client, by: Entered) -> None:
    lay(by, BOTH)
    long = TERMS + "# word\n" * 43_000
    assert len(long) > 300_000
    told = check(client, by, long)
    assert "letters" in str(told["problems"])
    assert client.post(url(by), {"text": long, "seen": hash_of(by)}).status_code == 302
    with acting(by.actor):
        assert content_of(by, "terms.toml") == long.encode()
    assert "letters" in page(client, by)


def test_who_asks_faster_than_anybody_types_is_told_to_wait(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(by, BOTH)
    monkeypatch.setattr(views, "pace", paces.Pace())
    monkeypatch.setattr(paces, "MOST", 2)
    check(client, by, TERMS)
    check(client, by, TERMS)
    assert client.post(url(by, "check"), {"text": TERMS}).status_code == 429


def test_two_versions_are_compared_in_plain_words(client: Client, by: Entered) -> None:
    assert "There is no version yet" in page(client, by, "versions")
    lay(by, BOTH)
    lay(by, {"terms.toml": DEARER})
    with acting(by.actor):
        new, old = versions_of(by, "terms.toml")
        script = versions_of(by, PATH)[0]
    told = page(client, by, "versions", f"?old={new.id}&new={old.id}")
    assert "From version 1 to version 2" in told
    assert "fee: rate was $2.00 PMPM, and is now $3.00 PMPM." in told
    assert "<del><code>rate = &quot;$2.00 PMPM&quot;</code></del>" in told
    crossed = url(by, "versions", f"?old={old.id}&new={script.id}")
    assert client.get(crossed).status_code == 404


def test_files_are_begun_from_templates(client: Client, by: Entered) -> None:
    for folder, name in (("scripts", "Minimum met"), ("offers", "first"), ("scenarios", "bad")):
        answered = client.post(url(by, "begin"), {"folder": folder, "name": name})
        assert "path=" in answered.headers["Location"]
    with acting(by.actor):
        begun = {one.path for one in listed(by)}
    assert {"scripts/minimum-met.toml", "offers/first.toml", "scenarios/bad.toml"} <= begun
    again = client.post(url(by, "begin"), {"folder": "offers", "name": "first"})
    assert again.status_code == 302
    assert "is there already" in page(client, by)
    for sent in ({"folder": "records", "name": "a"}, {"folder": "scripts", "name": "../x"}, {}):
        assert client.post(url(by, "begin"), sent).status_code == 422


def test_a_viewer_reads_and_changes_nothing(cast: Cast, by: Entered) -> None:
    lay(by, BOTH)
    viewer = cast.client("viewer")
    told = page(viewer, by)
    assert "<textarea" not in told
    assert "$2.00 PMPM" in told
    for view in ("page", "check", "begin"):
        assert viewer.post(url(by, view), {"text": "a = 1", "seen": ""}).status_code == 403


def test_no_page_asks_the_database_more_than_fifteen_times(
    client: Client,
    by: Entered,
    django_assert_max_num_queries: MostQueries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lay(by, {**BOTH, "deal.toml": "[deal]\n", "offers/a.toml": "[[change]]\n"})
    lay(by, {"positions.toml": "[group]\n"})
    read_contract(monkeypatch, by)
    cold = [("page", ""), ("page", f"?path={PATH}"), ("page", "?path=positions.toml")]
    for view, query in (*cold, ("versions", ""), ("signing", ""), ("offer", "")):
        with django_assert_max_num_queries(15):
            page(client, by, view, query)
    with django_assert_max_num_queries(15):
        check(client, by, DEARER)


def test_what_was_read_in_one_room_is_not_told_in_another(
    cast: Cast, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(by, BOTH)
    read_contract(monkeypatch, by)
    assert "Open page 1" in page(cast.client("owner"), by)
    plan = cast.entered("other party", "plan")
    lay(plan, BOTH)
    told = page(cast.client("other party"), plan)
    assert "Open page" not in told
    assert "There is no contract in this room yet" in told
    with acting(plan.actor):
        save_files(by=plan, files={"contract/01-agreement.txt": b"The plan's own."})
    assert "Open page" not in page(cast.client("other party"), plan)
