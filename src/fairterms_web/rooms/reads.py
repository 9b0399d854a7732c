"""Reading in the auditor's room leaves a trace: who read what, when."""

from django.db import transaction
from django.http import HttpRequest

from fairterms_web.ledgers import store
from fairterms_web.rooms.entered import Entered


def record(entered: Entered, request: HttpRequest) -> None:
    """Record that a page of the room was read; its route is kept, never its query.

    Notes
    -----
    It tells what was done already and asks for no right, so it is no change of its own: whether the
    grant still holds was asked when the room was entered, a moment ago.
    """
    with transaction.atomic():
        store.append(by=entered, kind="page.read", content={"route": _route(request)})


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    assert match is not None, "a view was found for the request"
    return match.view_name or match.route
