"""The levels at which a contract may add savings and losses before it shares them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fairterms.reconcile.arithmetic.measured import measured
from fairterms.reconcile.statement.submission import Submission

POOLED = "pooled"
_NUMBERED = re.compile(r"([A-Za-z]+) \d+")
Scope = tuple[str, ...]


@dataclass(frozen=True)
class Level:
    """One way to net.

    Attributes
    ----------
    id
        Such as "pooled", "cohort" or "region, hmo upside only".
    noun
        What each unit is: "cohort"; "pooled" for one pool.
    units
        The parts that are shared by themselves; the parts that are pooled, for one pool.
    floored
        The units that count no loss.
    """

    id: str
    noun: str
    units: tuple[Scope, ...]
    floored: tuple[Scope, ...] = ()

    @property
    def is_pooled(self) -> bool:
        """Whether all units are added before they are shared."""
        return self.noun == POOLED

    @property
    def words(self) -> str:
        """The level as a sentence says it.

        Examples
        --------
        >>> Level("cohort", "cohort", (("hmo",), ("ppo",)), (("hmo",),)).words
        'each cohort shared by itself, hmo without losses'
        """
        if self.is_pooled:
            return "all parts pooled, then shared"
        names = list(dict.fromkeys(scope[0] for scope in self.floored))
        floored = f", {' and '.join(names)} without losses" if names else ""
        return f"each {self.noun} shared by itself{floored}"


def levels(submission: Submission) -> tuple[Level, ...]:
    """Return every level the statement's parts allow, the pool first; none without two parts."""
    scopes = [one.scope for one in measured(submission.statement)]
    outer = _below((), scopes)
    if len(outer) < 2:
        return ()
    found = [Level(POOLED, POOLED, outer)]
    units = outer
    for depth in range(1, max(map(len, scopes)) + 1):
        noun = noun_of(submission, units, depth)
        found.extend(_at(noun, units, submission.upside_only))
        units = tuple(inner for unit in units for inner in (_below(unit, scopes) or (unit,)))
    return tuple(found)


def asked_by_header(submission: Submission, found: Sequence[Level]) -> Level | None:
    """Return the level a header asks for; None when it does not tell cohorts apart.

    Two cohorts under different payment models cannot be one pool: a loss that the one never shares
    would offset the gain of the other.
    """
    header = submission.header
    named = {one.code for one in header.cohorts if one.code} if header else set()
    models = {one.lan for one in header.cohorts} if header else set()
    if len(named) < 2 or len(models) < 2:
        return None
    fitting = [
        level
        for level in found
        if not level.is_pooled
        and all(len(unit) == 1 for unit in level.units)
        and {unit[0] for unit in level.units} <= named
    ]
    return fitting[-1] if fitting else None


def noun_of(submission: Submission, units: Sequence[Scope], depth: int) -> str:
    """Say what the units of a level are: "region" for "Region 1" and "Region 2"."""
    words = {found[1] for found in (_NUMBERED.fullmatch(unit[-1]) for unit in units) if found}
    if len(words) == 1 and all(_NUMBERED.fullmatch(unit[-1]) for unit in units):
        return str(words.pop()).lower()
    dimensions = submission.dimensions
    return dimensions[depth - 1] if depth <= len(dimensions) else f"part of level {depth}"


def _at(noun: str, units: tuple[Scope, ...], upside_only: frozenset[str]) -> Iterator[Level]:
    """Give a level with all units two-sided, and one with the header's floors."""
    yield Level(noun, noun, units)
    floored = tuple(unit for unit in units if unit[0] in upside_only)
    if floored:
        names = " and ".join(dict.fromkeys(unit[0] for unit in floored))
        yield Level(f"{noun}, {names} upside only", noun, units, floored)


def _below(scope: Scope, scopes: Sequence[Scope]) -> tuple[Scope, ...]:
    depth = len(scope)
    return tuple(one for one in scopes if one[:depth] == scope and len(one) == depth + 1)
