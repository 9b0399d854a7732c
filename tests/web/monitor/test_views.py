"""The page After signing: looked at as of a day, confirmed and written down, taken away."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from fairterms.monitor.obligations.book import FILE
from fairterms_web.deals.access import content_of
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs.access import jobs_of
from fairterms_web.jobs.kinds import kinds
from fairterms_web.monitor import access
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import done, put_kind, yields
from tests.web.monitor.looked import BOOK, PARTS, STATE, WITH_RULE, WITHOUT_RULE

pytestmark = pytest.mark.slow

MostQueries = Callable[[int], AbstractContextManager[object]]
EVENT = {"of": "list_of_members 2027-08", "kind": "done", "on": "2027-08-09"}


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


@pytest.fixture
def looked(by: Entered, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deal was looked at, and holds obligations."""
    with acting(by.actor):
        save_files(by=by, files={FILE: BOOK})
    done(by, put_kind(monkeypatch, yields(PARTS), access.KIND))


def url(by: Entered, name: str, *more: str) -> str:
    """An address of the room."""
    return reverse(f"monitor:{name}", args=[by.room.id, *more])


def page(client: Client, by: Entered) -> str:
    """What the page says."""
    answered = client.get(url(by, "page"))
    assert answered.status_code == 200
    return answered.content.decode()


def book(by: Entered) -> str:
    """What obligations.toml says."""
    with acting(by.actor):
        return content_of(by, FILE).decode()


def arguments(by: Entered) -> object:
    """What the last look was told."""
    with acting(by.actor):
        return jobs_of(by, access.KIND)[0].arguments


def test_before_the_first_look_the_page_says_how_to_begin(client: Client, by: Entered) -> None:
    told = page(client, by)
    assert "Nobody looked at this deal yet" in told
    assert url(by, "look") in told
    assert "obligations.toml" in told
    assert client.get(url(by, "take", "calendar")).status_code == 404


def test_a_look_is_told_its_day_and_nothing_else(client: Client, by: Entered) -> None:
    sent = {"on": "2027-07-31", "more": "x"}
    assert client.post(url(by, "look"), sent)["Location"] == url(by, "page")
    assert arguments(by) == {"on": "2027-07-31"}
    assert "Looking at the deal after signing" in page(client, by)


def test_without_a_day_it_is_today(client: Client, by: Entered) -> None:
    client.post(url(by, "look"), {"on": ""})
    assert arguments(by) == {}


@pytest.mark.parametrize(
    ("on", "told"), [("0027-07-31", "four digits"), ("tomorrow", "Enter a valid date.")]
)
def test_a_day_that_nobody_can_mean_is_told(
    client: Client, by: Entered, on: str, told: str
) -> None:
    answered = client.post(url(by, "look"), {"on": on})
    assert answered.status_code == 422
    assert told in answered.content.decode()
    with acting(by.actor):
        assert not jobs_of(by, access.KIND).exists()


@pytest.mark.usefixtures("looked")
def test_what_was_found_is_shown_with_its_day_and_what_is_to_be_mended(
    client: Client, by: Entered
) -> None:
    told = page(client, by)
    assert "Nothing is late." in told
    assert "<strong>2027-07-31</strong>" in told
    assert "the owner is missing" in told
    assert "meetings.toml, line 3" in told
    assert "Send the report &lt;plan_4_2&gt;" in told
    assert "<plan_4_2>" not in told
    assert "Plan shall send the report" in told


@pytest.mark.usefixtures("looked")
def test_what_was_made_can_be_taken_and_nothing_else(client: Client, by: Entered) -> None:
    told = page(client, by)
    assert all(url(by, "take", name) in told for name in access.TAKEN)
    given = client.get(url(by, "take", "calendar"))
    assert given.content == b"BEGIN:VCALENDAR"
    assert 'filename="obligations.ics"' in given["Content-Disposition"]
    for name in ("exe", "monitor", "state"):
        assert client.get(url(by, "take", name)).status_code == 404


@pytest.mark.usefixtures("looked")
def test_the_day_looked_at_stands_in_the_field_when_one_looks_again(
    client: Client, by: Entered
) -> None:
    assert 'value="2027-07-31"' not in page(client, by)
    with acting(by.actor):
        job = jobs_of(by, access.KIND)[0]
        job.arguments = {"on": "2027-07-31"}
        job.save()
    assert 'value="2027-07-31"' in page(client, by)


@pytest.mark.usefixtures("looked")
def test_a_confirmed_proposal_is_written_down_and_no_longer_offered(
    client: Client, by: Entered
) -> None:
    sent = {"proposal": WITH_RULE, "due": "30 days after the end of each quarter"}
    assert client.post(url(by, "confirm"), sent).status_code == 302
    told = page(client, by)
    assert "Confirmed; it stands in obligations.toml." in told
    assert f'value="{WITH_RULE}"' not in told
    assert f'value="{WITHOUT_RULE}"' in told
    assert "Files were changed since this was worked out" in told
    assert f'id = "{WITH_RULE}"' in book(by)
    assert book(by).startswith(BOOK.decode())


@pytest.mark.usefixtures("looked")
def test_a_rule_that_is_none_is_told_and_what_was_typed_is_kept(
    client: Client, by: Entered
) -> None:
    answered = client.post(url(by, "confirm"), {"proposal": WITHOUT_RULE, "due": "soon, I hope"})
    assert answered.status_code == 422
    told = answered.content.decode()
    assert 'role="alert"' in told
    assert 'value="soon, I hope"' in told
    assert "<details open><summary>2 proposals" in told
    assert book(by) == BOOK.decode()


@pytest.mark.usefixtures("looked")
def test_what_happened_is_written_down(client: Client, by: Entered) -> None:
    assert client.post(url(by, "record"), EVENT).status_code == 302
    assert 'what = "done"' in book(by)
    assert 'for = "2027-08"' in book(by)
    assert "Written down." in page(client, by)


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"kind": "waived"}, "does not say why"),
        ({"kind": "waived", "reason": "Agreed."}, "nobody approved the waiver"),
        ({"kind": "note"}, "does not say why"),
        ({"on": ""}, "This field is required."),
        ({"on": "0027-01-01"}, "four digits"),
        ({"of": "nothing 2027"}, "Select a valid choice."),
        ({"kind": "forgotten"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_written_down_is_told_beside_the_form(
    client: Client, by: Entered, sent: dict[str, str], told: str
) -> None:
    answered = client.post(url(by, "record"), {**EVENT, **sent})
    assert answered.status_code == 422
    text = answered.content.decode()
    assert told in text
    assert "<details open><summary>What became of an obligation" in text
    assert book(by) == BOOK.decode()


@pytest.mark.usefixtures("looked")
def test_something_written_with_quotes_stays_text(client: Client, by: Entered) -> None:
    reason = 'He said "later"\n[[event]]\nid = "forged_entry"'
    client.post(url(by, "record"), {**EVENT, "kind": "note", "reason": reason})
    assert book(by).count("[[event]]\n") == 1
    assert '\\"later\\"' in book(by)


@pytest.mark.usefixtures("looked")
def test_a_viewer_reads_and_sends_nothing(cast: Cast, by: Entered) -> None:
    viewer = cast.client("viewer")
    told = page(viewer, by)
    assert "Nothing is late." in told
    assert "<form" not in told.partition("<main")[2].partition("</main")[0]
    for name in ("look", "confirm", "record"):
        assert viewer.post(url(by, name)).status_code == 403


def test_outside_the_groups_room_it_is_said_that_few_people_are_not_counted(
    cast: Cast, by: Entered, client: Client
) -> None:
    plan = cast.entered("other party", "plan")
    assert "Counts of 1 to 10 people are not shown here" in page(cast.client("other party"), plan)
    assert "Counts of 1 to 10 people" not in page(client, by)


@pytest.mark.usefixtures("looked")
def test_another_room_shows_and_takes_nothing_of_it(cast: Cast) -> None:
    plan = cast.entered("other party", "plan")
    theirs = cast.client("other party")
    assert "Nothing is late." not in page(theirs, plan)
    assert theirs.get(url(plan, "take", "calendar")).status_code == 404
    assert theirs.post(url(plan, "confirm"), {"proposal": WITH_RULE}).status_code == 422


@pytest.mark.usefixtures("looked")
def test_every_field_has_its_own_label_and_the_headings_are_in_order(
    client: Client, by: Entered
) -> None:
    main = html.fromstring(page(client, by)).find(".//main")
    assert main is not None
    ids = [str(one.get("id")) for one in main.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    labels = {str(one.get("for")) for one in main.iter("label")}
    fields = [
        str(one.get("id"))
        for one in main.iter("input", "select", "textarea")
        if one.get("type") != "hidden"
    ]
    assert len(fields) == 8
    assert set(fields) <= labels
    levels = [int(str(one.tag)[1]) for one in main.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in pairwise(levels))


@pytest.mark.usefixtures("looked")
def test_the_page_asks_the_database_at_most_fifteen_times(
    client: Client, by: Entered, django_assert_max_num_queries: MostQueries
) -> None:
    for to in (url(by, "page"), url(by, "take", "calendar")):
        with django_assert_max_num_queries(15):
            assert client.get(to).status_code == 200


def test_the_files_it_is_made_from_can_be_written(client: Client, by: Entered) -> None:
    for path in access.KEPT_IN:
        to = f"{reverse('terms:page', args=[by.room.id])}?path={path}"
        assert client.get(to).status_code == 200, path


def test_the_parts_of_these_tests_are_those_of_the_work() -> None:
    assert access.KIND in kinds()
    assert json.loads(PARTS["monitor.json"]) == STATE
