"""A risk has a cause, an event, an effect and an owner."""

from dataclasses import replace
from typing import Any

import pytest

from fairterms.risks.register.risk import Area, Status
from tests.risks.register.made_up import risk


def without(part: str, to: str | None = "") -> dict[str, Any]:
    return {part: to}


def test_each_area_has_the_letter_of_the_librarys_risks() -> None:
    letters = {area.value: area.letter for area in Area}
    assert letters == {
        "money": "F",
        "operations": "A",
        "quality": "Q",
        "risk pool": "P",
        "law": "L",
    }


@pytest.mark.parametrize("part", ["cause", "event", "effect", "owner"])
def test_no_part_may_be_left_out(part: str) -> None:
    with pytest.raises(ValueError, match=f"does not say its {part}"):
        replace(risk(), **without(part))


def test_a_closed_risk_is_not_open() -> None:
    assert risk().is_open
    assert not risk(status=Status.CLOSED).is_open


def test_it_reads_as_one_sentence() -> None:
    assert risk().sentence == "One assistant: a file is late, and no pay."
