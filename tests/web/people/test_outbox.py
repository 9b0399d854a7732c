"""A letter is sent after its transaction, once, and tried again; what it says lies sealed."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction
from django_tasks_db.management.commands import db_worker
from pytest_django import Settings

from fairterms_web.people import outbox
from fairterms_web.people.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def server(settings: Settings) -> None:
    settings.SENDS_MAIL = True


def put() -> None:
    assert outbox.put(to="bea@example.org", subject="An\ninvitation", text="the secret link")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> int:
        raise SMTPServerDisconnected("bea@example.org was refused")

    monkeypatch.setattr(EmailBackend, "send_messages", away)


def test_a_letter_waits_for_the_worker_and_is_sent_once() -> None:
    put()
    assert mail.outbox == []
    assert (outbox.send_due(), outbox.send_due()) == (1, 0)
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["bea@example.org"], "An invitation")
    assert letter.body == "the secret link"
    assert not Letter.objects.exists()


def test_what_did_not_happen_is_not_written_about() -> None:
    def fail() -> None:
        with transaction.atomic():
            put()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert outbox.send_due() == 0


def test_what_a_letter_says_lies_sealed() -> None:
    put()
    assert b"secret" not in bytes(Letter.objects.get().body)


@pytest.mark.usefixtures("broken")
def test_a_letter_is_tried_again_later_and_later_and_then_given_up() -> None:
    put()
    now, waits = datetime.now(UTC), []
    for _ in range(outbox.MOST_ATTEMPTS):
        assert outbox.send_due(now) == 0
        left = Letter.objects.first()
        if left is None:
            break
        assert outbox.send_due(now) == 0, "not before its time"
        waits.append((left.due_at - now) // timedelta(minutes=1))
        now = left.due_at
    assert waits == [5, 10, 20, 40, 80, 160, 320]
    assert not Letter.objects.exists()


@pytest.mark.usefixtures("broken")
def test_the_log_names_nobody(caplog: pytest.LogCaptureFixture) -> None:
    put()
    outbox.send_due()
    assert "SMTPServerDisconnected" in caplog.text
    assert "bea" not in caplog.text


def test_one_broken_letter_does_not_hold_up_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    first = EmailBackend.send_messages
    tried = []

    def once_away(self: EmailBackend, messages: list[mail.EmailMessage]) -> int:
        tried.append(messages)
        if len(tried) == 1:
            raise SMTPServerDisconnected
        return first(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", once_away)
    put()
    put()
    assert outbox.send_due() == 1


def test_without_a_mail_server_no_letter_is_kept(settings: Settings) -> None:
    settings.SENDS_MAIL = False
    assert not outbox.put(to="bea@example.org", subject="a", text="b")
    assert not Letter.objects.exists()


def test_the_worker_sends_what_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)
    # The worker renews its connection; a test is one transaction, and must keep it.
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    put()
    call_command("work", "--once")
    assert len(mail.outbox) == 1
