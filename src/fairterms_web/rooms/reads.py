"""Reading in the auditor's room leaves a trace: who read what, when."""

from django.http import HttpRequest

from fairterms_web.rooms.change import change
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import READ


def record(entered: Entered, request: HttpRequest) -> None:
    """Record that a page of the room was read; its route is kept, never its query."""
    with change(entered, READ) as said:
        said.that("page.read", {"route": _route(request)})


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    assert match is not None, "a view was found for the request"
    return match.view_name or match.route
