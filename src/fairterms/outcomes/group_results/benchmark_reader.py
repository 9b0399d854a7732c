"""Read the eight steps by which a benchmark was set, with what both sides agreed to."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fairterms.outcomes.targets.benchmark import (
    SIDES,
    Benchmark,
    BenchmarkStep,
    Consent,
    Side,
    StepRecord,
)
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place

_KEYS = ("number", "settled", "data", "agreed", "group", "plan", "by_group", "by_plan")


def read_benchmark(measure: str, raw: Any, path: Place, notes: Notes) -> Benchmark | None:
    """Read the record of a benchmark.

    Parameters
    ----------
    measure
        The measure it is for.
    raw
        The tables of ``[[measured.step]]``, as TOML gives them.
    path
        Where they stand.
    notes
        Takes what is wrong.

    Returns
    -------
    Benchmark or None
        None when no step was recorded.
    """
    found: dict[BenchmarkStep, StepRecord] = {}
    for position, entry in enumerate(raw if isinstance(raw, list) else []):
        here: Place = (*path, position)
        for key in entry.keys() - set(_KEYS):
            notes.unknown((*here, key), key, _KEYS, "key")
        step = _step(entry.get("number"), found, here, notes)
        if step is not None:
            found[step] = _record(step, entry, here, notes)
    return Benchmark(measure, tuple(found.values())) if found else None


def _step(
    number: Any, found: Mapping[BenchmarkStep, StepRecord], here: Place, notes: Notes
) -> BenchmarkStep | None:
    steps = {step.number: step for step in BenchmarkStep}
    if type(number) is not int or number not in steps or steps[number] in found:
        notes.add(
            (*here, "number"),
            f"{number!r} is not a step that is still open",
            "benchmark-step",
            "a benchmark is set in eight steps, and each is recorded once",
            "write number = 1 to 8",
        )
        return None
    return steps[number]


def _record(step: BenchmarkStep, entry: Mapping[str, Any], here: Place, notes: Notes) -> StepRecord:
    data = str(entry.get("data", ""))
    try:
        record = StepRecord(step, str(entry.get("settled", "")), data)
    except AssertionError:
        what = f'"{data}" is no fingerprint of the data'
        fix = "write sha256: and the 64 digits, or leave it out while there are no data"
        notes.add((*here, "data"), what, "benchmark-data", "both sides must mean one file", fix)
        record = StepRecord(step, str(entry.get("settled", "")), "")
    agreed_to = str(entry.get("agreed", ""))
    consents = tuple(
        Consent(side, str(entry.get(f"by_{side}", "")).strip() or side, entry[side], agreed_to)
        for side in SIDES
        if _is_day(side, entry, here, notes)
    )
    if consents and agreed_to != record.fingerprint:
        notes.add(
            (*here, "agreed"),
            "the step no longer reads as it was agreed"
            if agreed_to
            else "the step has dates of agreement and no fingerprint of what was agreed",
            "benchmark-agreed",
            "whoever changes a word or a number afterwards must ask again",
            f'if both sides agree to it as it reads now: agreed = "{record.fingerprint}"',
        )
    return StepRecord(step, record.settled, record.data_hash, consents)


def _is_day(side: Side, entry: Mapping[str, Any], here: Place, notes: Notes) -> bool:
    """Say whether a side has given the day it agreed; a time of day or a text is no day."""
    if side in entry and type(entry[side]) is not date:
        what = f"{side} is not the day on which the {side} agreed"
        fix = f"write {side} = 2026-05-01, without quotes"
        notes.add((*here, side), what, "benchmark-day", "consent counts from a day on", fix)
    return type(entry.get(side)) is date
