"""The log knows a route and a kind of mistake, and nothing anybody sent."""

import logging
import logging.config
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from fairterms_web.log_lines import RouteOnly

WRITER = RouteOnly("%(levelname)s %(name)s %(message)s")


def lines(records: list[logging.LogRecord]) -> str:
    return "\n".join(WRITER.format(one) for one in records)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/invitations/made-up-secret/", "WARNING django.request 404 /invitations/<slug:secret>/"),
        ("/enter/made-up-secret/", "WARNING django.request 404 /enter/<slug:secret>/"),
        ("/nowhere/made-up-secret/?a=made-up-secret", "WARNING django.request 404 (no page"),
    ],
)
def test_a_secret_in_an_address_is_not_logged(
    caplog: pytest.LogCaptureFixture, path: str, line: str
) -> None:
    assert Client().get(path).status_code == 404
    assert lines(caplog.records).startswith(line)
    assert "made-up-secret" not in lines(caplog.records)


@pytest.mark.django_db
def test_a_form_from_elsewhere_is_refused_and_its_address_is_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    Client(enforce_csrf_checks=True).post("/invitations/made-up-secret/", {"a": "made-up-secret"})
    assert "403 /invitations/<slug:secret>/" in lines(caplog.records)
    assert "made-up-secret" not in lines(caplog.records)


def test_of_a_mistake_its_kind_and_place_are_written_and_not_its_words() -> None:
    patient = "Member 12345"
    try:
        int(patient)
    except ValueError as wrong:
        found = (type(wrong), wrong, wrong.__traceback__)
        record = logging.LogRecord("a", logging.ERROR, __file__, 1, "it broke", (), found)
    line = WRITER.format(record)
    assert line.startswith("ERROR a it broke\nValueError\n")
    assert "test_log_lines.py" in line
    assert "12345" not in line


def test_a_record_is_left_as_it_was_for_others() -> None:
    record = logging.LogRecord("a", logging.ERROR, __file__, 1, "%s", ("words",), None)
    record.request = object()
    WRITER.format(record)
    assert (record.msg, record.args) == ("%s", ("words",))


def test_every_handler_of_the_workspace_writes_so() -> None:
    said: Any = settings.LOGGING
    formats = said["formatters"]
    for handler in said["handlers"].values():
        assert formats[handler["formatter"]]["()"] == "fairterms_web.log_lines.RouteOnly"
    assert said["loggers"]["django"]["handlers"] == []
