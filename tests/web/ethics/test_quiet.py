"""The log has no line of reporters; of our own mistakes it has the day alone."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.test import Client, RequestFactory

from fairterms_web.ethics.quiet import Quiet
from fairterms_web.log_lines import RouteOnly
from tests.web.ethics.desk import Desk


@contextmanager
def written() -> Iterator[io.StringIO]:
    """What the workspace's own handlers write."""
    into = io.StringIO()
    ours = [one for one in logging.getLogger().handlers if isinstance(one.formatter, RouteOnly)]
    assert ours, "the workspace writes a log"
    before = [one.setStream(into) for one in ours if isinstance(one, logging.StreamHandler)]
    try:
        yield into
    finally:
        for one, stream in zip(ours, before, strict=True):
            assert isinstance(one, logging.StreamHandler)
            one.setStream(stream)


def test_no_answer_to_a_reporter_leaves_a_line(desk: Desk) -> None:
    with written() as log:
        client = Client()
        statuses = [
            client.get(desk.public()).status_code,
            client.get(desk.public().replace(desk.code, "nowhere")).status_code,
            client.get("/speak-up/nowhere/deeper/still/").status_code,
            client.post(desk.public(), desk.form()).status_code,
            client.post(desk.public(), {}).status_code,
            client.put(desk.public()).status_code,
            client.post(desk.public("follow"), desk.form(words="\x00")).status_code,
        ]
        assert statuses == [200, 404, 404, 422, 403, 405, 400]
        assert log.getvalue() == ""
        client.get("/nowhere/")
        assert "404" in log.getvalue(), "other addresses leave their line"


def test_a_mistake_of_ours_is_told_with_the_day_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("They bill twice.")

    monkeypatch.setattr("fairterms_web.ethics.letterbox.put", broken)
    form = desk.form(subject="money", what="They bill twice.")
    with written() as log:
        client = Client(raise_request_exception=False)
        assert client.post(desk.public(), form).status_code == 500
    line = log.getvalue()
    assert "00:00:00,000 ERROR django.request 500 /speak-up/<slug:code>/" in line
    assert "ValueError" in line
    assert "bill" not in line
    assert desk.code not in line


def test_a_record_of_another_page_keeps_its_time() -> None:
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "m", (), None)
    record.request = RequestFactory().get("/rooms/a/ethics/")
    before = record.created
    assert Quiet().filter(record)
    assert record.created == before
    record.request = RequestFactory().get("/speak-up/a/")
    assert Quiet().filter(record)
    assert datetime.fromtimestamp(record.created, UTC).time().isoformat() == "00:00:00"
