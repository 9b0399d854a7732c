"""The library as a whole."""

import re
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from fairterms.risks.library.entries.late_payment import RISK as LATE
from fairterms.risks.library.library_risk import RISKS, in_order
from fairterms.risks.register.risk import Area

ROOT = Path(__file__).parents[3]
SIZES = {
    Area.MONEY: 10,
    Area.OPERATIONS: 7,
    Area.QUALITY: 10,
    Area.RISK_POOL: 6,
    Area.LAW: 9,
}


def test_there_are_forty_two_in_five_areas_numbered_without_gaps() -> None:
    assert Counter(risk.area for risk in in_order()) == SIZES
    ids = [f"{area.letter}{n}" for area, size in SIZES.items() for n in range(1, size + 1)]
    assert [risk.id for risk in in_order()] == ids


def test_each_is_named_as_its_module() -> None:
    assert all(risk.name == name for name, risk in RISKS.items())


def test_no_two_say_the_same() -> None:
    said = Counter(line for risk in in_order() for line in risk.sentences)
    assert [line for line, times in said.items() if times > 1] == []


def test_a_reader_meets_sentences_of_a_length_that_can_be_read() -> None:
    long = [line for risk in in_order() for line in risk.sentences if len(line.split()) > 36]
    assert long == []


def test_nobody_is_accused() -> None:
    text = " ".join(line.lower() for risk in in_order() for line in risk.sentences)
    assert not re.search(r"\b(fraud|cheat\w*|crook\w*|dishonest|guilty|proves? that)\b", text)


def test_requirements_are_some_the_project_knows() -> None:
    known = tomllib.loads((ROOT / "docs" / "requirements.toml").read_text(encoding="utf-8"))
    shape = re.compile(r"R-[A-I][0-9]{1,2}")
    named = {name for risk in in_order() for name in risk.requirements}
    assert all(shape.fullmatch(name) for name in named)
    assert named & known.keys()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "L3"},
        {"objectives": ()},
        {"objectives": ("O11",)},
        {"event": "money comes late"},
        {"detects": ()},
        {"wakes_by": (), "wakes_on": ()},
        {"wakes_on": ("no_such_sign",)},
        {"quiet_when": ("no_such_sign",)},
        {"requirements": ()},
    ],
    ids=str,
)
def test_a_risk_that_cannot_be_meant_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(AssertionError):
        replace(LATE, **change)  # type: ignore[arg-type]


def test_an_indicator_says_what_is_counted_and_why_it_leads() -> None:
    with pytest.raises(AssertionError):
        replace(LATE.indicator, unit="")
    with pytest.raises(AssertionError):
        replace(LATE.indicator, lead="because")
