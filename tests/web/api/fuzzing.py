"""Requests made from the description of the API, right and wrong, and what is answered to them.

Everything a request does is undone, so that each finds the rooms as they were made.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks

from fairterms_web.api import access
from fairterms_web.deals.access import copied_files, copies_of, versions_of
from fairterms_web.jobs.access import jobs_of
from fairterms_web.read.access import key_of
from tests.web.cast import Cast, finding_of

if TYPE_CHECKING:
    from schemathesis import Case
    from schemathesis.schemas import APIOperation

CHECKS = [
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
"""Beside our own: no answer of 500 or more, and none but 401 without a token."""
SOMEWHERE_ELSE = "made up"
PLACES = ("group", "joint", SOMEWHERE_ELSE)
"""Whose things stand in the addresses."""


@schemathesis.serializer("application/zip")
def _packed(_: schemathesis.SerializationContext, value: Any) -> bytes:
    """Send what was made up for a ZIP as its bytes; schemathesis knows no such type."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", errors="replace")


@dataclass
class Counts:
    """What was asked and answered.

    Attributes
    ----------
    statuses
        Answers by status.
    wrong
        What did not keep to the description, each once.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: set[str] = field(default_factory=set)

    @property
    def cases(self) -> int:
        """How many requests were made."""
        return self.statuses.total()


def fuzz(cast: Cast, secret: str, cases: int, number: int = 1) -> Counts:
    """Ask every operation with a token and without.

    Parameters
    ----------
    cast
        Whose rooms are asked about.
    secret
        Of a token that may do everything in them.
    cases
        How many requests at least.
    number
        The seed.
    """
    counts = Counts()
    ways = [(how, mode, secret) for mode in GenerationMode for how in PLACES]
    ways.append((PLACES[0], GenerationMode.POSITIVE, ""))
    with patch.object(access, "CALLS_A_MINUTE", 10**9), _one_connection():
        told = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
        _leave_tokens_to_us(told.raw_schema)
        asked = [one.ok() for one in told.get_all_operations() if isinstance(one, Ok)]
        known = {room: _things(cast, room) for room in PLACES if room != SOMEWHERE_ELSE}
        # Of some operations nothing wrong can be asked: another round asks what is still missing.
        while counts.cases < cases:
            each = -(-(cases - counts.cases) // (len(asked) * len(ways)))
            for operation, (how, mode, who) in product(asked, ways):
                strategy = operation.as_strategy(mode, **_filled(known.get(how, {}), operation))
                _ask(operation, strategy, who, (each, number, counts))
            number += 1
    return counts


def _ask(
    operation: "APIOperation[Any, Any, Any, Any]",
    strategy: Any,
    secret: str,
    much: tuple[int, int, Counts],
) -> None:
    each, number, counts = much

    @seed(number)
    @settings(
        max_examples=each,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def one(case: "Case[Any]") -> None:
        # A header that was made up instead of the token is no request with a token.
        case.headers.pop("Authorization", None)
        given_token = {"Authorization": f"Bearer {secret}"} if secret else {}
        with _forgotten():
            answer = case.call(headers=given_token)
        counts.statuses[answer.status_code] += 1
        wrong = _wrong(case, answer, has_token=bool(secret))
        if wrong:
            counts.wrong.add(f"{operation.method.upper()} {operation.path}: {wrong}")

    # Where nothing is asked that could be wrong, no wrong request can be made up.
    with suppress(Unsatisfiable):
        one()


def _wrong(case: "Case[Any]", answer: Any, *, has_token: bool) -> str:
    status = answer.status_code
    if status >= 500 or (not has_token and status not in {401, 404, 405}):
        return f"status {status}"
    # A path that was made up so that it is another address altogether: there is nothing to keep to.
    if status == 404 and "/docs/#not-there" in answer.text and "{" not in case.operation.path:
        return "status 404"
    try:
        case.validate_response(answer, checks=CHECKS)
    except (Failure, FailureGroup) as failures:
        return " ".join(str(failures).split())[:400]
    return ""


def _leave_tokens_to_us(description: dict[str, Any]) -> None:
    """Take what it says of tokens out: schemathesis would leave ours away to see what happens."""
    description["components"].pop("securitySchemes")
    for methods in description["paths"].values():
        for operation in methods.values():
            operation.pop("security")


def _filled(
    known: Mapping[str, str], operation: "APIOperation[Any, Any, Any, Any]"
) -> Mapping[str, Any]:
    """What is there in a room, for the arguments of an operation; nothing for made-up ones."""
    if not known:
        return {}
    path = {name: known[name] for name in known if f"{{{name}}}" in operation.path}
    filled: dict[str, Any] = {"path_parameters": path}
    if any(one.name == "path" for one in operation.query):
        filled["query"] = {"path": "notes.txt"}
    return filled


def _things(cast: Cast, room: str) -> dict[str, str]:
    with cast.acting_in(room) as by:
        job = jobs_of(by)[0].id
        version = versions_of(by, "notes.txt")[0].id
    with cast.acting_in("joint") as by:
        copy = copies_of(by)[0]
        copied = copied_files(by, copy)[0].id
    return {
        "room_id": cast.rooms[room].id,
        "job_id": job,
        "version_id": version,
        "key": key_of(finding_of(room)),
        "copy_id": copy.id,
        "file_id": copied,
        "name": "text.html",
        "entry": "notice_1",
    }


@contextmanager
def _one_connection() -> Iterator[None]:
    """Keep the connection between requests, as Django's own test client does."""
    ends = (request_started, request_finished)
    for one in ends:
        one.disconnect(close_old_connections)
    try:
        yield
    finally:
        for one in ends:
            one.connect(close_old_connections)


@contextmanager
def _forgotten() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
