"""A workspace in which everything was done once that a page can show, done as a person does it."""

import json
from collections.abc import Iterator
from typing import Final

from tests.web.journeys.hands import Hand
from tests.web.journeys.tab import Tab

LONG: Final = 1200.0
"""Seconds for the longest work, on a machine that has other things to do."""
SAMPLE: Final = "Cedar 2027 (sample)"
PLAN_LEAD, AUDITOR = "plan.lead@example.org", "auditor@example.org"


def sees(tab: Tab, words: str, seconds: float = 60.0) -> None:
    """Wait until words can be read on the page and htmx is at rest."""
    tab.until(f"document.body.innerText.includes({json.dumps(words)})", seconds)
    tab.settle()


def rooms_of(tab: Tab) -> dict[str, str]:
    """Give the address of each room of the sample, by its title; the tab goes home for it."""
    tab.go(f"{tab.ask('location.origin')}/")
    found = tab.list_of(
        "[...document.querySelectorAll('.card')].map(one => [one.querySelector('h2').innerText, "
        "one.querySelector('p').innerText, one.querySelector('a').href])"
    )
    cards = [one for one in found if isinstance(one, list)]
    return {str(title): str(to) for deal, title, to in cards if deal == SAMPLE}


def group_room(tab: Tab) -> str:
    """Give the address of the group's room of the sample."""
    (found,) = [to for title, to in rooms_of(tab).items() if "Cedar" in title]
    return found


def joint_room(tab: Tab) -> str:
    """Give the address of the joint room of the sample."""
    return rooms_of(tab)["Joint room"]


def work_everything_out(tab: Tab, hand: Hand) -> None:
    """Ask for everything that takes long, and wait for it."""
    room = group_room(tab)
    tab.go(room + "read/")
    sees(tab, " findings\n", LONG)
    for place, button, words in (
        ("decide/", "Work it out", "Worked out on"),
        ("simulate/", "Get ready", "The numbers"),
        ("monitor/", "Look", "Take away"),
    ):
        tab.go(room + place)
        # The sample begins with some of it unasked.
        if button in tab.text():
            hand.press(button)
        sees(tab, words, LONG)


def ask_for_a_long_run(tab: Tab, hand: Hand) -> None:
    """Ask for more years than are worked out while one waits."""
    tab.go(group_room(tab) + "simulate/")
    tab.until("document.querySelector('#id_years')")
    hand.press("Start", "main button")
    tab.until("location.pathname.includes('/simulate/years/')")
    tab.settle()


def come_in(tab: Tab, hand: Hand, link: str) -> Iterator[str]:
    """Come in by an invitation, with a new account; say which page is shown each time."""
    tab.say("Network.clearBrowserCookies")
    tab.go(link)
    yield "the invitation, to a stranger"
    hand.press("Make an account")
    sees(tab, "Password")
    for field in ("Email.*|E-mail.*", "Password:?", "Password .again.:?"):
        hand.write(field, PLAN_LEAD if "mail" in field else "a lantern on the quay")
    hand.press("Sign [Uu]p.*|Make .*")
    sees(tab, "You are invited into: ")
    yield "the invitation, to whom it was sent"
    hand.press("Accept and enter")
    sees(tab, "Files of this deal")


def meet_the_plan(tab: Tab, hand: Hand) -> Iterator[str]:
    """Give a copy, open the other rooms and invite into them; say which answer is shown each time.

    These pages are answers to what was sent: no address leads to them.
    """
    tab.go(group_room(tab) + "give/")
    hand.press("terms.toml")
    hand.write("What it is", "The terms as we read them")
    hand.write("What for", "To agree on what is meant.")
    hand.press("Look at what would be given")
    sees(tab, "This will be given")
    yield "what would be given"
    hand.press("Give this to both sides")
    sees(tab, "Sealed")
    joint = joint_room(tab)
    for room, button, guest in (
        ("plan", "Open the plan’s room and invite its lead", PLAN_LEAD),
        ("auditor", "Open the auditor’s room", AUDITOR),
    ):
        tab.go(joint + "rooms/")
        hand.press(button)
        sees(tab, "Invite somebody into")
        hand.write("E-mail address", guest)
        hand.press("Plan lead|Auditor", "input[type=radio]")
        hand.write("What for", "To talk about the deal of 2027.")
        hand.press("Invite")
        sees(tab, "The invitation is ready")
        yield f"the invitation into the {room}'s room"
    tab.go(joint + "history/checkpoints/")
    hand.press("Make a checkpoint now")
    tab.until("!window.stays")
    sees(tab, "Checkpoints, the newest first")
