"""A page of a room: its place in the life of the contract, and what every such page shows."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.roles import ROLES, Capability

PLACES = (
    ("start", "Start"),
    ("read", "Read"),
    ("terms", "Terms"),
    ("simulate", "Simulate"),
    ("outcomes", "Outcomes"),
    ("risks", "Risks"),
    ("negotiate", "Negotiate"),
    ("decide", "Decide"),
    ("monitor", "After signing"),
    ("reconcile", "Reconcile"),
    ("audit", "Audit"),
    ("learn", "Learn"),
    ("ledgers", "History"),
)
"""The pages of a room in the order of a contract's life: name of the app, and what it is called."""


def show(
    request: HttpRequest,
    by: Entered,
    template: str,
    told: Mapping[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Show a page of a room.

    Parameters
    ----------
    request
        What was asked.
    by
        The room as entered.
    template
        Its first folder is the app, whose place is marked in the navigation.
    told
        What the template shows beside the room.
    status
        Of HTTP.
    """
    app = template.partition("/")[0]
    page = {
        "room": by.room,
        "deal": by.room.deal,
        "may": {one.value: by.may(one) for one in Capability},
        "roles": [ROLES[one.role].title for one in by.actor.held if one.room == by.room.id],
        "places": [
            (title, url, name == app) for name, title in PLACES if (url := place_url(by, name))
        ],
    }
    return render(request, template, {**page, **told}, status=status)


def crumbs(by: Entered, title: str, *between: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way from the room to a page, as the frame shows it.

    Parameters
    ----------
    by
        The room as entered.
    title
        What the page is called.
    between
        Title and name of the address of each page on the way.
    """
    room = {"room_id": by.room.id}
    steps = [(name, reverse(url, kwargs=room)) for name, url in between]
    return [(by.room.title, reverse("start:page", kwargs=room)), *steps, (title, "")]


def place_url(by: Entered, name: str) -> str:
    """Return the address of one of the places of a room; empty where it has none."""
    try:
        return reverse(f"{name}:page", kwargs={"room_id": by.room.id})
    except NoReverseMatch:
        return ""
