"""The description of the API is true: answers keep to it, whatever is sent."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from django.test import Client

from fairterms_web.api.service import description, operations

if TYPE_CHECKING:
    from tests.web.api.program import Program

ALL = "remark write share sign grant"
CASES = 1_500


def test_every_operation_says_what_it_does_and_how_it_refuses() -> None:
    for path, method, operation in operations(description()):
        assert operation["description"].endswith("."), (path, method)
        assert {"401", "422", "429"} <= operation["responses"].keys(), (path, method)
        assert operation["security"] == [{"Token": []}], (path, method)


def test_names_that_are_not_known_are_refused_by_every_body() -> None:
    bodies = [
        operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        for _, _, operation in operations(description())
        if "application/json" in operation.get("requestBody", {}).get("content", {})
    ]
    schemas = description()["components"]["schemas"]
    assert len(bodies) >= 8
    assert all(schemas[one.rpartition("/")[2]]["additionalProperties"] is False for one in bodies)


@pytest.mark.django_db
def test_people_and_programs_can_read_it_without_signing_in() -> None:
    page, told = Client().get("/api/v1/docs/"), Client().get("/api/v1/openapi.json")
    assert (page.status_code, told.json()["openapi"]) == (200, "3.1.0")
    assert "GET /api/v1/rooms" in page.content.decode()


@pytest.mark.slow
def test_whatever_is_sent_the_answer_keeps_to_the_description(
    program: "Callable[..., Program]",
) -> None:
    from tests.web.api.fuzzing import fuzz  # noqa: PLC0415 - Django is set up by now

    logging.disable(logging.WARNING)
    owner = program("owner", "group", "joint", may=ALL)
    counts = fuzz(owner.cast, owner.secret, CASES)
    logging.disable(logging.NOTSET)
    assert counts.wrong == set()
    assert counts.cases >= CASES
    assert {200, 201, 202, 204, 401, 404, 422} <= counts.statuses.keys()


@pytest.mark.slow
def test_a_planted_wrong_answer_is_found(program: "Callable[..., Program]") -> None:
    from tests.web.api.fuzzing import fuzz  # noqa: PLC0415 - Django is set up by now

    owner = program("owner", "group", "joint", may=ALL)
    with patch("fairterms_web.api.problems.MEDIA", "text/html"):
        assert fuzz(owner.cast, owner.secret, 1).wrong
    with patch("fairterms_web.deals.access.listed", side_effect=RuntimeError):
        assert any("500" in one for one in fuzz(owner.cast, owner.secret, 1).wrong)
