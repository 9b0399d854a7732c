"""Confirming an obligation, and writing down what became of one; nothing is ever rewritten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256

from fairterms.monitor.obligations import writing
from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.event import Event
from fairterms.monitor.obligations.obligation import Confirmed
from fairterms.units.refusal import Refusal
from fairterms_web.deals.actions import ChangedMeanwhile, save_files
from fairterms_web.monitor import access
from fairterms_web.rooms.entered import Entered


MOST_TRIES = 5


class NotWritten(ValueError):
    """What was to be written down cannot be; says why and what to do."""


def confirm(*, by: Entered, proposal: str, due: str, on: date) -> None:
    """Add a proposed obligation to obligations.toml, as a person confirmed it.

    Parameters
    ----------
    by
        The room as entered.
    proposal
        The name of the proposal.
    due
        The rule, where the person corrected it or the text gives none; else empty.
    on
        The day of the confirmation.

    Raises
    ------
    NotWritten
        When there is no such proposal, or no day follows from it.
    """
    found = next((one for one in access.proposals(by) if one.id == proposal), None)
    if found is None:
        raise NotWritten("The contract proposes no such obligation any more. Look again.")
    sure = Confirmed(by.name, on)
    _add(by, lambda text: writing.confirm(text, found, sure, due.strip()))


def record(*, by: Entered, event: Event) -> None:
    """Write down what became of an obligation, at the end of obligations.toml.

    Raises
    ------
    NotWritten
        When there is no such obligation, or something of the event is missing.
    """
    told = access.obligations(by)
    name = _free(event.id, told)
    _add(by, lambda text: writing.record(text, replace(event, id=name, by=by.name)))


def _free(name: str, text: str) -> str:
    """Return a name that no entry of the file has."""
    if f'id = "{name}"' not in text:
        return name
    number = 2
    while f'id = "{name}_{number}"' in text:
        number += 1
    return f"{name}_{number}"


def _add(by: Entered, extend: Callable[[str], str]) -> None:
    """Add to the end of the file; where somebody else added meanwhile, add after that."""
    for _ in range(MOST_TRIES):
        older = access.obligations(by)
        try:
            newer = extend(older)
        except Refusal as refusal:
            raise NotWritten(refusal.sentences) from None
        seen = sha256(older.encode()).hexdigest() if older else ""
        try:
            save_files(by=by, files={FILE: newer.encode()}, note="written down", seen={FILE: seen})
        except ChangedMeanwhile:
            continue
        return
    raise NotWritten("Others are writing here at the moment. Try again.")
