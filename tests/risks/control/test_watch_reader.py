"""Acceptances, indicators, readings and exceptions, block by block."""

from datetime import date
from typing import Any

import pytest

from fairterms.risks.control.entry import Entry
from fairterms.risks.control.exception import ExceptionItem
from fairterms.risks.control.indicator import Indicator, Reading
from fairterms.risks.control.watch_reader import (
    read_acceptance,
    read_exception,
    read_indicator,
    read_reading,
)
from fairterms.units.notes import Notes
from tests.risks.control.made_up import INDICATOR

WATCHED: dict[str, Any] = {
    "id": "mismatch",
    "impact": "pay",
    "kind": "leading",
    "formula": "lines that differ, of all",
    "worse": "higher",
    "amber": "3 %",
    "red": "6 %",
    "lead_time": "60 days",
    "cadence": "monthly",
    "owner": "billing lead",
    "starts": date(2027, 1, 1),
}
READ: dict[str, Any] = {
    "indicator": "mismatch",
    "from": date(2027, 1, 1),
    "to": date(2027, 1, 31),
    "value": "4 %",
    "count": "400 lines",
}
SEEN: dict[str, Any] = {
    "id": "march",
    "rule": "every list is accepted",
    "subject": "the list of March",
    "severity": "low",
    "opened": date(2027, 4, 11),
    "due": date(2027, 4, 25),
    "owner": "data lead",
}
ACCEPTED: dict[str, Any] = {
    "impact": "pay",
    "estimate": "e1",
    "rating": "low",
    "reason": "small",
    "approver": "practice owner",
    "expires": date(2027, 12, 31),
}


def entry_of(raw: dict[str, Any], **changes: object) -> Entry:
    kept = {key: value for key, value in {**raw, **changes}.items() if value is not None}
    return Entry(kept, ("block", 0), Notes("risks.toml", (), {}))


def indicator(**changes: object) -> tuple[Indicator | None, list[str]]:
    entry = entry_of(WATCHED, **changes)
    return read_indicator(entry, {"pay"}, set()), [one.code for one in entry.notes.found]


def reading(**changes: object) -> tuple[Reading | None, list[str]]:
    entry = entry_of(READ, **changes)
    found = read_reading(entry, {"mismatch", "broken"}, {"mismatch": INDICATOR}, set())
    return found, [one.code for one in entry.notes.found]


def exception(**changes: object) -> tuple[ExceptionItem | None, list[str]]:
    entry = entry_of(SEEN, **changes)
    return read_exception(entry, {"mismatch"}, set()), [one.code for one in entry.notes.found]


def test_an_acceptance_is_read_whole_or_not_at_all() -> None:
    found = read_acceptance(entry_of(ACCEPTED), {"pay"})
    assert found is not None
    assert (found.rating, found.expires) == ("low", date(2027, 12, 31))
    for key in ACCEPTED:
        entry = entry_of(ACCEPTED, **{key: None})
        assert read_acceptance(entry, {"pay"}) is None
        assert [one.code for one in entry.notes.found] == ["missing"]


@pytest.mark.parametrize("key", [key for key in WATCHED if key != "id"])
def test_what_an_indicator_needs_is_asked_for(key: str) -> None:
    assert indicator(**{key: None}) == (None, ["missing"])


def test_a_lagging_indicator_needs_no_lead_time() -> None:
    found, problems = indicator(kind="lagging", lead_time=None)
    assert found is not None
    assert (found.lead_days, problems) == (0, [])


def test_a_lead_time_is_in_days() -> None:
    found, _ = indicator()
    assert found is not None
    assert found.lead_days == 60
    assert indicator(lead_time="2 months") == (None, ["bad-control"])
    assert indicator(lead_time="0 days") == (None, ["bad-control"])


@pytest.mark.parametrize("key", ["indicator", "from", "to", "value", "count"])
def test_what_a_reading_needs_is_asked_for(key: str) -> None:
    assert reading(**{key: None}) == (None, ["missing"])


def test_a_reading_of_an_indicator_that_could_not_be_read_is_left_aside() -> None:
    assert reading(indicator="broken") == (None, [])


def test_a_period_is_read_once() -> None:
    seen: set[object] = set()
    first, second = entry_of(READ), entry_of(READ, value="5 %")
    assert read_reading(first, {"mismatch"}, {"mismatch": INDICATOR}, seen) is not None
    assert read_reading(second, {"mismatch"}, {"mismatch": INDICATOR}, seen) is None
    assert [one.code for one in second.notes.found] == ["duplicate"]


def test_the_hash_of_the_file_is_kept() -> None:
    found, _ = reading(source="sha256:" + "0a" * 32)
    assert found is not None
    assert found.source == "sha256:" + "0a" * 32
    assert reading(source="sha256:0a")[1] == ["bad-control"]


def test_an_exception_of_an_indicator_names_it() -> None:
    found, problems = exception(rule=None, indicator="mismatch")
    assert found is not None
    assert (found.indicator, problems) == ("mismatch", [])
    assert exception(rule=None, indicator="other") == (None, ["unknown-indicator"])


@pytest.mark.parametrize("key", ["reason", "approver", "expires"])
def test_a_waiver_without_all_three_waives_nothing(key: str) -> None:
    waiver = {"reason": "small", "approver": "practice owner", "expires": date(2027, 6, 30)}
    full, _ = exception(waiver=waiver)
    assert full is not None
    assert full.waiver is not None
    less, problems = exception(waiver={k: v for k, v in waiver.items() if k != key})
    assert less is not None
    assert (less.waiver, problems) == (None, ["missing"])
