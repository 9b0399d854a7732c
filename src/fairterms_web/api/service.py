"""The API as one object: every route, who may ask, and its description for other programs."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ninja import NinjaAPI, Router

from fairterms_web.api.bearer import Token
from fairterms_web.api.problems import MEDIA, SAID
from fairterms_web.api.refusals import HANDLERS
from fairterms_web.api.routes import (
    copies,
    files,
    findings,
    ledger,
    people,
    rooms,
    talks,
    terms,
    work,
)

PREFIX = "/api/v1/"
EVERY = (400, 401, 422, 429)
IN_ROOM = (403, 404, 410)
ROUTERS: tuple[Router, ...] = (
    rooms.router,
    files.router,
    work.router,
    findings.router,
    terms.router,
    talks.router,
    copies.router,
    ledger.router,
    people.router,
)
WORDS = """What the pages of the workspace can do, for other programs.

Send your token as `Authorization: Bearer …`. A token opens the rooms it was made for, and never
more than you may do there yourself. Every list is given in parts (`limit`, `offset`). What cannot
be done is told as `application/problem+json` (RFC 9457).
"""


def _service() -> NinjaAPI:
    made = NinjaAPI(
        title="Fairterms",
        version="1",
        description=WORDS,
        auth=Token(),
        docs_url=None,
        openapi_url=None,
        urls_namespace="api-v1",
    )
    for router in ROUTERS:
        made.add_router("", router)
    for kind, handler in HANDLERS.items():
        made.add_exception_handler(kind, handler)
    return made


service = _service()


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """Return the description of the API (OpenAPI 3.1)."""
    told: dict[str, Any] = dict(service.get_openapi_schema(path_prefix=PREFIX))
    told["components"]["schemas"]["Problem"] = _problem()
    for path, _, operation in operations(told):
        statuses = list(EVERY)
        if "{room_id}" in path:
            statuses += IN_ROOM
        if "requestBody" in operation:
            statuses += [413]
            if "application/json" not in operation["requestBody"]["content"]:
                statuses += [415]
        if operation["operationId"].endswith("get_ledger"):
            statuses += [409]
        for status in sorted(statuses):
            operation["responses"][str(status)] = _answer(status)
        operation["responses"] = {str(one): how for one, how in operation["responses"].items()}
    return told


def operations(told: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the path, the method and the description of each operation."""
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            yield path, method.upper(), operation


def _answer(status: int) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "description": SAID[status][1],
        "content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status == 429:
        answer["headers"] = {"Retry-After": {"required": True, "schema": {"type": "string"}}}
    return answer


def _problem() -> dict[str, Any]:
    text = {"type": "string"}
    part = dict.fromkeys(("where", "what", "why", "fix"), text)
    named = {
        "type": text,
        "title": text,
        "status": {"type": "integer"},
        "detail": text,
        "problems": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": part,
                "required": list(part),
                "additionalProperties": False,
            },
        },
    }
    return {
        "type": "object",
        "title": "Problem",
        "description": "What cannot be done, why, and what to do (RFC 9457).",
        "properties": named,
        "required": list(named),
        "additionalProperties": False,
    }
