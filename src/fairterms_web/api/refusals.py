"""Which problem each refusal of the workspace becomes; the same refusals the pages show."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.core.exceptions import ValidationError as FormError
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import AuthenticationError, HttpError, ValidationError

from fairterms.units.problem import Problem
from fairterms.units.refusal import Refusal
from fairterms_web.api.bearer import TooOften
from fairterms_web.api.problems import Handler, Part, lines, problem
from fairterms_web.api.uploads import OtherForm, TooLarge
from fairterms_web.deals.actions import CannotGive
from fairterms_web.deals.contents import NotTaken
from fairterms_web.deals.paths import BadPath
from fairterms_web.ledgers.access import NotWhole
from fairterms_web.negotiate.actions import NotWritten
from fairterms_web.read.actions import NeedsReason
from fairterms_web.rooms.access import NotAllowed
from fairterms_web.rooms.actions import CannotGrant
from fairterms_web.rooms.roles import WORDS
from fairterms_web.terms.pace import TooOften as CheckedTooOften
from fairterms_web.vault.box import Unopened

log = logging.getLogger("django.request")


class Destroyed(Exception):
    """The content of a room was destroyed."""


class NotAccepted(ValueError):
    """What was sent was not accepted by the form the pages use; holds what is wrong where."""

    def __init__(self, errors: Mapping[str, Sequence[str]]) -> None:
        super().__init__("not accepted")
        self.errors = errors

    @classmethod
    def by(cls, form: BaseForm) -> "NotAccepted":
        """Return what a form says, without repeating what was sent to it."""
        found = form.errors.as_data()
        return cls({name: [_words(one) for one in errors] for name, errors in found.items()})


def _words(error: FormError) -> str:
    if error.code == "invalid_choice":
        return "This is none of what can be chosen."
    return " ".join(error.messages)


def _plainly(status: int) -> Handler:
    def handle(_: HttpRequest, __: Exception) -> HttpResponse:
        return problem(status)

    return handle


def _no_token(_: HttpRequest, __: Exception) -> HttpResponse:
    return problem(401, headers={"WWW-Authenticate": 'Bearer realm="fairterms"'})


def _not_allowed(_: HttpRequest, refused: NotAllowed) -> HttpResponse:
    return problem(403, f"In this room this token may not {WORDS[refused.needs]}.")


def _too_often(_: HttpRequest, refused: TooOften) -> HttpResponse:
    return problem(429, headers={"Retry-After": str(refused.wait)})


def _wait(_: HttpRequest, __: Exception) -> HttpResponse:
    return problem(429, headers={"Retry-After": "1"})


def _said(_: HttpRequest, refused: ValueError) -> HttpResponse:
    return problem(422, str(refused), lines(str(refused)))


def _refusal(_: HttpRequest, refused: Refusal) -> HttpResponse:
    part = Part(where=refused.subject, what=refused.what, why=refused.why, fix=refused.fix)
    return problem(422, refused.sentences, [part])


def _not_written(_: HttpRequest, refused: NotWritten) -> HttpResponse:
    return problem(422, parts=[_part(one) for one in refused.problems])


def _part(one: Problem) -> Part:
    return Part(where=one.file, what=one.what, why=one.why, fix=one.fix)


def _not_accepted(_: HttpRequest, refused: NotAccepted) -> HttpResponse:
    parts = [
        Part(where=f"body.{name}", what=one, why="", fix="Change it, and send it again.")
        for name, found in refused.errors.items()
        for one in found
    ]
    return problem(422, parts=parts)


def _wrong_shape(_: HttpRequest, refused: ValidationError) -> HttpResponse:
    return problem(422, parts=[_shape(one) for one in refused.errors])


def _shape(error: Mapping[str, Any]) -> Part:
    """Say where something has another shape; never what was sent, nor a name the sender chose."""
    place = list(error["loc"])
    if error["type"] == "extra_forbidden":
        place = place[:-1]
        what = "a name is sent that is not known here"
    else:
        what = str(error["msg"])
    # ninja counts the name of its own argument as a step into a body.
    steps = [*place[:1], *place[2:]] if place[0] == "body" else place
    where = ".".join(str(one) for one in steps)
    return Part(where=where, what=what, why="", fix="Send it as the documentation says.")


def _http(_: HttpRequest, refused: HttpError) -> HttpResponse:
    return problem(refused.status_code if refused.status_code == 413 else 400)


def _mistake(request: HttpRequest, wrong: Exception) -> HttpResponse:
    """Log our own mistake as Django would, and tell nothing of it."""
    log.error("", exc_info=wrong, extra={"status_code": 500, "request": request})
    return problem(500)


HANDLERS: Mapping[type[Exception], Handler] = {
    Exception: _mistake,
    Http404: _plainly(404),
    NotAllowed: _not_allowed,
    Destroyed: _plainly(410),
    Unopened: _mistake,
    TooLarge: _plainly(413),
    RequestDataTooBig: _plainly(413),
    OtherForm: _plainly(415),
    NotWhole: _plainly(409),
    AuthenticationError: _no_token,
    TooOften: _too_often,
    CheckedTooOften: _wait,
    ValidationError: _wrong_shape,
    HttpError: _http,
    BadRequest: _plainly(400),
    SuspiciousOperation: _plainly(400),
    NotTaken: _said,
    BadPath: _said,
    CannotGive: _said,
    CannotGrant: _said,
    NeedsReason: _said,
    NotWritten: _not_written,
    NotAccepted: _not_accepted,
    Refusal: _refusal,
}
"""The most specific one that fits is taken."""
