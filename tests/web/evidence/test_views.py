"""The pages of evidence: what each room shows, what is sent, and what is never shown."""

import io
import json
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from fairterms_web.deals.access import listed
from fairterms_web.deals.actions import save_files
from fairterms_web.evidence import access, views
from fairterms_web.rooms.walls import acting
from tests.web.cast import Cast
from tests.web.evidence.giving import COUNTS, LAST, LATE, ON, ask, decided, give
from tests.web.queries.questions import counted

MOST = 15
"""Questions of one page."""
FORM = {
    "of": "group",
    "what": "patients by clinic and sex in 2027",
    "purpose": "to test the share of women",
    "necessary": "a total hides the clinics",
    "mode": "copy",
    "destroy_by": LAST.isoformat(),
}
HOW = {"how": "wiped from the one laptop", "is_sure": "on"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same day in every test."""
    monkeypatch.setattr(views, "_today", lambda: ON)


def url(cast: Cast, room: str, name: str, *more: str) -> str:
    """An address of a room."""
    return reverse(f"evidence:{name}", args=[cast.rooms[room].id, *more])


def page(client: Client, to: str, status: int = 200) -> str:
    """What a page says."""
    answer = client.get(to)
    assert answer.status_code == status
    return answer.content.decode()


def sent(client: Client, to: str, told: dict[str, str] | None = None, status: int = 302) -> str:
    """What the page says that answers what was sent."""
    answer = client.post(to, told or {})
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def found(text: str, path: str) -> list[str]:
    """The texts at a place of a page."""
    asked = html.fromstring(text).xpath(path)
    assert isinstance(asked, list), "a path to texts"
    return [str(one) for one in asked]


def field(text: str, name: str) -> str:
    """The value of a hidden field."""
    return found(text, f"//input[@name='{name}']/@value")[0]


def saved(cast: Cast, **files: bytes) -> None:
    """Files lie in the group's room."""
    names = {"counts": "evidence/counts.csv", "records": "records/patients.csv"}
    with acting((by := cast.entered("owner", "group")).actor):
        save_files(by=by, files={names[name]: content for name, content in files.items()})


def asked(cast: Cast, **other: str) -> str:
    """The auditor asks on the page; the name of the release."""
    sent(cast.client("auditor"), url(cast, "joint", "ask"), {**FORM, **other})
    with cast.acting_in("joint") as by:
        return access.records(by, ON)[0].ref


def prepared(cast: Cast, ref: str, source: str, told: dict[str, str], status: int = 302) -> str:
    """The owner prepares it on the page."""
    to = f"{url(cast, 'group', 'prepare', ref)}?source={source}"
    return sent(cast.client("owner"), to, {"title": "Patients", "people": "2027", **told}, status)


def approved(cast: Cast, ref: str) -> None:
    """Two people approve what they see on the page."""
    for name in ("owner", "teammate"):
        client = cast.client(name)
        seen = field(page(client, url(cast, "group", "one", ref)), "seen")
        sent(client, url(cast, "group", "approve", ref), {"seen": seen})


def signed(cast: Cast, ref: str, name: str = "auditor") -> Client:
    """A reader signs the agreement they see; their browser."""
    client = cast.client(name)
    seen = field(page(client, url(cast, "auditor", "one", ref)), "seen")
    sent(client, url(cast, "auditor", "sign", ref), {"seen": seen, "agree": "yes"})
    return client


@pytest.mark.slow
def test_a_copy_of_counts_goes_from_page_to_page(cast: Cast) -> None:
    saved(cast, counts=COUNTS.encode())
    ref = asked(cast)
    prepared(cast, ref, "counts:evidence/counts.csv", {})
    own = page(cast.client("owner"), url(cast, "group", "one", ref))
    assert "not shown" in own
    assert "It is proved" in own
    assert "Bounds of small counts" in own
    approved(cast, ref)
    client = signed(cast, ref)
    taken = client.post(url(cast, "auditor", "read", ref))
    assert taken["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(taken.content)) as archive:
        rows = archive.read("table.csv").decode("utf-8-sig").splitlines()
        manifest = json.loads(archive.read("manifest.json"))
    assert rows == [
        "clinic,women,men,all",
        "Elm,not shown,not shown,34",
        "Oak,not shown,not shown,150",
        "all,64,120,184",
    ]
    assert manifest["destroy_by"] == LAST.isoformat()
    assert "Do not pass it on" in manifest["mark"]
    sent(client, url(cast, "auditor", "destroy", ref), HOW)
    for name, room in (("auditor", "auditor"), ("owner", "group"), ("owner", "joint")):
        to = url(cast, room, "page")
        assert "with a certificate" in page(cast.client(name), to), room
    sent(client, url(cast, "auditor", "read", ref), status=422)


@pytest.mark.slow
def test_what_is_only_read_bears_a_mark_and_leads_to_no_file(cast: Cast) -> None:
    saved(cast, counts=COUNTS.encode())
    ref = asked(cast, mode="view", destroy_by="")
    prepared(cast, ref, "counts:evidence/counts.csv", {})
    approved(cast, ref)
    client = signed(cast, ref)
    told = sent(client, url(cast, "auditor", "read", ref), status=200)
    assert told.count("Read by auditor@example.org") >= 2
    assert "cannot stop a camera" in told
    assert '<td class="right">not shown</td>' in told
    assert found(told, "//main//a/@href | //main//form/@action") == [
        url(cast, "auditor", "one", ref)
    ]


@pytest.mark.slow
def test_the_auditor_and_the_joint_room_never_learn_which_counts_are_small(cast: Cast) -> None:
    saved(cast, counts=COUNTS.encode())
    ref = asked(cast, mode="view", destroy_by="")
    prepared(cast, ref, "counts:evidence/counts.csv", {})
    approved(cast, ref)
    bound = "Patients: Elm, women"
    assert bound in page(cast.client("owner"), url(cast, "group", "one", ref))
    client = signed(cast, ref)
    shown = [
        page(client, url(cast, "auditor", "one", ref)),
        page(client, url(cast, "auditor", "page")),
        page(cast.client("other party"), url(cast, "joint", "page")),
        sent(client, url(cast, "auditor", "read", ref), status=200),
    ]
    for text in shown:
        assert bound not in text
        assert "Bounds" not in text
        assert "% not shown" not in text
    # One mark for what is small and for what hides it: the two cannot be told apart.
    assert found(shown[-1], "//main//td/text()").count("not shown") == 4


@pytest.mark.slow
@pytest.mark.parametrize("name", ["other party", "stranger", "expired"])
def test_others_find_nothing_at_any_address(cast: Cast, name: str) -> None:
    ref = ask(cast)
    give(cast, ref)
    client = cast.client(name)
    for room in ("group", "auditor"):
        for one in ("one", "content", "prepare"):
            page(client, url(cast, room, one, ref), 404)
        for one in ("approve", "sign", "read", "destroy"):
            sent(client, url(cast, room, one, ref), status=404)
        page(client, url(cast, room, "page"), 404)


def test_the_other_party_finds_nothing_in_its_own_room_either(cast: Cast) -> None:
    ref = ask(cast)
    give(cast, ref)
    client = cast.client("other party")
    assert "Nothing was asked for yet" in page(client, url(cast, "plan", "page"))
    for room in ("plan", "joint"):
        page(client, url(cast, room, "one", ref), 404)
        page(client, url(cast, room, "prepare", ref), 404)
        for one in ("approve", "sign", "read", "destroy"):
            sent(client, url(cast, room, one, ref), status=404)


@pytest.mark.slow
def test_only_the_auditor_is_led_to_asking(cast: Cast) -> None:
    to = url(cast, "joint", "ask")
    assert to in page(cast.client("auditor"), url(cast, "joint", "page"))
    assert to not in page(cast.client("owner"), url(cast, "joint", "page"))
    page(cast.client("owner"), to, 404)
    page(cast.client("auditor"), url(cast, "auditor", "ask"), 404)


def test_what_a_request_lacks_is_said_and_what_was_typed_is_kept(cast: Cast) -> None:
    told = {**FORM, "purpose": "why not", "destroy_by": "", "is_confidential": "on"}
    text = sent(cast.client("auditor"), url(cast, "joint", "ask"), told, 422)
    assert "say which question of the audit it answers" in text
    assert "ask the committee, and name its decision" in text
    assert "name the day it is destroyed by" in text
    assert ">why not</textarea>" in text.replace("\n", "")


@pytest.mark.slow
def test_people_of_a_record_file_are_counted_by_declared_columns(cast: Cast) -> None:
    lines = [f"p{at},{'Elm' if at < 30 else 'Oak'},spoke of home {at}" for at in range(80)]
    saved(cast, records="\n".join(["member,clinic,note", *lines]).encode())
    ref = asked(cast)
    to = f"{url(cast, 'group', 'prepare', ref)}?source=count:records/patients.csv"
    text = page(cast.client("owner"), to)
    assert [one in text for one in ("member", "clinic", "note", "spoke of home")] == [
        True,
        True,
        True,
        False,
    ]
    roles = {"column_0": "person", "column_1": "quasi-identifier"}
    prepared(cast, ref, "count:records/patients.csv", roles)
    text = page(cast.client("owner"), url(cast, "group", "one", ref))
    assert found(text, "//main//table[1]//td/text()")[:3] == ["30", "50", "80"]
    assert "spoke of home" not in text


@pytest.mark.slow
def test_rows_leave_without_people_and_without_texts(cast: Cast) -> None:
    lines = [f"p{at},{'Elm' if at < 30 else 'Oak'},{at % 3},spoke of home" for at in range(80)]
    saved(cast, records="\n".join(["member,clinic,visits,note", *lines]).encode())
    ref = asked(cast)
    roles = {"column_0": "person", "column_1": "quasi-identifier", "column_2": "value"}
    prepared(cast, ref, "rows:records/patients.csv", roles)
    with acting((by := cast.entered("owner", "group")).actor):
        content = access.content(by, access.record(by, ref, ON))
    assert content is not None
    rows = content.decode("utf-8-sig").splitlines()
    assert (rows[0], len(rows)) == ("clinic,visits", 81)
    assert b"p7" not in content
    assert b"home" not in content


@pytest.mark.slow
def test_without_a_proof_the_refusal_is_shown_and_nothing_is_prepared(cast: Cast) -> None:
    lines = [f"p{at},town {at}" for at in range(20)]
    saved(cast, records="\n".join(["member,town", *lines]).encode())
    ref = asked(cast)
    roles = {"column_0": "person", "column_1": "quasi-identifier"}
    text = prepared(cast, ref, "rows:records/patients.csv", roles, 422)
    assert "no class of equal rows has 11 people" in text
    assert "make the groups larger" in text
    assert 'value="Patients"' in text
    assert "Nothing is prepared yet" in page(cast.client("owner"), url(cast, "group", "one", ref))


@pytest.mark.slow
def test_a_new_name_of_people_must_be_confirmed(cast: Cast) -> None:
    saved(cast, counts=COUNTS.encode())
    give(cast, ask(cast))
    ref = asked(cast)
    source = "counts:evidence/counts.csv"
    text = prepared(cast, ref, source, {"people": "all of 2027"}, 422)
    assert "A name is new here" in text
    assert "<strong>2027</strong>" in text
    prepared(cast, ref, source, {"people": "2028", "is_new": "on"})


@pytest.mark.slow
def test_a_record_file_does_not_leave_as_it_is_under_another_name(cast: Cast) -> None:
    saved(cast, counts=b"member,town\np1,Elm\n", records=b"member,town\np1,Elm\n")
    ref = asked(cast)
    source = {"declared": "on"}
    text = prepared(cast, ref, "file:evidence/counts.csv", source, 422)
    assert "it is one of the files under records/" in text
    prepared(cast, ref, "file:records/patients.csv", source, 422)


@pytest.mark.slow
def test_a_file_as_it_is_needs_a_declaration(cast: Cast) -> None:
    saved(cast, counts=b"rule,text\n1,made up\n")
    ref = asked(cast)
    text = prepared(cast, ref, "file:evidence/counts.csv", {}, 422)
    assert "I looked through it" in text
    prepared(cast, ref, "file:evidence/counts.csv", {"declared": "on"})
    own = page(cast.client("owner"), url(cast, "group", "one", ref))
    assert "a program cannot prove that" in own
    few = {"declared": "on", "title": "The 7 patients of Elm"}
    assert "“7 patients”" in prepared(cast, ref, "file:evidence/counts.csv", few, 422)
    to = url(cast, "group", "content", ref)
    assert to in own
    assert cast.client("teammate").get(to).content == b"rule,text\n1,made up\n"
    approved(cast, ref)
    page(cast.client("auditor"), url(cast, "auditor", "content", ref), 404)
    page(cast.client("other party"), url(cast, "joint", "content", ref), 404)


@pytest.mark.slow
def test_a_faulty_table_of_counts_is_named_by_its_line(cast: Cast) -> None:
    saved(cast, counts=b"clinic,people\nElm,34\nOak,about 50\n")
    text = prepared(cast, asked(cast), "counts:evidence/counts.csv", {}, 422)
    assert "evidence/counts.csv, line 3" in text
    assert "the count is no whole number" in text


@pytest.mark.slow
def test_a_file_to_be_given_is_put_into_its_folder(cast: Cast) -> None:
    client, to = cast.client("owner"), url(cast, "group", "upload")
    file = io.BytesIO(COUNTS.encode())
    file.name = "counts.csv"
    assert client.post(to, {"file": file}).status_code == 302
    with cast.acting_in("group") as by:
        assert "evidence/counts.csv" in {one.path for one in listed(by)}
    wrong = io.BytesIO(b"made up")
    wrong.name = "../counts.exe"
    answer = client.post(to, {"file": wrong})
    assert answer.status_code == 422
    assert "files of this kind are not given" in answer.content.decode()
    # A name in capitals is offered as well, as the page that took it said.
    file = io.BytesIO(COUNTS.encode())
    file.name = "Others.CSV"
    assert client.post(to, {"file": file}).status_code == 302
    offered = page(client, url(cast, "group", "prepare", asked(cast)))
    assert found(offered, "//option[starts-with(@value, 'counts:')]/text()") == [
        "evidence/Others.CSV",
        "evidence/counts.csv",
    ]
    sent(cast.client("auditor"), url(cast, "auditor", "upload"), status=404)


@pytest.mark.slow
def test_an_empty_room_says_what_to_do(cast: Cast) -> None:
    told = {
        "group": ("owner", "When the auditor asks this side for evidence"),
        "joint": ("owner", "The auditor asks here"),
        "auditor": ("auditor", "Ask a side for evidence in the joint room"),
    }
    for room, (name, words) in told.items():
        assert words in page(cast.client(name), url(cast, room, "page"))
    ref = asked(cast)
    empty = page(cast.client("owner"), url(cast, "group", "prepare", ref))
    assert "There is nothing to make it from" in empty


@pytest.mark.slow
def test_an_unsigned_box_and_an_unsure_certificate_are_asked_about(cast: Cast) -> None:
    ref = ask(cast, destroy_by=LAST)
    give(cast, ref)
    client = cast.client("auditor")
    sent(client, url(cast, "auditor", "read", ref), status=422)
    text = sent(client, url(cast, "auditor", "sign", ref), {"seen": "0"}, 422)
    assert "Tick the box" in text
    text = sent(client, url(cast, "auditor", "destroy", ref), {"how": "wiped it all"}, 422)
    assert "No copy is left" in text
    text = sent(client, url(cast, "auditor", "destroy", ref), {**HOW, "how": "gone"}, 422)
    assert "say which copies there were" in text


@pytest.mark.slow
def test_both_sides_and_the_auditor_see_what_is_overdue(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = ask(cast)
    give(cast, ref)
    client = signed(cast, ref)
    asked_of = (("owner", "group"), ("owner", "joint"), ("other party", "joint"))
    everybody = (*asked_of, ("auditor", "auditor"))
    for name, room in everybody:
        assert "overdue" not in page(cast.client(name), url(cast, room, "page"))
    monkeypatch.setattr(views, "_today", lambda: LATE)
    for name, room in everybody:
        assert "A copy is overdue" in page(cast.client(name), url(cast, room, "page"))
    sent(client, url(cast, "auditor", "read", ref), status=422)
    assert "Its last day is over" in page(client, url(cast, "auditor", "one", ref))


@pytest.mark.slow
def test_pages_ask_few_questions_however_much_there_is(cast: Cast) -> None:
    refs = [ask(cast) for _ in range(4)]
    for ref in refs:
        give(cast, ref)
    owner, auditor = cast.client("owner"), signed(cast, refs[0])
    waiting = ask(cast)
    saved(cast, counts=COUNTS.encode())
    for client, room, name, more in (
        (owner, "group", "page", ()),
        (owner, "joint", "page", ()),
        (auditor, "auditor", "page", ()),
        (owner, "group", "one", (refs[0],)),
        (auditor, "auditor", "one", (refs[0],)),
        (owner, "group", "prepare", (waiting,)),
    ):
        status, asked = counted(client, url(cast, room, name, *more))
        assert status == 200
        assert asked <= MOST, (room, name)


def test_a_side_declines_on_its_page(cast: Cast) -> None:
    ref, owner = asked(cast), cast.client("owner")
    to = url(cast, "group", "decline", ref)
    assert "“4 patients”" in sent(owner, to, {"why": "It tells of 4 patients."}, 422)
    assert "This field is required" in sent(owner, to, {}, 422)
    sent(owner, to, {"why": "Our vendor never kept it."})
    own = page(owner, url(cast, "group", "one", ref))
    assert "Our vendor never kept it." in own
    assert "owner@example.org" in own
    for gone in ("Prepare it", "Decline, and say why"):
        assert gone not in own
    for name in ("auditor", "other party"):
        told = page(cast.client(name), url(cast, "joint", "page"))
        assert "declined: the side that was asked does not give it" in told.casefold()
        assert "Our vendor never kept it." in told


@pytest.mark.slow
def test_the_decision_on_confidential_data_is_chosen_from_those_that_were_carried(
    cast: Cast,
) -> None:
    client, to = cast.client("auditor"), url(cast, "joint", "ask")
    assert "no motion on confidential data yet" in page(client, to)
    told = {**FORM, "is_confidential": "on", "exception_decision": "committee_1"}
    assert "not one of the available choices" in sent(client, to, told, 422)
    decided(cast)
    assert "committee_1: Show the lists" in page(client, to)
    sent(client, to, told)
    assert "By decision of the committee: committee_1" in page(client, url(cast, "joint", "page"))
