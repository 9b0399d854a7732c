"""Roles and what each may do in a room it was let into."""

from dataclasses import dataclass
from enum import StrEnum


class Capability(StrEnum):
    """One thing a person may do in a room."""

    READ = "read"
    REMARK = "remark"
    WRITE = "write"
    SHARE = "share"
    SIGN = "sign"
    GRANT = "grant"


READ, REMARK, WRITE = Capability.READ, Capability.REMARK, Capability.WRITE
SHARE, SIGN, GRANT = Capability.SHARE, Capability.SIGN, Capability.GRANT

WORDS = {
    READ: "read",
    REMARK: "mark findings and write remarks",
    WRITE: "change files and terms",
    SHARE: "give sealed copies to the joint room",
    SIGN: "sign terms and scripts",
    GRANT: "let others in",
}
"""What each capability is called on a page."""


class Kind(StrEnum):
    """What a room is for."""

    GROUP = "group"
    PLAN = "plan"
    INDEPENDENT = "independent"
    JOINT = "joint"
    AUDITOR = "auditor"


PRIVATE = frozenset({Kind.GROUP, Kind.PLAN, Kind.INDEPENDENT})
"""Rooms of one party alone."""
LOGS_READS = frozenset({Kind.AUDITOR})
"""Rooms in which every reading leaves an entry."""


@dataclass(frozen=True)
class Role:
    """A role.

    Attributes
    ----------
    slug
        As it is stored.
    title
        As it is shown.
    may
        What it allows.
    rooms
        The kinds of room it can be granted for.
    """

    slug: str
    title: str
    may: frozenset[Capability]
    rooms: frozenset[Kind]


_ALL = frozenset(Capability)
_OWN_AND_JOINT = frozenset({Kind.GROUP, Kind.PLAN, Kind.INDEPENDENT, Kind.JOINT})

ROLES = {
    role.slug: role
    for role in (
        Role("owner", "Owner", _ALL, frozenset({Kind.GROUP, Kind.INDEPENDENT, Kind.JOINT})),
        Role("contracting-lead", "Contracting lead", _ALL - {GRANT}, _OWN_AND_JOINT),
        Role("clinician", "Clinician", frozenset({READ, REMARK}), _OWN_AND_JOINT),
        Role("analyst", "Analyst", frozenset({READ, REMARK, WRITE}), _OWN_AND_JOINT),
        Role("counsel", "Counsel", frozenset({READ, REMARK}), _OWN_AND_JOINT),
        Role("plan-lead", "Plan lead", _ALL, frozenset({Kind.PLAN, Kind.JOINT})),
        Role(
            "auditor",
            "Auditor",
            frozenset({READ, REMARK, WRITE}),
            frozenset({Kind.AUDITOR, Kind.JOINT}),
        ),
        Role(
            "committee-member",
            "Committee member",
            frozenset({READ, REMARK}),
            frozenset({Kind.AUDITOR}),
        ),
        Role("viewer", "Viewer", frozenset({READ}), frozenset(Kind)),
    )
}
"""Every role by its slug."""
