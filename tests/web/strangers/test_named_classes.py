"""The named classes of vulnerability, each as a test: those others published, then our own."""

import csv
import io
import json
import logging
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

import fairterms_web
from fairterms.publish import csv_export
from fairterms_web import settings as our_settings
from fairterms_web.deals import archive
from fairterms_web.deals.access import contents, listed, versions_of
from fairterms_web.deals.actions import put_back, remove_file, save_files
from fairterms_web.deals.archive import unpack
from fairterms_web.deals.contents import NotTaken
from fairterms_web.jobs.access import jobs_of
from fairterms_web.jobs.kinds import review
from fairterms_web.ledgers.models import LedgerEntry
from fairterms_web.log_lines import RouteOnly
from fairterms_web.people.models import Person
from fairterms_web.read.access import key_of
from fairterms_web.rooms import access
from fairterms_web.rooms.change import change
from fairterms_web.rooms.downloads import download
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Deal, Grant
from fairterms_web.rooms.policy import anyone
from fairterms_web.rooms.roles import READ, ROLES, Capability
from fairterms_web.rooms.walls import acting
from tests.web.cast import ALLOWED, ANONYMOUS, NOW, Cast, finding_of
from tests.web.strangers.addresses import addresses
from tests.web.strangers.test_uploads import packed

PATIENT = "Maria Made-Up, born 1970-01-01"


def room_url(cast: Cast, room: str, rest: str = "") -> str:
    """An address in a room."""
    return f"/rooms/{cast.rooms[room].id}/{rest}"


# Published by others.


@override_settings(OPEN_FOR_SIGNUP=True, ACCOUNT_EMAIL_VERIFICATION="none")
@pytest.mark.django_db
def test_role_set_at_user_creation(client: Any) -> None:
    told = {"email": "new@example.org", "password1": "a long enough word", "role": "owner"}
    told |= {"password2": told["password1"], "is_staff": "1", "is_superuser": "1", "grants": "1"}
    client.post("/accounts/signup/", told)
    made = Person.objects.get(email="new@example.org")
    assert access.actor_for(made.id).held == ()
    assert not made.is_staff
    assert not hasattr(made, "is_superuser")


def test_tenant_taken_from_a_client_supplied_id(cast: Cast) -> None:
    client, other = cast.client("stranger"), cast.rooms["group"]
    told = {"title": "Mine", "group": "Mine", "plan": "Theirs"}
    ids = {"room_id": other.id, "deal_id": other.deal_id, "workspace": other.deal.workspace_id}
    client.post("/new/", {**told, **ids, "person": cast.people["owner"].id})
    made = Deal.objects.get(title="Mine")
    assert made.workspace_id != other.deal.workspace_id
    people = Grant.objects.filter(room__deal=made).values_list("person_id", flat=True)
    assert set(people) == {cast.people["stranger"].id}
    # What is sent along names another room: the one in the address counts.
    upload = SimpleUploadedFile("z.txt", b"made up")
    client.post(room_url(cast, "elsewhere", "files/"), {**ids, "files": upload})
    with cast.acting_in("group") as by:
        assert "contract/z.txt" not in {one.path for one in listed(by)}


def test_signing_endpoint_guarded_by_login_alone(cast: Cast) -> None:
    signing = [one for one in addresses() if one.policy and "sign" in _needs(one.policy)]
    assert all(one.policy and one.policy.who == "in room" for one in signing)
    for name in ("clinician", "viewer"):
        by = cast.entered(name, "group")
        with (
            acting(by.actor),
            pytest.raises(access.NotAllowed),
            change(by, Capability.SIGN) as said,
        ):
            said.that("terms.signed", {})


def _needs(policy: Any) -> set[str]:
    return {one.value for one in (policy.get, policy.post) if one}


def test_unchecked_foreign_keys_in_payloads(cast: Cast) -> None:
    client = cast.client("owner")
    with cast.acting_in("joint") as by:
        theirs = versions_of(by, "notes.txt")[0].id
        job = jobs_of(by)[0].id
    assert client.get(room_url(cast, "group", f"file/?version={theirs}")).status_code == 404
    assert client.post(room_url(cast, "group", f"file/back/{theirs}/")).status_code == 404
    assert client.post(room_url(cast, "group", f"work/{job}/again/")).status_code == 404
    with cast.acting_in("group") as by, pytest.raises(Http404):
        put_back(by=by, version_id=theirs)


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=50, DATA_UPLOAD_MAX_NUMBER_FILES=5)
def test_alias_or_batch_flooding(cast: Cast) -> None:
    client, to = cast.client("owner"), room_url(cast, "group", "files/")
    files = [SimpleUploadedFile(f"{one}.txt", b"made up") for one in range(6)]
    assert client.post(to, {"files": files}).status_code == 400
    assert client.post(to, {str(one): "x" for one in range(51)}).status_code == 400
    with pytest.raises(NotTaken, match="more than 1000 files"):
        unpack(packed({f"{one}.txt": b"x" for one in range(archive.MOST_FILES + 1)}))


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "\\\\elsewhere.example/",
        "/%09/elsewhere.example/",
        "javascript:alert(1)",
        "///elsewhere.example",
        "http:///elsewhere.example",
    ],
)
def test_open_redirect(cast: Cast, to: str) -> None:
    client = cast.client("owner")
    with cast.acting_in("group") as by:
        job = jobs_of(by)[0].id
    told = {"back": to, "next": to}
    answers = [
        client.post(room_url(cast, "group", f"work/{job}/cancel/"), told),
        client.post("/look/theme/", {"theme": "dark"}, headers={"referer": to}),
        client.post("/accounts/login/", told),
        client.get("/accounts/login/", told),
    ]
    for answer in answers:
        where = answer.headers.get("Location", "/")
        assert where.startswith("/"), where
        assert not where.startswith(("//", "/\\")), where


# Our own.


def test_lock_enforced_in_the_form_but_not_the_model(cast: Cast) -> None:
    for name in ("viewer", "clinician"):
        by = cast.entered(name, "group")
        with acting(by.actor), pytest.raises(access.NotAllowed):
            save_files(by=by, files={"terms.toml": b"a = 1\n"})
        with acting(by.actor), pytest.raises(access.NotAllowed):
            remove_file(by=by, path="notes.txt")


def test_audit_log_pruned(cast: Cast) -> None:
    with cast.acting_in("group") as by:
        entry = LedgerEntry.objects.within(by).first()
        assert entry is not None
        for prune in (entry.delete, LedgerEntry.objects.within(by).delete):
            with pytest.raises(Exception, match="never"), transaction.atomic():
                prune()
        assert LedgerEntry.objects.within(by).filter(pk=entry.pk).exists()


@pytest.mark.parametrize("role", sorted(ROLES))
def test_dead_rules(cast: Cast, role: str) -> None:
    # Each line of the table of roles lets through what it says, and stops everything else.
    kind = sorted(ROLES[role].rooms)[0]
    room = next(one for one in cast.rooms.values() if one.kind == kind)
    person = Person.objects.create_user(f"another-{role}@example.org")
    Grant.objects.create(
        person=person, room=room, role=role, purpose="made up", starts_at=NOW, granted_by="a test"
    )
    by = access.enter(access.actor_for(person.id), room.id)
    fired = set()
    for needs in Capability:
        try:
            with acting(by.actor), change(by, needs) as said:
                said.that("made.up", {})
        except access.NotAllowed:
            continue
        fired.add(needs.value)
    assert fired == ALLOWED[role]


def test_expired_grant_reuse(cast: Cast) -> None:
    by = cast.entered("teammate", "group")
    held = Grant.objects.filter(person=cast.people["teammate"], room=cast.rooms["group"])
    held.update(ends_at=NOW)
    # The page was shown while the grant was live; what it sends comes too late.
    with acting(by.actor), pytest.raises(Http404):
        save_files(by=by, files={"late.txt": b"made up"})
    assert cast.client("teammate").get(room_url(cast, "group")).status_code == 404
    held.update(ends_at=None)
    Person.objects.filter(pk=cast.people["teammate"].pk).update(is_active=False)
    with acting(by.actor), pytest.raises(Http404):
        save_files(by=by, files={"late.txt": b"made up"})


def test_a_change_asks_no_more_of_a_token_than_it_allows(cast: Cast) -> None:
    whole = cast.entered("owner", "group")
    narrow = Entered(whole.room, whole.actor.narrowed([whole.room.id], frozenset({READ})))
    with acting(narrow.actor), pytest.raises(access.NotAllowed):
        save_files(by=narrow, files={"a.txt": b"made up"})


def test_count_sort_or_filter_oracles(cast: Cast) -> None:
    # Whatever the other rooms hold, a page of one's own room is the same to the byte.
    asked = [
        "",
        "read/?severity=high",
        "read/?severity=low&decision=accepted",
        "work/",
        "file/?path=notes.txt",
        "file/?path=theirs.txt",
    ]
    client = cast.client("owner")

    def pages() -> list[bytes]:
        found = [client.get(room_url(cast, "group", one)).content for one in asked]
        return [_without_tokens(one) for one in found]

    before = pages()
    with cast.acting_in("plan") as by:
        save_files(by=by, files={"theirs.txt": b"made up", "notes.txt": b"other"})
    with cast.acting_in("elsewhere") as by:
        save_files(by=by, files={"theirs.txt": b"made up"})
    assert pages() == before


def _without_tokens(page: bytes) -> bytes:
    return re.sub(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+', rb"\1", page)


def test_cached_pages_across_users(cast: Cast) -> None:
    client, key = cast.client("owner"), key_of(finding_of("group"))
    asked = ("", "read/", f"read/finding/{key}/", "export/", "read/take/findings/", "nowhere/")
    for one in asked:
        kept = client.get(room_url(cast, "group", one)).headers["Cache-Control"]
        assert "no-store" in kept, one
        assert "private" in kept, one
        assert "public" not in kept, one


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_formula_injection(start: str) -> None:
    evil = f'{start}cmd|"/c calc"!A1'
    written = csv_export.render(("words",), [(evil,)])
    cell = list(csv.reader(io.StringIO(written)))[-1][0]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def _lies_about_its_size(way: int, true: int) -> bytes:
    """A ZIP whose directory says of a large file that it is small."""
    content = packed({"a.txt": bytes(true)}, way)
    small = (10).to_bytes(4, "little")
    return content.replace(true.to_bytes(4, "little"), small)


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(zipfile.ZIP_BZIP2, marks=pytest.mark.slow),
        pytest.param(zipfile.ZIP_LZMA, marks=pytest.mark.slow),
        zipfile.ZIP_DEFLATED,
    ],
)
def test_archive_bombs(way: int) -> None:
    import tracemalloc  # noqa: PLC0415 - slows everything that is measured with it

    bombs = (_lies_about_its_size(way, 20_000_000), packed({"a.txt": bytes(20_000_000)}, way))
    for bomb in bombs:
        tracemalloc.start()
        try:
            with pytest.raises(NotTaken):
                unpack(bomb)
            assert tracemalloc.get_traced_memory()[1] < 6_000_000
        finally:
            tracemalloc.stop()


XXE = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY secret SYSTEM "file://%s">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>Notice is &secret; days.</w:t></w:r></w:p></w:body></w:document>"""


def test_xxe(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the master key", encoding="utf-8")
    folder = tmp_path / "deal"
    (folder / "contract").mkdir(parents=True)
    types = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    parts = {
        "[Content_Types].xml": types,
        "word/document.xml": XXE % str(secret).encode(),
    }
    (folder / "contract" / "01.docx").write_bytes(packed(parts))
    (folder / "contract" / "02.txt").write_bytes(b"Either party may end this agreement.")
    made = b"".join(content for _, content in review.run(folder, lambda _: None, {}))
    assert b"the master key" not in made


@pytest.mark.parametrize(
    "name",
    [
        "../keys.txt",
        "contract/../../keys.txt",
        "/etc/keys.txt",
        "C:/keys.txt",
        "..\\keys.txt",
        "contract/./x.txt",
        "contract//x.txt",
        "~/\x00.txt",
        "con.txt",
        "contract/\u202etxt.exe.txt",
    ],
)
def test_path_traversal(cast: Cast, name: str) -> None:
    with pytest.raises(NotTaken):
        archive.checked({name: b"made up"})
    client, to = cast.client("owner"), room_url(cast, "group", "import/")
    before = _paths(cast)
    folder = SimpleUploadedFile("deal.zip", packed({"contract/01.txt": b"x", name: b"made up"}))
    client.post(to, {"folder": folder})
    # The unpacking library itself cuts a name at a zero byte; what is kept is safe all the same.
    assert all(".." not in one and not one.startswith("/") for one in _paths(cast) - before)
    assert client.get(room_url(cast, "group", "file/"), {"path": name}).status_code in {400, 404}


def _paths(cast: Cast) -> set[str]:
    with cast.acting_in("group") as by:
        return {path for path, _ in contents(by)}


EVIL = '<script>alert("notice")</script><img src=x onerror=alert(1)>'


def test_stored_xss_in_clause_text(cast: Cast, tmp_path: Path) -> None:
    folder = tmp_path / "deal"
    (folder / "contract").mkdir(parents=True)
    text = f"1. Notice. {EVIL} Plan may amend this Agreement at any time without notice. {EVIL}"
    (folder / "contract" / "01.txt").write_text(text, encoding="utf-8")
    made = dict(review.run(folder, lambda _: None, {}))
    for name, content in made.items():
        if name.endswith(".html"):
            assert b"<script" not in content, name
            assert b"<img" not in content, name
    assert b"&lt;script&gt;" in made["text.html"]
    found = json.loads(made["findings.json"])["findings"]
    assert any("&lt;script&gt;" in one["html"] for one in found)
    assert not any("<script" in one["html"] or "<img" in one["html"] for one in found)


def test_stored_xss_in_names_and_remarks(cast: Cast) -> None:
    client, key = cast.client("owner"), key_of(finding_of("group"))
    finding = room_url(cast, "group", f"read/finding/{key}/")
    client.post(finding, {"text": EVIL})
    client.post(finding, {"decision": "dismissed", "reason": EVIL})
    Deal.objects.filter(pk=cast.rooms["group"].deal_id).update(title=EVIL)
    for one in ("", "read/", f"read/finding/{key}/", "work/", "file/?path=notes.txt"):
        page = client.get(room_url(cast, "group", one)).content.decode()
        assert "<script>alert" not in page, one
        assert "<img" not in page, one
    assert "&lt;img" in client.get(finding).content.decode()


@anyone()
def fails_over_a_patient(request: HttpRequest) -> HttpResponse:
    """Fails, as a page may that reads a wrong line of a table."""
    float(request.GET.get("name", PATIENT))
    return HttpResponse(b"")


class Failing:
    """Addresses with a page that fails."""

    urlpatterns = (path("fails/", fails_over_a_patient),)


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What our log writes."""
    into = io.StringIO()
    handler = logging.StreamHandler(into)
    handler.setFormatter(RouteOnly("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    try:
        yield into
    finally:
        logging.getLogger().removeHandler(handler)


@override_settings(ROOT_URLCONF=Failing)
@pytest.mark.django_db
def test_phi_in_logs_or_error_pages() -> None:
    client = Cast({}, {}).client(ANONYMOUS)
    with logged() as log:
        answer = client.get("/fails/", {"name": PATIENT})
    assert answer.status_code == 500
    assert b"Maria" not in answer.content
    assert b"Traceback" not in answer.content
    assert "ValueError" in log.getvalue()
    assert "fails_over_a_patient" in log.getvalue()
    assert "Maria" not in log.getvalue()
    assert our_settings.LOGGING["formatters"] == {
        "plain": {
            "()": "fairterms_web.log_lines.RouteOnly",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    }


FETCHES = re.compile(
    r"^\s*(?:import|from)\s+(?:requests|httpx|urllib\.request|urllib3|http\.client|socket|aiohttp)\b",
    re.MULTILINE,
)
MAY_FETCH: dict[str, str] = {}
"""Modules that open a connection, each with the reason; no address a person typed may be asked."""


def test_ssrf() -> None:
    root = Path(fairterms_web.__file__).parent
    found = {
        str(one.relative_to(root))
        for one in root.rglob("*.py")
        if FETCHES.search(one.read_text(encoding="utf-8"))
    }
    assert found == set(MAY_FETCH)


def test_header_injection_by_the_name_of_a_deal(cast: Cast) -> None:
    title = 'Cedar\r\nSet-Cookie: a=b"; filename="x.html'
    Deal.objects.filter(pk=cast.rooms["group"].deal_id).update(title=title)
    answer = cast.client("owner").get(room_url(cast, "group", "export/"))
    assert answer.status_code == 200
    kept = answer.headers["Content-Disposition"]
    assert kept.startswith("attachment; filename=")
    assert kept.count('"') == 2
    assert "a" not in answer.cookies
    assert "Maß.txt".encode() not in download(b"", "Maß.txt").serialize_headers()


@pytest.mark.parametrize("where", ["query", "form"])
def test_a_zero_byte_is_told_before_it_reaches_the_database(cast: Cast, where: str) -> None:
    client = cast.client("owner")
    if where == "query":
        answer = client.get(room_url(cast, "group", "file/"), {"path": "a\x00b"})
    else:
        answer = client.post(room_url(cast, "group", "file/remove/"), {"path": "a\x00b"})
    assert answer.status_code == 400


def test_an_upload_larger_than_what_is_taken_is_not_read(cast: Cast) -> None:
    client, to = cast.client("owner"), room_url(cast, "group", "files/")
    with override_settings(MOST_UPLOADED=2_000):
        small = SimpleUploadedFile("a.txt", b"x" * 1_000)
        large = SimpleUploadedFile("a.txt", b"x" * 3_000)
        assert client.post(to, {"files": small}).status_code == 302
        assert client.post(to, {"files": large}).status_code == 400
