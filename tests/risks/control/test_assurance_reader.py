"""Tests of controls, block by block."""

from datetime import date
from typing import Any

import pytest

from fairterms.risks.control.assurance_reader import read_test
from fairterms.risks.control.entry import Entry
from fairterms.risks.control.test import ControlTest, Method
from fairterms.units.notes import Notes
from tests.risks.control.made_up import CONTROL

TEST: dict[str, Any] = {
    "id": "t1",
    "control": "match",
    "kind": "operating",
    "method": "inspection",
    "population": "250 claims",
    "sample": ["4", 17],
    "seed": "cedar",
    "expected": "0 deviations",
    "deviations": "0 deviations",
    "tester": "auditor",
    "approver": "compliance lead",
    "valid_from": date(2027, 1, 1),
    "valid_to": date(2027, 12, 31),
    "result": "passed",
}


def read(**changes: object) -> tuple[ControlTest | None, list[str]]:
    notes = Notes("risks.toml", (), {})
    raw = {key: value for key, value in {**TEST, **changes}.items() if value is not None}
    entry = Entry(raw, ("test", 0), notes)
    found = read_test(entry, {"match", "broken"}, {"match": CONTROL}, set())
    return found, [problem.code for problem in notes.found]


def test_a_sample_is_a_list_of_places() -> None:
    found, problems = read()
    assert found is not None
    assert found.sampled is not None
    assert (found.sampled.items, problems) == (("4", "17"), [])


def test_the_whole_list_needs_no_seed() -> None:
    found, problems = read(sample="all", seed=None)
    assert found is not None
    assert found.sampled is not None
    assert (found.sampled.size, problems) == (250, [])


def test_a_test_of_design_needs_no_sample() -> None:
    without = dict.fromkeys(("population", "sample", "seed", "expected", "deviations"))
    found, problems = read(kind="design", **without)
    assert found is not None
    assert (found.sampled, problems) == (None, [])
    assert read(kind="operating", **without)[0] is None


def test_several_methods_are_read() -> None:
    found, _ = read(method=["inquiry", "observation"])
    assert found is not None
    assert found.methods == (Method.INQUIRY, Method.OBSERVATION)
    assert read(method=["inquiry", "guess"])[0] is None


@pytest.mark.parametrize(
    "item", ["1234567", "jo@example.org", "123-45-6789", "row 12345678", 9999999]
)
def test_what_looks_like_a_persons_own_number_is_not_taken(item: object) -> None:
    assert read(sample=["4", item]) == (None, ["personal"])


@pytest.mark.parametrize("key", [key for key in TEST if key not in ("id", "seed")])
def test_what_a_test_needs_is_asked_for(key: str) -> None:
    assert read(**{key: None}) == (None, ["missing"])


def test_a_test_of_a_control_that_could_not_be_read_is_left_aside() -> None:
    assert read(control="broken") == (None, [])


@pytest.mark.parametrize("key", ["tester", "approver"])
def test_who_carries_a_control_out_does_not_test_it(key: str) -> None:
    assert read(**{key: "billing lead"}) == (None, ["not-independent"])
