"""Confirming an obligation, and writing down what became of one; nothing is ever rewritten."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from fairterms.monitor.obligations import writing
from fairterms.monitor.obligations.book import FILE
from fairterms.monitor.obligations.event import Event
from fairterms.monitor.obligations.obligation import Confirmed
from fairterms.units.refusal import Refusal
from fairterms_web.deals.actions import ChangedMeanwhile, save_files
from fairterms_web.deals.contents import NotTaken
from fairterms_web.monitor import access
from fairterms_web.monitor.access import Obligations
from fairterms_web.rooms.entered import Entered

MOST_TRIES = 5
"""Times that an entry is put after what another just added (our choice)."""


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
        When there is no such proposal, it was confirmed already, or no day follows from it.
    """
    found = next((one for one in access.proposals(by) if one.id == proposal), None)
    if found is None:
        raise NotWritten("The contract proposes no such obligation any more. Look again.")
    sure = Confirmed(by.name, on)

    def extend(now: Obligations, text: str) -> str:
        if found.id in now.names:
            raise NotWritten("It stands in obligations.toml already. Look again to see it.")
        return writing.confirm(text, found, sure, due.strip())

    _add(by, extend)


def record(*, by: Entered, event: Event) -> None:
    """Write down what became of an obligation, at the end of obligations.toml.

    Raises
    ------
    NotWritten
        When there is no such obligation, or something of the event is missing.
    """

    def extend(now: Obligations, text: str) -> str:
        return writing.record(text, replace(event, id=_free(event.id, now.names), by=by.name))

    _add(by, extend)


def _free(name: str, taken: frozenset[str]) -> str:
    """Return a name that no entry of the file has.

    Examples
    --------
    >>> _free("files_done", frozenset({"files_done", "files_done_2"}))
    'files_done_3'
    """
    names = (name, *(f"{name}_{number}" for number in range(2, len(taken) + 3)))
    return next(one for one in names if one not in taken)


def _add(by: Entered, extend: Callable[[Obligations, str], str]) -> None:
    """Add to the end of the file; where somebody else added meanwhile, add after that."""
    for _ in range(MOST_TRIES):
        older = access.obligations(by)
        if older.text is None:
            raise NotWritten(
                "obligations.toml is not plain text, so nothing was added to it. Save it again as "
                "UTF-8, and upload it."
            )
        try:
            newer = extend(older, older.text)
            seen = {FILE: older.sha256}
            save_files(by=by, files={FILE: newer.encode()}, note="written down", seen=seen)
        except ChangedMeanwhile:
            continue
        except Refusal as refusal:
            raise NotWritten(refusal.sentences) from None
        except NotTaken as wrong:
            raise NotWritten(str(wrong)) from None
        return
    raise NotWritten("Others are writing here at the moment. Try again.")
