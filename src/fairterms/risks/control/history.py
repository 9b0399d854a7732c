"""What may not change between two versions of a control book: what was once written stays."""

from collections.abc import Hashable, Iterable

from fairterms.risks.control.book import ControlBook


def overwritten(older: ControlBook, newer: ControlBook) -> tuple[str, ...]:
    """List what an older version held and a newer one has lost or altered.

    Parameters
    ----------
    older, newer
        Two versions of one book.

    Returns
    -------
    tuple of str
        One sentence each, without its full stop: controls that vanished instead of retiring, and
        tests, acceptances and readings that are gone or read otherwise. Empty where records were
        only added.
    """
    kept = {control.id for control in newer.controls}
    vanished = [
        f"the control {control.id} has vanished; a control retires"
        for control in older.controls
        if control.id not in kept
    ]
    return (
        *vanished,
        *_lost("test", ((one.id, one) for one in older.tests), newer.tests),
        *_lost(
            "acceptance of", ((one.impact, one) for one in older.acceptances), newer.acceptances
        ),
        *_lost(
            "reading of",
            ((f"{one.indicator}, {one.period}", one) for one in older.readings),
            newer.readings,
        ),
    )


def _lost(
    sort: str, records: Iterable[tuple[str, Hashable]], kept: Iterable[Hashable]
) -> list[str]:
    still = set(kept)
    return [
        f"the {sort} {name} is gone or reads otherwise; a new one is added, the old one stays"
        for name, record in records
        if record not in still
    ]
