"""The programme: what may be audited in a year, why, and who approved it."""

from dataclasses import dataclass

from fairterms.audit.engagement.entry import Entry
from fairterms.units.period import Period

_KEYS = (
    *("title", "from", "to", "universe", "objectives", "decision", "risks"),
    *("answer_days", "follow_up_days"),
)
SHARED_KEYS = ("title", "on", "answer_days", "follow_up_days")


@dataclass(frozen=True)
class Programme:
    """What an audit programme says.

    Attributes
    ----------
    title
        What it is called.
    answer_days, follow_up_days
        Days a party has to answer a finding, and the auditor to verify what was promised.
    period
        The time it looks at; None in the copy both sides have.
    universe
        Everything that may be audited.
    objectives
        What it is to find out.
    decision
        The id of the committee's decision that approved it.
    risks
        Ids of risks.toml it rests on.
    is_shared
        Whether this is the copy both sides have, with issued findings only.
    line
        Where it stands in the file.
    """

    title: str
    answer_days: int
    follow_up_days: int
    period: Period | None = None
    universe: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    decision: str = ""
    risks: tuple[str, ...] = ()
    is_shared: bool = False
    line: int = 0


def read_programme(entry: Entry) -> Programme | None:
    """Read ``[programme]``; None where something of it is missing."""
    entry.only(*_KEYS)
    title = entry.needed_words("title", "Audit of the year 2027")
    answer, follow_up = _days(entry)
    first, last = entry.needed_day("from"), entry.needed_day("to")
    universe = entry.needed_list("universe", "the settlement of 2027")
    objectives = entry.needed_list("objectives", "both sides can compute every payment")
    decision = entry.needed_words("decision", "audit_2028_1")
    risks = entry.needed_list("risks", "arithmetic_unseen")
    if first is None or last is None or answer is None or follow_up is None:
        return None
    if last < first:
        fix = "write the first day as from and the last as to"
        entry.note("to", f"the programme ends ({last}) before it begins", "wrong-days", fix)
        return None
    return Programme(
        title,
        answer,
        follow_up,
        Period(first, last),
        universe,
        objectives,
        decision,
        risks,
        line=entry.line,
    )


def read_shared(entry: Entry) -> Programme | None:
    """Read ``[shared]``, the head of the copy both sides have."""
    entry.only(*SHARED_KEYS)
    title, on = entry.needed_words("title", "Audit of the year 2027"), entry.needed_day("on")
    answer, follow_up = _days(entry)
    if not title or on is None or answer is None or follow_up is None:
        return None
    return Programme(title, answer, follow_up, is_shared=True, line=entry.line)


def _days(entry: Entry) -> tuple[int | None, int | None]:
    return (
        entry.needed_whole("answer_days", 30, 1),
        entry.needed_whole("follow_up_days", 30, 1),
    )
