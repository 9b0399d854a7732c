"""Where a change falls short of the notice rules."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fairterms.monitor.amendments.change import Change, Way
from fairterms.monitor.amendments.declared_entry import BUSINESS_DAY
from fairterms.monitor.amendments.notice_rule import NoticeRule

BusinessDays = Callable[[date, date], int]
"""Counts the business days after a first day up to and with a second one."""


class Lack(StrEnum):
    """What a change lacks."""

    TOO_SHORT = "notice too short"
    NO_OBJECTION = "no time to object"
    BACKDATED = "applies backwards"
    NOT_AGREED = "not agreed by both"
    ANOTHER_WAY = "told in another way"


@dataclass(frozen=True)
class Shortfall:
    """A change and what it lacks under one rule.

    Attributes
    ----------
    change, rule
        Which change, under which rule.
    lack
        What is lacking.
    words
        The same with its days, as a sentence.
    days_short
        By how many days notice or objection fell short; 0 where it is not a matter of days.
    """

    change: Change
    rule: NoticeRule
    lack: Lack
    words: str
    days_short: int = 0


@dataclass(frozen=True)
class Judged:
    """What the notice rules say of the changes.

    Attributes
    ----------
    shortfalls
        In the order of the changes, then of the rules.
    not_judged
        What could not be told, each a sentence.
    uncovered
        Changes that no rule of the file is about.
    """

    shortfalls: tuple[Shortfall, ...]
    not_judged: tuple[str, ...]
    uncovered: tuple[Change, ...]

    def of(self, change: Change) -> tuple[Shortfall, ...]:
        """Return where one change falls short."""
        return tuple(one for one in self.shortfalls if one.change.id == change.id)


def judge(
    changes: Sequence[Change], rules: Sequence[NoticeRule], business: BusinessDays | None = None
) -> Judged:
    """Hold every change against every rule that is about it.

    Parameters
    ----------
    changes
        What changed.
    rules
        What a change needs.
    business
        Counts business days with their holidays; without it a rule in business days is not judged.
    """
    shortfalls: list[Shortfall] = []
    open_questions: list[str] = []
    for change in changes:
        for rule in rules:
            if not rule.is_about(change):
                continue
            shortfalls += _lacks(change, rule, business)
            open_questions += _open(change, rule, business)
    uncovered = (one for one in changes if not any(rule.is_about(one) for rule in rules))
    return Judged(tuple(shortfalls), tuple(open_questions), tuple(uncovered))


def _lacks(change: Change, rule: NoticeRule, business: BusinessDays | None) -> Iterator[Shortfall]:
    yield from _short(change, rule, business)
    if rule.no_backdating and change.notice_days < 0:
        words = f"It applies from {change.effective}, and was told on {change.received}."
        yield Shortfall(change, rule, Lack.BACKDATED, words)
    yield from _objection(change, rule)
    if rule.needs_both and change.is_one_sided:
        yield Shortfall(change, rule, Lack.NOT_AGREED, "Nobody of the group agreed to it.")
    if rule.ways and change.how not in rule.ways:
        allowed = ", ".join(rule.ways)
        told = "It was not told" if change.how is Way.NONE else f"It was told by {change.how}"
        yield Shortfall(change, rule, Lack.ANOTHER_WAY, f"{told}; the rule names: {allowed}.")


def _short(change: Change, rule: NoticeRule, business: BusinessDays | None) -> Iterator[Shortfall]:
    given = _notice(change, rule, business)
    if rule.notice is None or given is None or given >= rule.notice.amount:
        return
    short = int(rule.notice.amount) - given
    words = f"Told {_days(given)} ahead; the rule asks for {rule.notice}: {_days(short)} short."
    yield Shortfall(change, rule, Lack.TOO_SHORT, words, short)


def _notice(change: Change, rule: NoticeRule, business: BusinessDays | None) -> int | None:
    """Return the days of notice in the rule's own days; a change told afterwards had none."""
    if change.notice_days <= 0:
        return 0
    if rule.notice is None or rule.notice.unit != BUSINESS_DAY:
        return change.notice_days
    return None if business is None else business(change.received, change.effective)


def _objection(change: Change, rule: NoticeRule) -> Iterator[Shortfall]:
    if rule.objection_days is None:
        return
    given = change.objection_days or 0
    if given >= rule.objection_days:
        return
    said = f"{_days(given)} to object" if given else "no time to object"
    words = f"The notice gave {said}; the rule gives {_days(rule.objection_days)}."
    yield Shortfall(change, rule, Lack.NO_OBJECTION, words, rule.objection_days - given)


def _open(change: Change, rule: NoticeRule, business: BusinessDays | None) -> Iterator[str]:
    if rule.notice is not None and _notice(change, rule, business) is None:
        yield (
            f"{change.id}: {rule.where} asks for {rule.notice}, and no calendar of business days "
            "was given."
        )
    if rule.above is not None and (change.benefit is None or change.benefit.expected_cost is None):
        yield (
            f"{change.id}: {rule.where} is about changes of more than {rule.above}, and the plan "
            "has not said by how much it expects cost to change. Ask its actuary; until then the "
            "rule is taken to apply."
        )


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
