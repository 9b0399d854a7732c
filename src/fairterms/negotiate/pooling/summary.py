"""A group's summary: counts of results over a period, committed to before anybody shows any."""

import hashlib
import json
from dataclasses import dataclass, replace

from fairterms.outcomes.small_cells.audience import is_small
from fairterms.units.period import Period

NONCE_DIGITS = 64
"""Hexadecimal digits of the nonce: enough that nobody finds counts by trying them all."""


@dataclass(frozen=True)
class MeasureCount:
    """One measure's counts.

    Attributes
    ----------
    id
        The name under which every group counts it.
    counts
        Who reached it, in words; the same words in every group.
    reached, people
        The numerator and the denominator: people.
    """

    id: str
    counts: str
    reached: int
    people: int

    def __post_init__(self) -> None:
        assert 0 <= self.reached <= self.people, "a part is no more than the whole"

    @property
    def missed(self) -> int:
        """The people who did not reach it."""
        return self.people - self.reached

    @property
    def is_small(self) -> bool:
        """Whether one of its counts is of 1 to 10 people, or it is of nobody."""
        return self.people == 0 or any(map(is_small, (self.reached, self.missed, self.people)))


@dataclass(frozen=True)
class Summary:
    """What one group puts into a pool.

    Attributes
    ----------
    label
        What the other groups see: a word of its own choice, its name only if it agrees.
    period
        The days counted.
    member_months
        Of its attributed members.
    measures
        In the file's order; each id once.
    nonce
        Random digits that keep the commitment from being guessed; empty until it is sealed.
    commitment
        SHA-256 of everything above; empty until it is sealed.
    """

    label: str
    period: Period
    member_months: int
    measures: tuple[MeasureCount, ...]
    nonce: str = ""
    commitment: str = ""

    def measure(self, name: str) -> MeasureCount | None:
        """Return a measure by its id; None where the group does not count it."""
        return next((one for one in self.measures if one.id == name), None)


def seal(summary: Summary, nonce: str) -> Summary:
    """Commit to a summary.

    Parameters
    ----------
    summary
        What is committed to.
    nonce
        Random hexadecimal digits, :data:`NONCE_DIGITS` of them.

    Returns
    -------
    Summary
        With its nonce and commitment. The group gives the commitment to all others first; whoever
        pools then sees whether the counts are those it committed to.
    """
    assert len(nonce) == NONCE_DIGITS, "a short nonce can be found by trying"
    return replace(summary, nonce=nonce, commitment=commitment_of(replace(summary, nonce=nonce)))


def commitment_of(summary: Summary) -> str:
    """Return the SHA-256, in hexadecimal, of what a summary says with its nonce."""
    said = {
        "label": summary.label,
        "from": summary.period.first.isoformat(),
        "to": summary.period.last.isoformat(),
        "member_months": summary.member_months,
        "measures": sorted(
            [one.id, one.counts, one.reached, one.people] for one in summary.measures
        ),
        "nonce": summary.nonce,
    }
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def as_text(summary: Summary) -> str:
    """Write a sealed summary as the file that is handed over."""
    lines = [
        "# Counts of results of one group, for a pool. Hand it to the one person who pools, and to",
        "# nobody else. The other groups get the commitment alone, before any counts are shown.",
        "[group]",
        f"label = {json.dumps(summary.label, ensure_ascii=False)}",
        f"from = {summary.period.first}",
        f"to = {summary.period.last}",
        f'member_months = "{summary.member_months:,} member-months"',
        f'nonce = "{summary.nonce}"',
        f'commitment = "{summary.commitment}"',
    ]
    for one in summary.measures:
        lines += [
            "",
            "[[measure]]",
            f'id = "{one.id}"',
            f"counts = {json.dumps(one.counts, ensure_ascii=False)}",
            f'numerator = "{one.reached:,} patients"',
            f'denominator = "{one.people:,} patients"',
        ]
    return "\n".join(lines) + "\n"
