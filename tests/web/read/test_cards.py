"""A card that is filled in is the card that is drawn anew."""

from datetime import UTC, datetime

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from fairterms_web.read import cards as drawing
from fairterms_web.read.access import Marked, Said
from fairterms_web.read.cards import card, cards
from fairterms_web.read.models import Decision
from fairterms_web.rooms.roles import REMARK
from tests.web.cast import Cast

SAID = tuple(
    Said(text, "owner.x", datetime(2027, 1, 2, tzinfo=UTC))
    for text in ("one\n\ntwo <b>", "a place: \ue000token\ue001 & more")
)


@pytest.fixture
def request_(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> HttpRequest:
    """A request whose token stays the same, so that two drawings can be compared."""
    monkeypatch.setattr(drawing, "get_token", lambda _: "t" * 64)
    monkeypatch.setattr("django.template.context_processors.get_token", lambda _: "t" * 64)
    return rf.get("/")


FINDINGS = [
    Marked(f"{number:024x}", number, {"html": f"<h3>{number}</h3>"}, decision, reason, said)
    for number in (1, 57)
    for decision in Decision.values
    for reason in ("", "because <i> & “that”", "\ue000html\ue001")
    for said in ((), SAID[:1], SAID)
]


@pytest.mark.parametrize("who", ["owner", "viewer"])
def test_a_kept_frame_gives_the_card_that_is_drawn_anew(
    cast: Cast, request_: HttpRequest, who: str
) -> None:
    by = cast.entered(who, "group")
    anew = [
        card(
            request_,
            one,
            f"/rooms/{by.room.id}/read/finding/{one.key}/",
            may_remark=by.may(REMARK),
        )
        for one in FINDINGS
    ]
    for _ in range(2):
        assert list(cards(request_, by, FINDINGS)) == anew
    assert ("<form" in anew[0]) == (who == "owner")


def test_what_stands_in_a_finding_is_never_taken_for_a_place(
    cast: Cast, request_: HttpRequest
) -> None:
    by = cast.entered("owner", "group")
    html = "<p>\ue000to\ue001\ue000token\ue001\ue000html\ue001</p>"
    (one,) = cards(request_, by, [Marked("a" * 24, 1, {"html": html})])
    assert html in one
