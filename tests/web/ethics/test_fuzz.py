"""Whatever a browser says of itself, nothing of it is kept: not in a table, a log or a letter."""

import random
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.db import connection
from django.test import Client, RequestFactory

from fairterms.audit.ethics.flood import Quota
from fairterms.audit.ethics.passphrase import plain
from fairterms_web.ethics import flood, letterbox, speaking_up
from fairterms_web.ethics.models import Report
from fairterms_web.ethics.recipients import recipients
from fairterms_web.people.models import Letter, SignedIn
from fairterms_web.rooms.walls import as_system
from tests.web.cast import NOW
from tests.web.ethics.desk import Desk
from tests.web.ethics.test_quiet import written

HEADERS = (
    "HTTP_USER_AGENT",
    "HTTP_REFERER",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_VIA",
    "HTTP_FROM",
    "HTTP_COOKIE",
    "HTTP_AUTHORIZATION",
    "HTTP_ORIGIN",
    "HTTP_X_REQUEST_ID",
    "HTTP_DNT",
    "REMOTE_HOST",
    "REMOTE_USER",
)
FORM = "application/x-www-form-urlencoded"
SUBJECTS = ("money", "care", "privacy", "interest", "conduct", "other")
SOUNDS = "aeiou \n\t<>&\"'%{}é漢\u202e0123456789"


def mark(chance: random.Random) -> str:
    """Bytes that stand for a person, found wherever they were kept."""
    return f"sentinel{chance.randrange(16**12):012x}"


def headers(chance: random.Random, sign: str) -> dict[str, str]:
    """What a browser and a proxy may say, each with the mark in it."""
    chosen = chance.sample(HEADERS, chance.randrange(1, len(HEADERS)))
    told = {name: f"{chance.choice(('', 'a=', '10.0.0.1, '))}{sign}" for name in chosen}
    address = ".".join(str(chance.randrange(1, 255)) for _ in range(4))
    return {**told, "REMOTE_ADDR": f"{address}", "QUERY_STRING": f"from={sign}"}


def words(chance: random.Random, sign: str) -> str:
    """What somebody writes, the mark in it too: it may lie in the table sealed alone."""
    noise = "".join(chance.choice(SOUNDS) for _ in range(chance.randrange(1, 200)))
    return f"{noise}{sign}"


def dump() -> Iterator[bytes]:
    """Every value of every table, as bytes."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')  # noqa: S608 - our tables
            for row in cursor.fetchall():
                for value in row:
                    yield (
                        bytes(value)
                        if isinstance(value, bytes | memoryview)
                        else str(value).encode()
                    )


def submit(desk: Desk, count: int, seed: int, every: int = 1) -> None:
    """Send reports of many browsers, some through the whole program, and look what was kept."""
    chance, addresses, client = random.Random(seed), set[str](), Client()  # noqa: S311 - no secret
    with written() as log:
        for number in range(count):
            sign = mark(chance)
            said = headers(chance, sign)
            form = desk.form(subject=chance.choice(SUBJECTS), what=words(chance, sign))
            form |= {sign: sign, **({} if number % 10 else {"left_out": sign})}
            sent = urlencode(form)
            if number % every:
                # Headers of any name.
                request = RequestFactory().post(desk.public(), sent, FORM, **said)  # type: ignore[arg-type]
                answer = speaking_up.speak_up(request, desk.code)
            else:
                # Headers of any name.
                answer = client.post(desk.public(), sent, FORM, **said)  # type: ignore[arg-type]
            assert answer.status_code == (200 if number % 10 else 422)
            addresses.add(said["REMOTE_ADDR"])
        assert log.getvalue() == ""
    assert mail.outbox == []
    with as_system():
        held = b"\n".join(dump())
    assert b"sentinel" not in held
    assert not [one for one in addresses if one.encode() in held]
    assert not SignedIn.objects.exists()
    assert not Letter.objects.exists()
    with as_system():
        assert Report.objects.of_every_room().count() == count - (count + 9) // 10


@pytest.fixture
def wide_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """No flood is ended here."""
    quota = Quota(per_day=100_000, free=99_000)
    monkeypatch.setattr(flood, "quota_of", lambda _: quota)


@pytest.fixture
def looked_up_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked up for every report, and holds nothing of it, is looked up once."""
    box, people = desk.box, recipients(desk.room, NOW)
    monkeypatch.setattr(letterbox, "find", lambda _: box)
    monkeypatch.setattr(speaking_up, "recipients", lambda *_: people)


def test_a_hundred_reports_leave_nothing_of_who_sent_them(
    desk: Desk, wide_open: None, looked_up_once: None
) -> None:
    submit(desk, 100, seed=20_270_301, every=10)


@pytest.mark.slow
def test_every_way_through_the_whole_program_leaves_nothing(desk: Desk, wide_open: None) -> None:
    submit(desk, 60, seed=20_270_303)


@pytest.mark.slow
@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="what is kept is the same; 60 are sent there too"
)
def test_ten_thousand_reports_leave_nothing_of_who_sent_them(
    desk: Desk, wide_open: None, looked_up_once: None
) -> None:
    submit(desk, 10_000, seed=20_270_302, every=20)


def test_the_search_finds_what_was_kept(desk: Desk, wide_open: None) -> None:
    submit(desk, 1, seed=1)
    desk.room.deal.title = "sentinel000000000000"
    desk.room.deal.save()
    with as_system():
        assert b"sentinel" in b"\n".join(dump())


def test_of_a_request_the_method_the_form_and_one_header_are_read(desk: Desk) -> None:
    request = RequestFactory().post(desk.public(), desk.form(subject="money", what="x"))
    read = set[str]()

    class Watched(dict[str, object]):
        def __getitem__(self, name: str) -> object:
            read.add(name)
            return super().__getitem__(name)

        def get(self, name: str, other: object = None) -> object:
            read.add(name)
            return super().get(name, other)

    request.META = Watched(request.META)
    request.__dict__.pop("headers", None)
    assert speaking_up.speak_up(request, desk.code).status_code == 200
    assert read <= {"HTTP_SEC_FETCH_SITE", "CONTENT_TYPE", "CONTENT_LENGTH"}


def test_a_passphrase_lies_nowhere(desk: Desk) -> None:
    passphrase = desk.arrived()
    with as_system():
        held = b"\n".join(dump())
    for one in (passphrase, plain(passphrase), *passphrase.split()[:2]):
        assert one.encode() not in held.replace(b"babab", b"")
