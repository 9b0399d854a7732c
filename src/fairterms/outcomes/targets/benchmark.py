"""Benchmarks in eight steps: what was settled, by whom, when, and on which data.

A benchmark is agreed only when each step is, by both sides, on the same words and the same data.
Whoever changes a word or a number afterwards must ask again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal, TypeAlias

Side: TypeAlias = Literal["group", "plan"]
SIDES: Final[tuple[Side, Side]] = ("group", "plan")
_HASH: Final = re.compile(r"sha256:[0-9a-f]{64}")


class BenchmarkStep(StrEnum):
    """The eight steps, in order."""

    MEASURE = "Freeze the measure: its version, its rule for missing scores, its window."
    REFERENCE = "Name the reference population and who owns it."
    YEARS = "Take three years; show each, and all pooled."
    DRIFT = "Check drift, coding and completeness."
    CASE_MIX = "Fit the case mix on the reference, never on the judged year alone."
    RELIABILITY = "State the reliability and the minimum count at the group's size."
    TARGET = "Set threshold and target, with the chance that an average provider fails."
    SHADOW = "Run a shadow year, publish it, review; tighten nothing without consent."

    @property
    def number(self) -> int:
        """From 1 to 8."""
        return list(BenchmarkStep).index(self) + 1


def fingerprint(content: bytes) -> str:
    """Give what changes as soon as a single letter of the content changes.

    Parameters
    ----------
    content
        A file as it is, or a text as UTF-8.

    Returns
    -------
    str
        "sha256:" and 64 hexadecimal digits.

    Examples
    --------
    >>> fingerprint(b"")[:19]
    'sha256:e3b0c44298fc'
    """
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


@dataclass(frozen=True)
class Consent:
    """One side's agreement to one step.

    Attributes
    ----------
    side
        Who is bound.
    by
        The person who agreed, by role or name.
    on
        The day.
    to
        The fingerprint of the step as it then read, words and data.
    """

    side: Side
    by: str
    on: date
    to: str

    def __post_init__(self) -> None:
        assert self.by.strip(), "a person agrees"


@dataclass(frozen=True)
class StepRecord:
    """What was settled in one step.

    Attributes
    ----------
    step
        Which of the eight.
    settled
        What was settled, in words.
    data_hash
        Fingerprint of the data it rests on; empty while there are none.
    consents
        Who agreed to it.
    """

    step: BenchmarkStep
    settled: str
    data_hash: str
    consents: tuple[Consent, ...] = ()

    def __post_init__(self) -> None:
        assert not self.data_hash or _HASH.fullmatch(self.data_hash), "a hash is sha256:..."

    @property
    def fingerprint(self) -> str:
        """What the consents are to: step, words and data, without the consents."""
        text = json.dumps([self.step.name, self.settled, self.data_hash], ensure_ascii=False)
        return fingerprint(text.encode())

    def agree(self, side: Side, by: str, on: date) -> StepRecord:
        """Add one side's consent to the step as it reads now.

        Parameters
        ----------
        side
            Who is bound.
        by
            The person.
        on
            The day.

        Returns
        -------
        StepRecord
            A new record; the side's earlier consent, if any, is replaced.
        """
        others = tuple(consent for consent in self.consents if consent.side != side)
        given = Consent(side, by, on, self.fingerprint)
        return StepRecord(self.step, self.settled, self.data_hash, (*others, given))

    @property
    def completed(self) -> date | None:
        """The day both sides had agreed to it as it reads; None before."""
        days = {c.side: c.on for c in self.consents if c.to == self.fingerprint}
        return max(days.values()) if set(days) == set(SIDES) else None


@dataclass(frozen=True)
class Incomplete:
    """Something a benchmark still lacks.

    Attributes
    ----------
    step
        Where.
    what
        What is lacking.
    fix
        What to do about it.
    """

    step: BenchmarkStep
    what: str
    fix: str


@dataclass(frozen=True)
class Benchmark:
    """A benchmark and the record of how it came about.

    Attributes
    ----------
    measure
        The measure it is for.
    records
        At most one per step.
    """

    measure: str
    records: tuple[StepRecord, ...]

    def __post_init__(self) -> None:
        steps = [record.step for record in self.records]
        assert len(steps) == len(set(steps)), "a step is recorded once"

    def record(self, step: BenchmarkStep) -> StepRecord | None:
        """Give the record of a step.

        Parameters
        ----------
        step
            One of the eight.

        Returns
        -------
        StepRecord or None
            None if nothing was recorded.
        """
        return next((record for record in self.records if record.step is step), None)

    def put(self, record: StepRecord) -> Benchmark:
        """Record a step, or replace its record.

        Parameters
        ----------
        record
            Consents to other words or data do not count and are named as lacking.

        Returns
        -------
        Benchmark
            A new benchmark.
        """
        others = tuple(own for own in self.records if own.step is not record.step)
        return Benchmark(self.measure, (*others, record))

    @property
    def incomplete(self) -> tuple[Incomplete, ...]:
        """All that is lacking, in the order of the steps; empty when agreed."""
        found: list[Incomplete] = []
        for step in BenchmarkStep:
            found += _lacks(step, self.record(step))
        return (*found, *_out_of_order(self.records))

    @property
    def is_agreed(self) -> bool:
        """Whether nothing is lacking."""
        return not self.incomplete


def _lacks(step: BenchmarkStep, record: StepRecord | None) -> list[Incomplete]:
    if record is None:
        return [Incomplete(step, "nothing is recorded", "settle this step and record it")]
    found = []
    if not record.settled.strip():
        found.append(Incomplete(step, "the record has no words", "write down what was settled"))
    if not record.data_hash:
        fix = "record the fingerprint of the data it rests on"
        found.append(Incomplete(step, "the data are not named", fix))
    for side in SIDES:
        found += _consent_lacks(record, side)
    return found


def _consent_lacks(record: StepRecord, side: Side) -> list[Incomplete]:
    given = [consent for consent in record.consents if consent.side == side]
    if not given:
        return [Incomplete(record.step, f"the {side} has not agreed", f"ask the {side} to agree")]
    if all(consent.to != record.fingerprint for consent in given):
        what = f"the {side} agreed to other words or other data"
        return [Incomplete(record.step, what, f"show the {side} what changed and ask again")]
    return []


def _out_of_order(records: Sequence[StepRecord]) -> list[Incomplete]:
    done = [(r.step, r.completed) for r in records if r.completed is not None]
    found = []
    for step, day in sorted(done, key=lambda pair: pair[0].number):
        later = [other.number for other, at in done if other.number < step.number and at > day]
        if later:
            what = f"it was agreed before step {later[0]} was"
            found.append(Incomplete(step, what, "agree to it again in the light of that step"))
    return found
