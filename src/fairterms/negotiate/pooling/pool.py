"""Pool the summaries of several groups: rates of all together, and nothing of one alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fairterms.negotiate.pooling import secrecy
from fairterms.negotiate.pooling.secrecy import LEAST_GROUPS, Secrecy
from fairterms.negotiate.pooling.summary import MeasureCount, Summary
from fairterms.outcomes.comparison.chance import wilson_limits
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

DIFFERENT_WORDS = "the groups count it in different words"


@dataclass(frozen=True)
class PooledRate:
    """A measure of all groups together.

    Attributes
    ----------
    id, counts
        The measure, and who reached it, in words.
    groups
        How many groups count it.
    reached, people
        People of all groups.
    low, high
        The 95 % interval of the rate, from 0 to 1: what chance alone would do with so many people.
    """

    id: str
    counts: str
    groups: int
    reached: int
    people: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """The share of people who reached it, from 0 to 1."""
        return self.reached / self.people


@dataclass(frozen=True)
class Withheld:
    """A figure that is not shown.

    Attributes
    ----------
    name
        The measure's id, or "member months".
    why
        Why not; for the one who pools alone, because it can tell of a group.
    """

    name: str
    why: str


@dataclass(frozen=True)
class Pooled:
    """What the groups learn together.

    Attributes
    ----------
    period
        The days counted.
    labels, commitments
        Of the groups, in the order of their labels; commitments in hexadecimal.
    member_months
        Of all groups; None where that is not shown.
    rates
        The measures that are shown, in the order of their ids.
    withheld
        What is not shown.
    open_values
        The fewest values that any group must still think possible for any count of any other, in
        everything that is shown; for the one who pools alone. None where nothing is shown.
    """

    period: Period
    labels: tuple[str, ...]
    commitments: tuple[str, ...]
    member_months: int | None
    rates: tuple[PooledRate, ...]
    withheld: tuple[Withheld, ...]
    open_values: int | None


def pool(summaries: Sequence[Summary]) -> Pooled:
    """Pool summaries.

    Parameters
    ----------
    summaries
        Of different groups, over the same days.

    Raises
    ------
    Refusal
        With fewer than three groups, with one group twice, or with different periods.
    """
    _check(summaries)
    ordered = sorted(summaries, key=lambda one: one.label)
    months = [one.member_months for one in ordered]
    of_months = secrecy.of_total(months)
    judged = [_judged(name, ordered) for name in _names(ordered)]
    shown = [one for one, _ in judged if isinstance(one, PooledRate)]
    withheld = [one for one, _ in judged if isinstance(one, Withheld)]
    if not of_months.may_show:
        withheld.append(Withheld("member months", of_months.why_not))
    safe = [one for one in (of_months, *(found for _, found in judged)) if one.may_show]
    return Pooled(
        ordered[0].period,
        tuple(one.label for one in ordered),
        tuple(one.commitment for one in ordered),
        sum(months) if of_months.may_show else None,
        tuple(shown),
        tuple(withheld),
        min((one.open_values for one in safe), default=None),
    )


def _check(summaries: Sequence[Summary]) -> None:
    if len(summaries) < LEAST_GROUPS:
        raise Refusal(
            "the pool",
            f"has {len(summaries)} of at least {LEAST_GROUPS} groups",
            "with two groups, each could subtract its own and would know the other",
            "find another group that counts the same",
        )
    for sort in ("label", "commitment", "nonce"):
        counted = Counter(getattr(one, sort).casefold() for one in summaries)
        twice = [name for name, count in counted.items() if count > 1]
        if twice:
            raise Refusal(
                "the pool",
                f"two summaries have the same {sort}",
                "a group that counts twice can work out more of the others",
                "use one summary of each group",
            )
    if len({one.period for one in summaries}) > 1:
        raise Refusal(
            "the pool",
            "the summaries are of different days",
            "what is counted over different days cannot be put together",
            "agree on one period, and count it anew",
        )


def _names(summaries: Sequence[Summary]) -> list[str]:
    return sorted({measure.id for one in summaries for measure in one.measures})


def _judged(name: str, summaries: Sequence[Summary]) -> tuple[PooledRate | Withheld, Secrecy]:
    counts = list(_counts(name, summaries))
    if len({one.counts.casefold() for one in counts}) > 1:
        return Withheld(name, DIFFERENT_WORDS), Secrecy(DIFFERENT_WORDS, 0)
    found = secrecy.of_measure([one.reached for one in counts], [one.missed for one in counts])
    if not found.may_show:
        return Withheld(name, found.why_not), found
    reached, people = sum(one.reached for one in counts), sum(one.people for one in counts)
    limits = wilson_limits(reached, people)
    return PooledRate(name, counts[0].counts, len(counts), reached, people, *limits), found


def _counts(name: str, summaries: Sequence[Summary]) -> Iterator[MeasureCount]:
    for one in summaries:
        found = one.measure(name)
        if found is not None:
            yield found
