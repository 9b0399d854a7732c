"""The cards of findings: drawn once for each kind of card, then filled in.

A contract has dozens of findings, and a page shows them all. The frame of a card depends on its
number, on what was decided and on how often something was said; it is drawn once and kept. The
words themselves, the address and the reader's token are put in each time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import escape

from fairterms_web.look.templatetags.lessons import with_lessons
from fairterms_web.read.access import Marked, Said
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import REMARK

# Letters of nobody's language mark a place in a frame; what is put in is not looked at again.
_PLACE = re.compile("\ue000([a-z0-9]+)\ue001")
_KEY = "key-of-a-finding"
MOST_FRAMES = 4_000
"""Frames kept: some hundred numbers, three decisions, a few remarks, forms or none."""


@dataclass(frozen=True)
class _Shape:
    """What the frame of a card depends on."""

    number: int
    decision: str
    has_reason: bool
    remarks: int
    may_remark: bool


def cards(request: HttpRequest, by: Entered, findings: Iterable[Marked]) -> Iterator[str]:
    """Yield the card of each finding, as the template ``read/finding.html`` draws it.

    Parameters
    ----------
    request
        Whose token the forms carry.
    by
        The room as entered; the forms are there for those who may decide.
    findings
        As they are to be shown.
    """
    may_remark = by.may(REMARK)
    token = get_token(request) if may_remark else ""
    address = reverse("read:finding", args=[by.room.id, _KEY])
    for one in findings:
        told = {
            "to": address.replace(_KEY, one.key),
            "token": token,
            "html": with_lessons(str(one.record["html"])),
            "reason": escape(one.reason),
            **{f"said{at}": linebreaksbr(escape(x.text)) for at, x in enumerate(one.remarks)},
        }
        frame = _frame(
            _Shape(one.number, one.decision, bool(one.reason), len(one.remarks), may_remark)
        )
        yield "".join(told[part] if at % 2 else part for at, part in enumerate(frame))


def card(request: HttpRequest, one: Marked, to: str, *, may_remark: bool, problem: str = "") -> str:
    """Return the card of one finding, drawn anew."""
    told = {"one": one, "to": to, "may": {"remark": may_remark}, "problem": problem}
    return render_to_string("read/finding.html", told, request)


@lru_cache(maxsize=MOST_FRAMES)
def _frame(shape: _Shape) -> tuple[str, ...]:
    """Return the pieces of a frame, with the names of the places between them."""
    said = tuple(
        Said(_place(f"said{at}"), "", datetime.min.replace(tzinfo=UTC))
        for at in range(shape.remarks)
    )
    one = Marked(
        _KEY,
        shape.number,
        {"html": _place("html")},
        shape.decision,
        _place("reason") if shape.has_reason else "",
        said,
    )
    told = {
        "one": one,
        "to": _place("to"),
        "may": {"remark": shape.may_remark},
        "problem": "",
        "csrf_token": _place("token"),
    }
    return tuple(_PLACE.split(render_to_string("read/finding.html", told)))


def _place(name: str) -> str:
    return f"\ue000{name}\ue001"
