"""A list that came in: loaded as members, with what to notice in it and what may be done now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from fairterms.records import atr_group
from fairterms.records.atr_group import CHANGE_TYPES, STATUSES, AttributionList, Covered, Member
from fairterms.records.column_map import ColumnMap, Mapped
from fairterms.records.delivery import Delivery, Load
from fairterms.records.provider_number import OTHER
from fairterms.records.store import Store
from fairterms.records.writing import DateOrder
from fairterms.units.problem import Problem

MOST_SHOWN = 10
"""How many places on a list a message names before it stops."""

_DAYS = ("starts", "ends")
_COLUMN_MAP = ColumnMap(
    "enrolment",
    {
        name: Mapped((name,), "a list", DateOrder.YEAR_FIRST if name in _DAYS else None)
        for name in atr_group.COLUMNS
    },
)
"""What was written here is read here: there is nothing for a person to confirm."""


@dataclass(frozen=True)
class Received:
    """A list as it was received.

    Attributes
    ----------
    found
        The list.
    load
        Its rows in the store: row 3 is member 3.
    notices
        What to look at, each with what to do; members are named by their place on the list.
    """

    found: AttributionList
    load: Load
    notices: tuple[Problem, ...]

    @property
    def next_step(self) -> str:
        """Say what can be done about a difference."""
        return next_step(self.found)


def take_in(store: Store, paths: Sequence[Path], feed: str, received: date) -> Received:
    """Load an attribution list with the resources it refers to.

    Parameters
    ----------
    store
        The records of the deal.
    paths
        The file of the list, and the bundles it refers to.
    feed
        Who sends it: the list stands in place of the sender's earlier ones, which are kept.
    received
        The day it came.

    Raises
    ------
    FeedRefusal
        When a file cannot be read, or there is not exactly one list.
    """
    found = atr_group.read(paths)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{Path(found.file).stem}.ndjson"
        atr_group.write(found, path)
        load = store.load(Delivery(path, "enrolment", feed, received, replaces=True), _COLUMN_MAP)
    return Received(found, load, notices(found))


def next_step(found: AttributionList) -> str:
    """Say what can be done about a difference in a list.

    Parameters
    ----------
    found
        The list.
    """
    if found.is_final:
        return (
            "The list is final: nobody can be added or removed any more. Put a difference into a "
            "dispute, with the rows and the months it is about."
        )
    if found.status == "open":
        return "The list is open: ask the plan to add or remove members before it becomes final."
    if found.status == "draft":
        return "The list is a draft: tell the plan what differs, and settle nothing on it."
    return (
        "The list does not say whether it is a draft, open or final. Ask the plan, and until then "
        "put a difference in writing."
    )


def notices(found: AttributionList) -> tuple[Problem, ...]:
    """Return what to look at in a list, each sort once, with the places on the list.

    Parameters
    ----------
    found
        The list.
    """
    seen = [*_of_list(found)]
    for code, is_seen, what, why, fix in _SORTS:
        rows = [member.row for member in found.members if is_seen(member)]
        if rows:
            seen.append(Problem(found.file, 0, f"{_places(rows)}: {what}", code, why, fix))
    reasons = sorted({member.why_not for member in found.members if member.why_not})
    for reason in reasons:
        rows = [member.row for member in found.members if member.why_not == reason]
        seen.append(
            Problem(
                found.file,
                0,
                f"{_places(rows)}: not counted, because {reason}",
                "member-not-counted",
                "a month is counted only where its days are sure",
                "ask the plan for the days of attribution, or whether the member belongs here",
            )
        )
    return tuple(seen)


def _of_list(found: AttributionList) -> list[Problem]:
    """Return what to look at in the list as a whole."""
    seen = []
    if found.is_final:
        seen.append(_whole(found, *_FINAL))
    elif found.status not in STATUSES:
        seen.append(_whole(found, *_NO_STATUS))
    if found.contract == (None, None):
        seen.append(_whole(found, *_NO_CONTRACT))
    wrong = [number.value for number in found.providers if number.fails_check]
    if wrong:
        what = f"the list’s NPI {', '.join(wrong)} does not meet its check digit"
        seen.append(_whole(found, what, "npi-check-digit", *_WRONG_NUMBER))
    return seen


def _whole(found: AttributionList, what: str, code: str, why: str, fix: str) -> Problem:
    return Problem(found.file, 0, what, code, why, fix)


_FINAL = (
    "the list is final",
    "list-is-final",
    "nobody can be added or removed any more",
    "put a difference into a dispute; an edit would not be accepted",
)
_NO_STATUS = (
    "the list does not say whether it is a draft, open or final",
    "no-list-status",
    "it decides whether a difference is an edit or a dispute",
    "ask the plan for the status of the list",
)
_NO_CONTRACT = (
    "the list does not give the days of the contract",
    "no-contract-days",
    "months count only where the contract and the attribution overlap, so all of them count now",
    "ask the plan for the first and the last day, and load the list again",
)
_WRONG_NUMBER = (
    "a number that is no NPI may be another provider, or a slip in writing",
    "keep it as it is, and ask the plan which provider is meant",
)


def _is_unlisted(member: Member) -> bool:
    return bool(member.change) and member.change not in CHANGE_TYPES


def _is_added(member: Member) -> bool:
    return member.change == "add"


_SORTS: tuple[tuple[str, Callable[[Member], bool], str, str, str], ...] = (
    (
        "change-type-add",
        _is_added,
        'the change type is "add", which is not on the list of codes; read as "new"',
        "a program that knows only the listed codes would leave these members out",
        "nothing is lost; ask the plan to send new, dropped, changed, nochange or cancelled",
    ),
    (
        "unlisted-change-type",
        lambda member: _is_unlisted(member) and not _is_added(member),
        "the change type is not on the list of codes; the days of attribution are used as sent",
        "what is meant by it is not known",
        "ask the plan to send new, dropped, changed, nochange or cancelled",
    ),
    (
        "no-active-coverage",
        lambda member: member.covered is Covered.NOT,
        "attributed without active coverage",
        "months without coverage may be taken back later, and their cost is not known",
        "ask the plan whether the coverage or the attribution is out of date",
    ),
    (
        "coverage-in-part",
        lambda member: member.covered is Covered.PART,
        "the coverage holds on a part of the days only",
        "the other months may be taken back later",
        "ask the plan whether the coverage or the attribution is out of date",
    ),
    (
        "coverage-not-sent",
        lambda member: member.covered is Covered.NOT_SENT,
        Covered.NOT_SENT.value,
        "it cannot be seen whether the months will stand",
        "ask the plan for the bundle with the coverages",
    ),
    (
        "cut-to-contract",
        lambda member: member.is_cut,
        "days of attribution outside the contract are not counted",
        "months count only where the contract and the attribution overlap",
        "nothing, unless the days of the contract are not the ones you signed",
    ),
    (
        "provider-not-sent",
        lambda member: not member.provider.system,
        "the provider attributed to was not sent",
        "the months cannot be given to anyone of the group",
        "ask the plan for the bundle with the providers",
    ),
    (
        "provider-without-number",
        lambda member: member.provider.system == OTHER,
        "the provider has neither NPI nor TIN; the plan’s own number is kept",
        "it may not be matched with a clinician of the group",
        "ask the plan for the NPI or the TIN",
    ),
    (
        "npi-check-digit",
        lambda member: member.provider.fails_check,
        "the provider’s NPI does not meet its check digit; it is kept as sent",
        *_WRONG_NUMBER,
    ),
)
"""Code, whether a member shows it, what it is, why it matters, what to do."""


def _places(rows: Sequence[int]) -> str:
    shown = ", ".join(f"{row:,}" for row in rows[:MOST_SHOWN])
    more = f" and {len(rows) - MOST_SHOWN:,} more" if len(rows) > MOST_SHOWN else ""
    return f"{'member' if len(rows) == 1 else 'members'} {shown}{more} of the list"
