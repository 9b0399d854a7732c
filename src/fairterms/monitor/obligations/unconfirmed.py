"""What the contract's text proposes and the file does not hold yet."""

from collections.abc import Iterable, Sequence

from fairterms.monitor.obligations.obligation import Obligation
from fairterms.monitor.obligations.proposal import Proposal
from fairterms.monitor.obligations.schedule import Schedule


def unconfirmed(schedule: Schedule, proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals that no obligation of the file speaks of, in their order.

    Parameters
    ----------
    schedule
        The obligations of the file, confirmed or not.
    proposals
        What the text proposes.

    Notes
    -----
    An obligation speaks of a proposal when it has its name. One that a person has written under
    another name speaks of it when it quotes the time of its clause, from its section: one sentence
    may propose two obligations, and to confirm the one is not to confirm the other.
    """
    listed = tuple(proposals)
    names = {one.id for one in listed}
    duties = [*(one.obligation for one in schedule.occurrences), *schedule.proposed]
    own = [duty for duty in duties if duty.id not in names]
    taken = {duty.id for duty in duties}
    return tuple(one for one in listed if one.id not in taken and not _is_quoted(one, own))


def _is_quoted(one: Proposal, duties: Sequence[Obligation]) -> bool:
    clause, time = _plain(one.quote.text), _plain(one.due_words)
    for cite in (duty.cite for duty in duties if duty.cite):
        quote = _plain(cite.quote)
        if _number(cite.section) == _number(one.section) and time in quote and quote in clause:
            return True
    return False


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split()).lower()


def _number(section: str) -> str:
    """Return the last number of a section: of "Exhibit D, D-1.2" it is "D-1.2"."""
    return section.rpartition(" ")[2]
