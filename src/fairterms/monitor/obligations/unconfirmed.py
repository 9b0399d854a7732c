"""What the contract's text proposes and nobody has written down yet."""

from collections.abc import Sequence

from fairterms.monitor.obligations.obligation import Obligation
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.monitor.obligations.schedule import Schedule


def unconfirmed(schedule: Schedule, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals whose clause no obligation of the file quotes.

    Parameters
    ----------
    schedule
        The obligations of the file.
    proposals
        What the text proposes.
    """
    duties = [*(one.obligation for one in schedule.occurrences), *schedule.proposed]
    return tuple(one for one in proposals if not _is_known(one, duties))


def _is_known(one: Proposal, duties: Sequence[Obligation]) -> bool:
    """Say whether an obligation quotes the clause of a proposal, from its section."""
    quote, own = _plain(one.quote.text), _last_number(one.section)
    cites = [duty.cite for duty in duties if duty.cite]
    return any(_last_number(cite.section) == own and _plain(cite.quote) in quote for cite in cites)


def _plain(quote: str) -> str:
    return " ".join(quote.replace("’", "'").split()).lower()


def _last_number(section: str) -> str:
    return section.rpartition(" ")[2]
