"""The page Simulate: sliders, answers, the worksheet, two versions, offers, the forecast."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import escape
from typing import Any, cast

import pytest
from django.test import Client

from fairterms_web.deals import access as files
from fairterms_web.deals.actions import give
from fairterms_web.rooms import access as rooms
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import Kind
from fairterms_web.rooms.walls import acting
from fairterms_web.simulate.shelf import SHELF
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import decided, now
from tests.web.simulate.room_with_deal import BUDGET, MOVED, get, key_number, put, text, url

pytestmark = pytest.mark.slow

MostQueries = Callable[[int], AbstractContextManager[object]]
LEAVES = "A year on average leaves"
EVIL = '"><script>alert(1)</script>'


@pytest.fixture
def by(cast: Cast, deal_files: dict[str, bytes]) -> Entered:
    """The group's room, with a deal in it."""
    return put(cast.entered("owner", "group"), deal_files)


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


def test_the_page_shows_every_number_and_what_the_deal_leaves_as_it_stands(
    client: Client, by: Entered
) -> None:
    html = text(get(client, by))
    assert f'name="at.{BUDGET}"' in html
    assert "Nothing is moved." in html
    assert "Chance of a loss" in html
    assert "What each clause is worth" in html
    assert f'hx-post="{url(by, "run")}"' in html
    assert "Undo the last slider" not in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert not re.search(r'\sstyle="|<script>|\bon[a-z]+="', html)


def test_a_moved_slider_is_answered_with_the_difference_and_its_error(
    client: Client, by: Entered
) -> None:
    answer = client.post(url(by, "run"), {f"at.{BUDGET}": "2.20"}, headers={"HX-Request": "true"})
    html = text(answer)
    assert "What you moved" in html
    assert "$2.00 PMPM" in html
    assert "$2.20 PMPM" in html
    assert re.search(r"\+\$[0-9,]+ ± \$[0-9,]+", key_number(html, LEAVES))
    assert "<html" not in html
    assert f'name="set" value="{MOVED.replace("2.2", "2.20")}" form="sliders"' in html
    assert answer.headers["HX-Push-Url"] == f"{url(by)}?set={BUDGET}%3A2.20"
    assert 'data-said="A year on average leaves: ' in html
    assert url(by, "refine") in html


@pytest.mark.slow
def test_a_surer_answer_comes_from_more_years_and_asks_for_no_other(
    client: Client, by: Entered
) -> None:
    asked = {"set": MOVED}
    answer = client.get(url(by, "refine"), asked, headers={"HX-Request": "true"})
    html = text(answer)
    assert "2,048 made-up years" in html
    assert url(by, "refine") not in html
    first = text(client.post(url(by, "run"), asked))
    assert "1,024 made-up years" in first
    assert key_number(first, LEAVES) != key_number(html, LEAVES)


def test_without_scripts_the_form_leads_to_an_address_that_holds_what_was_moved(
    client: Client, by: Entered
) -> None:
    sent = {f"at.{BUDGET}": "2.2", "at.cost_to_comply": "3,000.00", "set": "cost_to_comply:3500"}
    answer = get(client, by, **sent)
    assert answer.status_code == 302
    assert answer.headers["Location"] == (
        f"{url(by)}?set=cost_to_comply%3A3500&set=performance.budget%3A2.2"
        "&set=cost_to_comply%3A3000.00"
    )
    html = text(client.get(answer.headers["Location"]))
    assert "As you moved it" in html
    assert re.search(rf'id="id_at.{BUDGET}"[^>]* value="2.2"', html)
    undone = f"{url(by)}?set=cost_to_comply%3A3500&amp;set=performance.budget%3A2.2"
    assert f'href="{undone}">Undo the last slider' in html
    refined = client.get(url(by, "refine"), {"set": MOVED})
    assert refined.headers["Location"] == f"{url(by)}?set={BUDGET}%3A2.2&more=1"
    assert "2,048 made-up years" in text(client.get(refined.headers["Location"]))


def test_what_cannot_be_set_is_said_with_its_ends_and_what_was_typed(
    client: Client, by: Entered
) -> None:
    for typed in ("7000", "-1", "much", "", "NaN", "1e1", EVIL):
        page = get(client, by, **{f"at.{BUDGET}": typed})
        part = client.post(url(by, "run"), {f"at.{BUDGET}": typed})
        for answer in (page, part):
            html = text(answer, 422)
            assert "Choose a number from $1.00 PMPM to $3.00 PMPM." in html
            assert "This cannot be worked out" in html
            assert "<script>alert" not in html
            assert "HX-Push-Url" not in answer.headers
        assert f'value="{escape(typed)}"' in text(page, 422)


SCRIPTED = {"HX-Request": "true"}
ASKED_WRONGLY: tuple[dict[str, object], ...] = (
    {"set": f"{BUDGET}:99"},
    {"set": "no_such.number:1"},
    {"set": f"{BUDGET}:NaN"},
    {"set": EVIL},
    {"set": [MOVED] * 101},
    {"year": "1999"},
    {"year": EVIL},
    {"year": "２０２７"},
    {"year": "2027", "set": f"{BUDGET}:-1"},
)


def test_an_address_that_cannot_be_used_says_so_in_words(client: Client, by: Entered) -> None:
    for name in ("page", "refine", "worksheet", "compare", "keep"):
        for query in ASKED_WRONGLY:
            answer = client.get(url(by, name), cast("Any", query), headers=SCRIPTED)
            html = text(answer, 422)
            assert "What to do" in html
            assert "<script>alert" not in html
            assert "scratch" not in html


def test_settings_that_cannot_stand_together_are_refused_in_words(
    client: Client, by: Entered
) -> None:
    names = "performance.measures.1.tiers"
    sent = {f"at.{names}.1.at": "60", f"at.{names}.2.at": "50"}
    html = text(client.post(url(by, "run"), sent), 422)
    assert "these settings" in html


@pytest.mark.slow
def test_the_other_year_of_the_contract_can_be_chosen(client: Client, by: Entered) -> None:
    html = text(get(client, by, year="2028"))
    assert "made-up years of 2028" in html
    assert 'name="year" value="2028"' in html
    assert f'href="{url(by)}?year=2028" aria-current="page"' in html


@pytest.mark.slow
def test_every_number_of_the_worksheet_opens_its_explanation(client: Client, by: Entered) -> None:
    for of in ("", "scenario-0", "typical-0", "typical-2", "year-7"):
        html = text(get(client, by, "worksheet", of=of, set=MOVED))
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert sorted(ids) == sorted(set(ids))
        links = re.findall(r'href="#((?:step|figure)-[^"]+)"', html)
        assert len(links) > 8
        assert set(links) <= set(ids)
        for step in set(links):
            if step.startswith("step-"):
                assert re.search(rf'<details><summary>[^<]+</summary><div id="{step}">', html)
    assert "Simulated year 7" in html
    assert 'name="set" value="performance.budget:2.2"' in html


def test_a_worksheet_reckons_with_what_was_moved(client: Client, by: Entered) -> None:
    as_it_stands, moved = (text(get(client, by, "worksheet", set=query)) for query in ([], [MOVED]))
    assert "$2.20 PMPM" in moved
    assert "$2.20 PMPM" not in as_it_stands


def test_a_worksheet_of_nothing_is_refused(client: Client, by: Entered) -> None:
    for of in ("scenario-9", "typical-3", "year-0", "year-99999", "x", EVIL):
        html = text(get(client, by, "worksheet", of=of), 422)
        assert "<script>alert" not in html
        assert "hoose" in html


@pytest.mark.slow
def test_two_versions_of_the_terms_are_compared_in_words(
    client: Client, by: Entered, deal_files: dict[str, bytes]
) -> None:
    assert "There is one version so far" in text(get(client, by, "compare"))
    put(by, {"terms.toml": deal_files["terms.toml"].replace(b"$2.00 PMPM", b"$2.50 PMPM")})
    with acting(by.actor):
        newer, older = files.versions_of(by, "terms.toml")
    asked = {"first": f"version-{older.id}", "second": f"version-{newer.id}"}
    html = text(get(client, by, "compare", **asked))
    assert "$2.50 PMPM instead of $2.00 PMPM" in html
    assert "Difference" in html
    assert "Second version: what each clause is worth" in html


@pytest.mark.slow
def test_a_sealed_copy_of_the_terms_can_be_compared_and_no_other_file(
    cast: Cast, client: Client, by: Entered, deal_files: dict[str, bytes]
) -> None:
    with acting(by.actor):
        joint = rooms.beside(by, Kind.JOINT)
        assert joint is not None
        seen = {one.path: one.sha256 for one in files.listed(by)}
        chosen = {path: seen[path] for path in ("terms.toml", "notes.txt")}
        copy = give(by=by, joint=joint, paths=chosen, title=f"Ours {EVIL}", why="to talk")
        copied = {one.path: one.id for one in files.copied_files(joint, files.copy_of(joint, copy))}
        (own,) = files.versions_of(by, "terms.toml")
        (notes,) = files.versions_of(by, "notes.txt")
    html = text(get(client, by, "compare"))
    version = f"copy-{copy}-{copied['terms.toml']}"
    assert f'value="{version}"' in html
    assert "<script>alert" not in html
    asked = {"first": f"version-{own.id}", "second": version}
    assert "Both versions say the same." in text(get(client, by, "compare", **asked))
    for other in (
        f"copy-{copy}-{copied['notes.txt']}",
        f"version-{notes.id}",
        f"version-{'0' * 32}",
        "copy-x",
        "x",
    ):
        answer = get(client, by, "compare", **(asked | {"second": other}))
        assert answer.status_code == 404
    # Who is in the group's room alone sees no copies of the joint one.
    clinician = cast.client("clinician")
    assert version not in text(get(clinician, by, "compare"))
    assert get(clinician, by, "compare", **asked).status_code == 404


def test_moved_terms_are_kept_as_an_offer_that_changes_nothing_else(
    client: Client, by: Entered
) -> None:
    asked = {"set": [MOVED, "cost_to_comply:3500"]}
    html = text(get(client, by, "keep", **asked))
    assert "no: it is an assumption" in html
    words = {"title": "Our second offer: more", "why": 'They said "yes"'}
    answer = client.post(url(by, "keep"), {**asked, **words})
    assert answer.headers["Location"].startswith(url(by))
    with acting(by.actor):
        told = files.content_of(by, "offers/our-second-offer-more.toml").decode()
    assert 'title = "Our second offer: more"' in told
    assert 'value = "$2.20 PMPM"' in told
    assert "cost" not in told
    # The deal as it stands is the same: nothing is read or made ready again.
    kept = [key for key in SHELF._kept if key.room == by.room.id]
    assert "Kept as offers/our-second-offer-more.toml" in text(client.get(url(by)))
    assert [key for key in SHELF._kept if key.room == by.room.id] == kept


def test_an_offer_needs_a_name_and_a_moved_term(client: Client, by: Entered) -> None:
    html = text(client.post(url(by, "keep"), {"set": MOVED, "title": "", "why": "so"}), 422)
    assert 'value="so"' in html
    html = text(client.post(url(by, "keep"), {"set": "cost_to_comply:3500", "title": "A"}), 422)
    assert "needs at least one term" in html
    with acting(by.actor):
        assert not [one for one in files.listed(by) if one.path.startswith("offers/")]


def test_who_may_only_read_moves_numbers_and_keeps_nothing(cast: Cast, by: Entered) -> None:
    viewer = cast.client("viewer")
    html = text(get(viewer, by, set=MOVED))
    assert url(by, "keep") not in html
    assert url(by, "longer") not in html
    assert "As you moved it" in text(viewer.post(url(by, "run"), {"set": MOVED}))
    assert get(viewer, by, "keep", set=MOVED).status_code == 403
    assert viewer.post(url(by, "longer"), {"years": "8192"}).status_code == 403


def test_the_whole_forecast_is_that_of_the_last_decision(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Work it out" in text(get(client, by, "forecast"))
    decided(monkeypatch, by, {"forecast.html": b"<p>The years</p>", "forecast.pdf": b"%PDF-x"})
    assert "<p>The years</p>" in text(get(client, by, "forecast"))
    given = client.get(url(by, "take", "pdf"))
    assert given.content == b"%PDF-x"
    assert "attachment" in given.headers["Content-Disposition"]
    assert client.get(url(by, "take", "exe")).status_code == 404


def test_a_long_run_is_asked_for_once_and_followed(client: Client, by: Entered) -> None:
    assert "No long run yet" in text(get(client, by, "long_runs"))
    sent = {"set": [MOVED, "cost_to_comply:3000"], "years": "100000"}
    first, second = (client.post(url(by, "longer"), sent) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    html = text(client.get(first.headers["Location"]))
    assert "100,000 years of 2027, 1 moved number" in html
    assert "Waiting for its turn." in html
    assert f"{url(by)}?set=performance.budget%3A2.2&amp;year=2027" in html
    assert "100,000 years of 2027, 1 moved number" in text(get(client, by, "long_runs"))
    for wrong in ({"years": "7"}, {"years": "8192", "set": "x:1"}):
        assert client.post(url(by, "longer"), wrong).status_code == 404


def test_only_a_long_run_is_shown_as_one(
    client: Client, by: Entered, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = decided(monkeypatch, by, {"years.html": b"x"})
    assert now(by, other).kind == "decision"
    assert client.get(url(by, "years", other.id)).status_code == 404


def test_a_room_without_terms_or_forecast_says_what_to_do(
    cast: Cast, client: Client, deal_files: dict[str, bytes]
) -> None:
    by = cast.entered("owner", "group")
    assert "not written down yet" in text(get(client, by))
    put(by, {path: one for path, one in deal_files.items() if path != "forecast.toml"})
    html = text(get(client, by))
    assert "forecast.toml" in html
    assert "is missing" in html
    assert "examples/" not in html
    put(by, {"terms.toml": b"[contract"})
    html = text(get(client, by))
    assert "What to do" in html
    assert "scratch" not in html


def test_no_page_asks_the_database_more_than_fifteen_times(
    client: Client, by: Entered, django_assert_max_num_queries: MostQueries
) -> None:
    for name in ("page", "worksheet", "compare", "keep", "long_runs", "forecast"):
        with django_assert_max_num_queries(15):
            text(get(client, by, name, set=MOVED))
    with django_assert_max_num_queries(15):
        text(client.post(url(by, "run"), {"set": MOVED}))
