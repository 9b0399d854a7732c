"""Accepting a feed: every rule asked of one load, and what a contract needs and the feed lacks.

The report is a value. It holds counts, row numbers and sentences, and nothing that stands in a row.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fairterms.records.catalogues import RULES
from fairterms.records.delivery import Load
from fairterms.records.instrument import Instruments
from fairterms.records.need import Gap, Need, gaps
from fairterms.records.rule import Feed, Limits, Rule
from fairterms.records.store import Store

SHOWN_ROWS = 10
"""So many row numbers are shown for each reason."""


class Outcome(StrEnum):
    """What came of asking a rule."""

    PASSED = "nothing found"
    FOUND = "found"
    NOT_ASKED = "not asked: the feed does not have what the rule looks at"


@dataclass(frozen=True)
class Seen:
    """Rows that a rule names for one reason.

    Attributes
    ----------
    reason
        A sentence without any value of a row.
    count
        How many rows.
    rows
        The first of their numbers, at most :data:`SHOWN_ROWS`; empty when it is about the file.
    """

    reason: str
    count: int
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Answer:
    """What a rule found in a feed.

    Attributes
    ----------
    rule
        The rule.
    outcome
        Whether anything was found, or could be asked.
    seen
        What was found, the most frequent reason first.
    """

    rule: Rule
    outcome: Outcome
    seen: tuple[Seen, ...]

    @property
    def count(self) -> int:
        """How many rows the rule names."""
        return sum(one.count for one in self.seen)


@dataclass(frozen=True)
class Acceptance:
    """The report on one load.

    Attributes
    ----------
    load
        The load.
    answers
        One for each rule of the catalogue, in alphabetical order.
    gaps
        Contract terms that cannot be run on the records as they are: no data, no risk.
    """

    load: Load
    answers: tuple[Answer, ...]
    gaps: tuple[Gap, ...]

    @property
    def found(self) -> tuple[Answer, ...]:
        """The rules that found something: those that set rows aside first."""
        found = [answer for answer in self.answers if answer.outcome is Outcome.FOUND]
        return tuple(sorted(found, key=lambda answer: (not answer.rule.sets_aside, -answer.count)))

    @property
    def is_clean(self) -> bool:
        """Whether no rule found anything and every term can be run."""
        return not self.found and not self.gaps


def accept(
    store: Store,
    load_id: int,
    needs: Iterable[Need] = (),
    instruments: Instruments | None = None,
    limits: Limits | None = None,
) -> Acceptance:
    """Ask every rule of a load.

    Parameters
    ----------
    store
        The records.
    load_id
        The load's number.
    needs
        What the contract's terms need of the records.
    instruments
        The instruments known, as they were when the file was loaded.
    limits
        What the feed must keep to.

    Raises
    ------
    KeyError
        When there is no such load.
    """
    feed = store.feed(load_id, instruments, limits)
    aside = _set_aside(store, load_id)
    answers = tuple(_ask(store, feed, rule, aside.get(rule.name, ())) for rule in RULES.values())
    return Acceptance(store.loads()[load_id], answers, gaps(store, needs))


def _ask(store: Store, feed: Feed, rule: Rule, aside: tuple[Seen, ...]) -> Answer:
    """Ask a rule, or read what it set aside when the file was loaded."""
    if aside:
        return Answer(rule, Outcome.FOUND, aside)
    question = rule.question(feed)
    was_asked = bool(question) or rule.question.__name__ == "seen_while_reading"
    if not was_asked:
        return Answer(rule, Outcome.NOT_ASKED, ())
    seen = () if rule.sets_aside else _seen(store, question)
    return Answer(rule, Outcome.FOUND if seen else Outcome.PASSED, seen)


def _seen(store: Store, question: str) -> tuple[Seen, ...]:
    rows = store.connection.execute(
        f"SELECT reason, count(*), min(row, {SHOWN_ROWS}) FROM ({question}) "  # noqa: S608
        "GROUP BY reason ORDER BY 2 DESC, 1"
    ).fetchall()
    return tuple(Seen(reason, count, tuple(numbers or ())) for reason, count, numbers in rows)


def _set_aside(store: Store, load_id: int) -> Mapping[str, tuple[Seen, ...]]:
    """Return what each rule set aside when the file was loaded."""
    rows = store.connection.execute(
        f"SELECT rule, reason, count(*), min(row, {SHOWN_ROWS}) FROM set_aside "  # noqa: S608
        "WHERE load_id = ? GROUP BY rule, reason ORDER BY 3 DESC, 2",
        [load_id],
    ).fetchall()
    found: dict[str, tuple[Seen, ...]] = {}
    for rule, reason, count, numbers in rows:
        found[rule] = (*found.get(rule, ()), Seen(reason, count, tuple(numbers)))
    return found
