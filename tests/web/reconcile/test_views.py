"""The pages of reconcile: a statement is taken in, compared, and its letter taken away."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fairterms_web.deals.access import content_of, contents, versions_of
from fairterms_web.deals.actions import save_files
from fairterms_web.jobs import worker
from fairterms_web.jobs.access import jobs_of
from fairterms_web.jobs.kinds import kinds, reconciliation
from fairterms_web.jobs.models import Job
from fairterms_web.reconcile import access
from fairterms_web.reconcile.forms import Chosen
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.jobs.made_up_work import put_kind, yields
from tests.web.reconcile.statements import FINAL, PARTS, PATH, RESTATED

pytestmark = pytest.mark.slow

MostQueries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def by(cast: Cast) -> Entered:
    """The group's room."""
    return cast.entered("owner", "group")


@pytest.fixture
def client(cast: Cast) -> Client:
    """The browser of its owner."""
    return cast.client("owner")


@pytest.fixture
def statement(by: Entered) -> str:
    """The version of a statement that lies in the room."""
    return saved(by, FINAL)


def saved(by: Entered, content: bytes, path: str = PATH) -> str:
    """Save a statement; return its version."""
    with acting(by.actor):
        save_files(by=by, files={path: content})
        return versions_of(by, path)[0].id


def url(by: Entered, name: str, *more: str) -> str:
    """An address of the room."""
    return reverse(f"reconcile:{name}", args=[by.room.id, *more])


def page(client: Client, by: Entered) -> str:
    """What the first page says."""
    answered = client.get(url(by, "page"))
    assert answered.status_code == 200
    return answered.content.decode()


def jobs(by: Entered) -> list[Job]:
    """What was asked for, the newest first."""
    with acting(by.actor):
        return list(jobs_of(by, access.KIND))


def held(by: Entered) -> Mapping[str, bytes]:
    """What the room holds."""
    with acting(by.actor):
        return dict(contents(by))


def compared(
    monkeypatch: pytest.MonkeyPatch, client: Client, by: Entered, statement: str
) -> tuple[str, str]:
    """Compare a statement; return the work's name and its page."""
    put_kind(monkeypatch, yields(PARTS), access.KIND)
    answered = client.post(url(by, "ask"), {"statement": statement})
    assert answered.status_code == 302
    (job, *_) = jobs(by)
    worker.run(job.id)
    return job.id, client.get(answered["Location"]).content.decode()


def test_an_empty_page_says_what_to_do(client: Client, by: Entered) -> None:
    told = page(client, by)
    assert "There is no statement yet" in told
    assert "statements/map.toml" in told
    assert url(by, "upload") in told
    assert url(by, "ask") not in told


def test_an_uploaded_statement_is_kept_and_compared(client: Client, by: Entered) -> None:
    sent = {"statement": SimpleUploadedFile("2028-final.csv", FINAL)}
    answered = client.post(url(by, "upload"), sent)
    assert answered.status_code == 302
    (job,) = jobs(by)
    assert answered["Location"] == url(by, "found", job.id)
    with acting(by.actor):
        assert content_of(by, PATH) == FINAL
        assert job.arguments == {"statement": versions_of(by, PATH)[0].id}
    assert "2028-final.csv beside ours" in client.get(answered["Location"]).content.decode()
    assert "Waiting for its turn." in client.get(answered["Location"]).content.decode()


def test_the_same_statement_uploaded_twice_is_compared_once(client: Client, by: Entered) -> None:
    for _ in range(2):
        client.post(url(by, "upload"), {"statement": SimpleUploadedFile("a.CSV", FINAL)})
    assert len(jobs(by)) == 1


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("final.xlsx", b"PK\x03\x04", "final.xlsx: a statement is CSV, JSON or 835. Save an Excel"),
        ("final.exe", b"MZ", "final.exe: a statement is CSV, JSON or 835."),
        ("terms.toml", b"a = 1", "terms.toml: a statement is CSV, JSON or 835."),
        ("final.csv", b"", "The file is empty. Choose it again."),
        ("final.csv", b"PK\x03\x04\x00\x00", "the file is not what its name says"),
        ("con.csv", FINAL, "is not a name every machine can store"),
        ("../../terms.toml", b"a = 1", "terms.toml: a statement is CSV, JSON or 835."),
        ("2028-FINAL.csv", FINAL, "the same name stands there twice"),
    ],
)
def test_a_file_that_is_no_statement_is_refused_and_nothing_is_lost(
    client: Client, by: Entered, statement: str, name: str, content: bytes, told: str
) -> None:
    before = held(by)
    answered = client.post(url(by, "upload"), {"statement": SimpleUploadedFile(name, content)})
    assert answered.status_code == 422
    assert told in answered.content.decode()
    assert held(by) == before
    assert jobs(by) == []


def test_a_path_in_the_name_leads_nowhere_else(client: Client, by: Entered) -> None:
    before = held(by)
    sent = SimpleUploadedFile("a.csv", FINAL)
    sent._name = "../../contract/2028-final.csv"  # type: ignore[attr-defined] # as a forged request
    client.post(url(by, "upload"), {"statement": sent})
    assert held(by) == {**before, PATH: FINAL}


def test_nothing_chosen_is_told(client: Client, by: Entered) -> None:
    answered = client.post(url(by, "upload"))
    assert answered.status_code == 422
    assert "Choose the plan’s file first." in answered.content.decode()


def test_what_was_made_is_shown_and_can_be_taken(
    client: Client, by: Entered, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, told = compared(monkeypatch, client, by, statement)
    assert "A difference of ten dollars." in told
    assert url(by, "take", job, "letter") in told
    assert url(by, "take", job, "settlement") not in told
    letter = client.get(url(by, "take", job, "letter"))
    assert letter.content == b"a letter"
    assert 'filename="letter.docx"' in letter["Content-Disposition"]
    for name in ("settlement", "exe", "reconciliation"):
        assert client.get(url(by, "take", job, name)).status_code == 404
    listed = page(client, by)
    assert url(by, "found", job) in listed
    assert "2028-final.csv" in listed


def test_the_choice_is_kept_as_versions_and_a_day(
    client: Client, by: Entered, statement: str
) -> None:
    earlier = saved(by, FINAL, "statements/2028-interim.csv")
    sent = {"statement": statement, "earlier": earlier, "delivered": "2028-09-04"}
    assert client.post(url(by, "ask"), sent).status_code == 302
    (job,) = jobs(by)
    assert job.arguments == sent


def test_a_restated_file_of_the_same_name_can_be_compared_with_its_first_version(
    client: Client, by: Entered, statement: str
) -> None:
    newer = saved(by, RESTATED)
    assert "2028-final.csv, version 1" in page(client, by)
    client.post(url(by, "ask"), {"statement": newer, "earlier": statement})
    (job,) = jobs(by)
    with acting(by.actor):
        told = reconciliation.beside(by, job)
    assert (told["statement"], told["earlier"]) == (RESTATED, FINAL)
    assert b"statements/2028-final-version-1.csv" in told["paths.json"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"earlier": "itself"}, "Choose another statement than the one above."),
        ({"delivered": "0028-09-04"}, "Write the year with four digits, such as 2028."),
        ({"delivered": "soon"}, "Enter a valid date."),
        ({"statement": "0" * 32}, "Select a valid choice."),
        ({"statement": ""}, "This field is required."),
    ],
)
def test_a_choice_that_cannot_be_meant_is_told_beside_it(
    client: Client, by: Entered, statement: str, sent: dict[str, str], told: str
) -> None:
    asked = {
        "statement": statement,
        **{k: statement if v == "itself" else v for k, v in sent.items()},
    }
    answered = client.post(url(by, "ask"), asked)
    assert answered.status_code == 422
    assert told in answered.content.decode()
    assert jobs(by) == []


def test_a_version_of_another_room_cannot_be_chosen_nor_worked_on(
    cast: Cast, client: Client, by: Entered, statement: str
) -> None:
    theirs = saved(cast.entered("other party", "plan"), RESTATED)
    for sent in ({"statement": theirs}, {"statement": statement, "earlier": theirs}):
        assert client.post(url(by, "ask"), sent).status_code == 422
    with acting(by.actor):
        job = Job(room=by.room, kind=access.KIND, made_from="", asked_by=by.actor.person)
        job.arguments = {"statement": theirs}
        job.save(force_insert=True)
        assert access.name_of(by, job) == ""
    worker.run(job.id)
    told = client.get(url(by, "found", job.id)).content.decode()
    assert "cancelled" in told
    assert "$90" not in told


def test_the_work_of_another_room_or_kind_is_not_found(
    cast: Cast, client: Client, by: Entered, statement: str
) -> None:
    with cast.acting_in("plan") as theirs:
        job = Job(room=theirs.room, kind=access.KIND, made_from="", asked_by="x")
        job.save(force_insert=True)
    with acting(by.actor):
        other = Job(room=by.room, kind="review", made_from="", asked_by="x")
        other.save(force_insert=True)
    for one in (job, other):
        assert client.get(url(by, "found", one.id)).status_code == 404
        assert client.get(url(by, "take", one.id, "pdf")).status_code == 404


def test_work_asked_for_without_a_statement_says_so(client: Client, by: Entered) -> None:
    client.post(reverse("jobs:ask", args=[by.room.id, access.KIND]))
    (job,) = jobs(by)
    worker.run(job.id)
    told = client.get(url(by, "found", job.id)).content.decode()
    assert "No statement was chosen. Choose one on the page Reconcile." in told


def test_a_viewer_reads_and_sends_nothing(
    cast: Cast, client: Client, by: Entered, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    job, _ = compared(monkeypatch, client, by, statement)
    viewer = cast.client("viewer")
    told = page(viewer, by)
    assert "<button" not in told.partition("<main")[2].partition("</main")[0]
    assert "A difference of ten dollars." in viewer.get(url(by, "found", job)).content.decode()
    assert viewer.post(url(by, "upload")).status_code == 403
    assert viewer.post(url(by, "ask"), {"statement": statement}).status_code == 403


def test_outside_the_groups_room_it_is_said_that_few_people_are_not_counted(
    cast: Cast, by: Entered, client: Client
) -> None:
    plan = cast.entered("other party", "plan")
    assert "Counts of 1 to 10 people are not shown here" in page(cast.client("other party"), plan)
    assert "Counts of 1 to 10 people" not in page(client, by)


def test_the_name_of_a_file_is_shown_as_text(client: Client, by: Entered) -> None:
    saved(by, FINAL, "statements/a&amp;b'c.csv")
    assert "a&amp;amp;b&#x27;c.csv" in page(client, by)


def test_every_field_has_its_label_and_the_headings_are_in_order(
    client: Client, by: Entered, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, told = compared(monkeypatch, client, by, statement)
    for text in (page(client, by), told):
        main = text.partition("<main")[2]
        assert main.count("<h1") == 1
        assert "<h3" not in main.partition("<h2")[0]
        for name in Chosen(statements=(), versions=()).fields if "id_delivered" in main else ():
            assert f'for="id_{name}"' in main


def test_pages_ask_the_database_at_most_fifteen_times(
    client: Client,
    by: Entered,
    statement: str,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_max_num_queries: MostQueries,
) -> None:
    job, _ = compared(monkeypatch, client, by, statement)
    for to in (url(by, "page"), url(by, "found", job), url(by, "take", job, "letter")):
        with django_assert_max_num_queries(15):
            assert client.get(to).status_code == 200


def test_arguments_hold_versions_and_a_day_and_nothing_else(by: Entered, statement: str) -> None:
    with acting(by.actor):
        listed = access.statements(by)
    form = Chosen({"statement": statement}, statements=listed, versions=listed)
    assert form.is_valid()
    assert form.arguments == {"statement": statement}
    told = {"statement": statement, "delivered": date(2028, 9, 4).isoformat(), "note": "x"}
    form = Chosen(told, statements=listed, versions=listed)
    assert form.is_valid()
    assert set(form.arguments) == {"statement", "delivered"}


def test_the_map_of_lines_can_be_written_and_is_no_statement(client: Client, by: Entered) -> None:
    to = f"{reverse('terms:page', args=[by.room.id])}?path={access.MAP}"
    assert to in page(client, by)
    assert client.get(to).status_code == 200
    sent = {"text": "# How the plan's lines read\n", "seen": "", "note": ""}
    assert client.post(to, sent).status_code == 302
    assert held(by)[access.MAP] == b"# How the plan's lines read\n"
    assert "There is no statement yet" in page(client, by)


def test_the_work_is_known_by_the_name_its_page_asks_for() -> None:
    assert access.KIND in kinds()
