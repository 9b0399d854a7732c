"""Every address of the workspace, and how its arguments are filled from what a room holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from fairterms_web.committee.models import Motion
from fairterms_web.deals.access import copied_files, copies_of, versions_of
from fairterms_web.evidence.models import EvidenceRecord
from fairterms_web.jobs.access import jobs_of
from fairterms_web.policies import declared_policy
from fairterms_web.read.access import key_of
from fairterms_web.rooms.entered import Entered
from fairterms_web.rooms.models import Grant, Invitation
from fairterms_web.rooms.policy import Policy
from tests.web.cast import Cast, finding_of


@dataclass(frozen=True)
class Address:
    """One address.

    Attributes
    ----------
    name
        With its app; its route where it has none.
    arguments
        The names of what stands in it, beside the room.
    """

    name: str
    route: str
    policy: Policy | None
    arguments: tuple[str, ...]
    has_room: bool


@dataclass(frozen=True)
class Word:
    """An argument that is a word of the program and belongs to no room."""

    value: str


QUERIES = dict.fromkeys(("start:file", "api:get_file", "api:list_versions"), "?path=notes.txt")
"""What an address is asked with."""
FROM_JOINT = frozenset({"rooms:take", "rooms:copy", "rooms:copied-file"})
"""Addresses whose thing lies in the joint room."""
NOT_MADE = {
    "rooms:copies": "copies lie in the joint room",
    "rooms:copy": "copies lie in the joint room",
    "rooms:copied-file": "copies lie in the joint room",
    "rooms:open": "rooms are opened from the joint room",
    "read:changes": "nothing was compared",
    "read:redline": "nothing was compared",
    "simulate:years": "no long run was asked for",
    "simulate:take": "no answer was worked out",
    "negotiate:trades": "no answer was worked out",
    "negotiate:take": "no answer was worked out",
    "decide:earlier": "no answer was worked out",
    "decide:take": "no answer was worked out",
    "decide:take_earlier": "no answer was worked out",
    "outcomes:outside": "the group's own room shows everything",
    "outcomes:take": "no answer was worked out",
    "risks:take": "no answer was worked out",
    "reconcile:found": "no statement was compared",
    "reconcile:take": "no statement was compared",
    "monitor:take": "nobody looked at the signed deal",
    **dict.fromkeys(
        ("audit:add", "audit:respond", "audit:take"),
        "an audit is kept in the auditor's room, and told in the joint room",
    ),
    "learn:course": "the room has no course of its own",
    "learn:course-quiz": "the room has no course of its own",
    "committee:motion": "the committee meets in the auditor's room",
    "committee:take": "the committee meets in the auditor's room",
    **dict.fromkeys(
        ("evidence:ask", "evidence:one", "evidence:content", "evidence:prepare"),
        "evidence is asked for in the joint room, and nothing was asked of the group",
    ),
    "ethics:report": "reports lie in the room of the independent party",
    "ledgers:note": "no checkpoint was asked for",
    "ledgers:proof": "no checkpoint was asked for",
}
"""Addresses of which the group's room of the cast has nothing to show, each with the reason."""
Fill = Callable[[Cast, str], str]
NOT_THERE = "0" * 32
"""An identifier that nothing has."""


def _within(find: Callable[[Entered], str]) -> Fill:
    def fill(cast: Cast, room: str) -> str:
        with cast.acting_in(room) as by:
            return find(by)

    return fill


def _grant(cast: Cast, room: str) -> str:
    found = Grant.objects.filter(room=cast.rooms[room], revoked_at=None).first()
    return found.id if found else NOT_THERE


def _invitation(cast: Cast, room: str) -> str:
    found = Invitation.objects.filter(room=cast.rooms[room]).first()
    return found.id if found else NOT_THERE


def _copy(by: Entered) -> str:
    copies = copies_of(by)
    return copies[0].id if copies else NOT_THERE


def _copied_file(by: Entered) -> str:
    copies = copies_of(by)
    return copied_files(by, copies[0])[0].id if copies else NOT_THERE


def _motion(by: Entered) -> str:
    found = Motion.objects.within(by).first()
    return found.id if found else NOT_THERE


def _evidence(by: Entered) -> str:
    found = EvidenceRecord.objects.within(by).first()
    return found.ref if found else NOT_THERE


ARGUMENTS: dict[str, Fill | Word] = {
    "version_id": _within(lambda by: versions_of(by, "notes.txt")[0].id),
    "job_id": _within(lambda by: jobs_of(by)[0].id),
    "key": lambda _, room: key_of(finding_of(room)),
    "kind": Word("review"),
    "read:part:name": Word("scorecards"),
    "read:take:name": Word("questions"),
    "secret": Word(NOT_THERE),
    "rooms:open:place": Word("plan"),
    "rooms:invite:place": Word("here"),
    "invitation_id": _invitation,
    "negotiate:take:name": Word("brief"),
    "negotiate:confirm:entry": Word("1"),
    "practice:take:name": Word("log"),
    "decide:take:name": Word("pdf"),
    "decide:take_earlier:name": Word("pdf"),
    "outcomes:take:name": Word("pdf"),
    "risks:take:name": Word("pdf"),
    "reconcile:take:name": Word("pdf"),
    "monitor:take:name": Word("pdf"),
    "audit:add:what": Word("programme"),
    "audit:review:workpaper": Word("workpaper_1"),
    "audit:publish:procedure": Word("procedure_1"),
    "audit:issue:finding": Word("finding_1"),
    "audit:respond:finding": Word("finding_1"),
    "audit:take:name": Word("json"),
    "learn:lesson:number": Word("1"),
    "learn:quiz:about": Word("1"),
    "learn:course:name": Word("intake"),
    "learn:course-quiz:name": Word("intake"),
    "simulate:take:name": Word("pdf"),
    "committee:take:name": Word("pdf"),
    "motion_id": _within(_motion),
    "api:get_part:name": Word("text.html"),
    "api:confirm_log:entry": Word("1"),
    "ethics:speak-up:code": Word(NOT_THERE),
    "ethics:follow:code": Word(NOT_THERE),
    "report_id": Word(NOT_THERE),
    "grant_id": _grant,
    "copy_id": _within(_copy),
    "ref": _within(_evidence),
    "file_id": _within(_copied_file),
}
"""How an argument is filled: by the name of the address and its own, or its own name alone."""


def addresses(urls: str | None = None) -> tuple[Address, ...]:
    """Every address of browsers, in the order in which they are looked for."""
    # A token is no session: what programs may ask for is asked apart.
    return tuple(one for one in every(urls) if one.policy is None or one.policy.who != "token")


def every(urls: str | None = None) -> tuple[Address, ...]:
    """Every address, those for programs too."""
    return tuple(_walk(get_resolver(urls), "", "", ()))


def _walk(
    resolver: URLResolver, space: str, before: str, held: tuple[str, ...]
) -> Iterator[Address]:
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        named = (*held, *one.pattern.converters, *_groups(one))
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _walk(one, inner, route, named)
            continue
        name = f"{space}{one.name}" if one.name else ""
        policy = declared_policy(one.callback, name, route)
        yield Address(
            name or route,
            route,
            policy,
            tuple(part for part in dict.fromkeys(named) if part != "room_id"),
            "room_id" in named,
        )


def _groups(one: URLPattern | URLResolver) -> tuple[str, ...]:
    regex = one.pattern.regex
    return tuple(name for name in regex.groupindex if name not in one.pattern.converters)


def filling(address: Address, argument: str) -> Fill | Word | None:
    """How an argument of an address is filled; None where nobody has said."""
    return ARGUMENTS.get(f"{address.name}:{argument}", ARGUMENTS.get(argument))


def url(address: Address, cast: Cast, room: str, things_of: str = "") -> str:
    """The address of a room, with arguments from that room or from another."""
    told = {name: _fill(address, name, cast, things_of or room) for name in address.arguments}
    return url_for(address, cast.rooms[room].id, told)


def url_for(address: Address, room_id: str, told: dict[str, str]) -> str:
    """The address with a room's identifier and other arguments."""
    room = {"room_id": room_id} if address.has_room else {}
    try:
        return reverse(address.name, kwargs={**room, **told}) + QUERIES.get(address.name, "")
    except NoReverseMatch:
        assert not address.arguments, f"{address.name} cannot be written"
        return f"/{address.route}"


def arguments(address: Address, cast: Cast, room: str) -> dict[str, str]:
    """The arguments of an address, from what a room holds."""
    return {name: _fill(address, name, cast, room) for name in address.arguments}


def _fill(address: Address, argument: str, cast: Cast, room: str) -> str:
    how = filling(address, argument)
    if isinstance(how, Word):
        return how.value
    return how(cast, room) if how else NOT_THERE


def belongs_to_a_room(address: Address) -> bool:
    """Whether something that stands in the address is one room's own."""
    return any(callable(filling(address, name)) for name in address.arguments)
