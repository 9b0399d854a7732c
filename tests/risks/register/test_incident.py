"""An incident says what happened and what was learnt."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fairterms.risks.register.incident import Incident
from fairterms.units.quantity import parse

OPEN = Incident(date(2026, 4, 30), "A file was late.", "pay", None, "the plan's notice")


def without(part: str, to: str | None = "") -> dict[str, Any]:
    return {part: to}


def test_a_loss_is_told_or_not_known() -> None:
    assert OPEN.loss_words == "not known"
    assert replace(OPEN, loss=parse("$2,750.00")).loss_words == "$2,750.00"
    assert replace(OPEN, loss=parse("$0.00")).loss_words == "$0.00"


def test_it_is_closed_with_a_lesson() -> None:
    assert OPEN.is_open
    closed = replace(OPEN, closed=date(2026, 4, 30), lesson="Two people make the file.")
    assert not closed.is_open


def test_it_does_not_end_before_it_began_or_without_a_lesson() -> None:
    with pytest.raises(ValueError, match="closed before it happened"):
        replace(OPEN, closed=date(2026, 4, 29), lesson="Two people make the file.")
    with pytest.raises(ValueError, match="no lesson is written down"):
        replace(OPEN, closed=date(2026, 5, 20))


@pytest.mark.parametrize("part", ["what", "found_by"])
def test_nothing_is_left_out(part: str) -> None:
    with pytest.raises(ValueError, match=f"leaves {part} out"):
        replace(OPEN, **without(part))
