"""An entry has one form, holds no content, and cannot be built otherwise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from fairterms.ledger import canonical
from fairterms.ledger import entry as entries
from fairterms.ledger.entry import Entry
from fairterms.ledger.tree import leaf_hash
from fairterms.units.refusal import Refusal
from tests.ledger.made_up import entry

HASH = "ab" * 32
ONE = Entry(
    sequence=1,
    time=datetime(2027, 1, 14, 9, 30, tzinfo=UTC),
    actor="plan-lead",
    kind="settlement.signed",
    payload=HASH,
    commitments={"b": HASH, "a": HASH},
)
WRITTEN = (
    f'{{"actor":"plan-lead","commitments":{{"a":"{HASH}","b":"{HASH}"}},'
    f'"kind":"settlement.signed","payload":"{HASH}","sequence":1,"time":"2027-01-14T09:30:00Z"}}'
)

IMPOSSIBLE: dict[str, dict[str, Any]] = {
    "sequence 0": {"sequence": 0},
    "a sequence too large": {"sequence": 10**15},
    # Without a zone on purpose: it must be refused.
    "a time without a zone": {"time": datetime(2027, 1, 14)},  # noqa: DTZ001
    "a time elsewhere": {"time": datetime(2027, 1, 14, tzinfo=timezone(timedelta(hours=1)))},
    "a part of a second": {"time": datetime(2027, 1, 14, 0, 0, 0, 1, UTC)},
    "a person's name": {"actor": "Jo Doe"},
    "no actor": {"actor": ""},
    "an actor too long": {"actor": "a" * 65},
    "a kind in capitals": {"kind": "Signed"},
    "a payload that is no hash": {"payload": "ab"},
    "a payload in capitals": {"payload": "AB" * 32},
    "a commitment that is no hash": {"commitments": {"amount": "12"}},
    "a commitment without a name": {"commitments": {"": HASH}},
}
WRONG: dict[str, tuple[str, str]] = {
    "a key too many": ('"sequence":1', '"note":"x","sequence":1'),
    "a key too few": ('"sequence":1,', ""),
    "a sequence in quotes": ('"sequence":1', '"sequence":"1"'),
    "a sequence that is true": ('"sequence":1', '"sequence":true'),
    "an actor that is a number": ('"plan-lead"', "1"),
    "a time with an offset": ("09:30:00Z", "09:30:00+00:00"),
    "a time with a fraction": ("09:30:00Z", "09:30:00.000Z"),
    "a time without seconds": ("09:30:00Z", "09:30Z"),
    "a day that is none": ("2027-01-14", "2027-02-30"),
    "commitments as a list": (f'{{"a":"{HASH}","b":"{HASH}"}}', "[]"),
    "a commitment that is a number": (f'"a":"{HASH}"', '"a":1'),
}


def test_an_entry_is_written_in_exactly_one_way() -> None:
    assert ONE.canonical.decode() == WRITTEN
    assert ONE.leaf == leaf_hash(WRITTEN.encode())


def test_what_was_written_is_read_back() -> None:
    assert entries.read(canonical.read(WRITTEN.encode())) == ONE
    for number in range(1, 20):
        assert entries.read(canonical.read(entry(number).canonical)) == entry(number)


def test_every_part_is_part_of_the_leaf() -> None:
    changed: tuple[dict[str, Any], ...] = (
        {"sequence": 2}, {"time": ONE.time + timedelta(seconds=1)}, {"actor": "plan-lea"},
        {"kind": "settlement.sign"}, {"payload": "ac" * 32}, {"commitments": {"a": HASH}},
    )  # fmt: skip
    assert len({ONE.leaf, *(replace(ONE, **one).leaf for one in changed)}) == 7


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_an_impossible_entry_cannot_be_built(name: str) -> None:
    with pytest.raises(Refusal):
        replace(ONE, **IMPOSSIBLE[name])


@pytest.mark.parametrize("name", WRONG)
def test_an_entry_in_another_form_is_not_read(name: str) -> None:
    right, wrong = WRONG[name]
    assert right in WRITTEN
    with pytest.raises(Refusal):
        entries.read(canonical.read(WRITTEN.replace(right, wrong, 1).encode()))


def test_a_list_is_no_entry() -> None:
    with pytest.raises(Refusal, match="not a table"):
        entries.read([])
