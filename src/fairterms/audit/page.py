"""The report of an audit, as both sides read it."""

from collections.abc import Iterator

from fairterms.audit.auditing import Audited
from fairterms.audit.engagement.finding_section import finding_blocks, initiative_blocks
from fairterms.audit.engagement.reader import FILE
from fairterms.audit.engagement.work_section import work_blocks
from fairterms.audit.procedures.section import procedure_blocks
from fairterms.audit.rights.section import rights_blocks
from fairterms.publish.blocks import Block, Callout, Prose
from fairterms.publish.page import Report

_NO_FILE = (
    f"There is no {FILE} in this deal. It begins with [programme]: what may be looked at, why, and "
    "the decision of the committee. The manual page on audits shows one."
)
_FOOTER = (
    "Made with Fairterms. It is not legal advice. It accuses nobody.",
    "Counts of 1 to 10 people are not shown. Workpapers and drafts stay with the auditor.",
)


def page(found: Audited) -> Report:
    """Write the report: what both sides were told, without drafts and workpapers.

    Parameters
    ----------
    found
        The audit as of a day.
    """
    return Report(
        title=f"{found.name}: audit",
        subtitle=f"as of {found.on}",
        blocks=tuple(_blocks(found)),
        footer=_FOOTER,
        made_on=found.on.isoformat(),
    )


def _blocks(found: Audited) -> Iterator[Block]:
    if not found.is_written:
        yield Callout("note", "No audit is written down", (Prose(_NO_FILE),))
        return
    yield from finding_blocks(found.issued, found.book)
    yield from initiative_blocks(found.book, found.on)
    yield from work_blocks(found.book)
    if found.results:
        yield from procedure_blocks(found.results)
    if found.rights is not None and found.rights.rights:
        yield from rights_blocks(found.rights, found.on)
