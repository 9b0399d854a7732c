"""Every common mistake in forecast.toml is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from pathlib import Path

import pytest

from fairterms.simulate.forecast.declaration_reader import read_text
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly

GOLDEN = Path(__file__).parent / "forecast_messages.txt"
SOUND = Path(__file__).parent / "forecast.toml"

MISTAKES = {
    "a factor is misspelt": ("\ntrend = {", "\ntrand = {"),
    "a factor is left out": ("\ncoding = {", "\n# coding = {"),
    "nobody says how a spread is known": (', basis = "38 clinicians; two leave', " } #"),
    "a number has no unit": ('acuity = { spread = "4 %"', 'acuity = { spread = "4"'),
    "a spread is too wide": ('acuity = { spread = "4 %"', 'acuity = { spread = "400 %"'),
    "a section has a name nothing reads": ("[[patients]]", "[[pacients]]"),
    "patients come in parts": ('roster = "8,900 patients"', 'roster = "8,900.5 patients"'),
    "nobody is ever listed": ('listed = "90 %"', 'listed = "0 %"'),
    "a cost goes nowhere": (
        'listed = "90 %"',
        'listed = "90 %"\ncost = { no_cost = "20 %", spread = "2 factor" }',
    ),
    "chances do not add up": ('["3 reports", "45 %"]', '["3 reports", "40 %"]'),
    "a chance is no chance": ('["3 reports", "45 %"]', '["3 reports", "45"]'),
    "a figure follows nobody": ('follows = "members"', 'follows = "member"'),
    "a weight is a word": ('rate_moves = { acuity = "-60 %" }', 'rate_moves = "acuity"'),
    "a rate is from nowhere": ('rate = "records"', 'rate = "record"'),
    "a measure stands twice": ('id = "access"', 'id = "response"'),
    "a key is misspelt": ("count_moves", "counts_move"),
    "yes is a word": ("counted = true", 'counted = "yes"'),
    "the file is broken": ("[factors]", "[factors"),
}


def problems_of(name: str) -> tuple[Problem, ...]:
    right, wrong = MISTAKES[name]
    text = SOUND.read_text(encoding="utf-8")
    assert right in text
    return read_text(text.replace(right, wrong, 1)).problems


def test_the_messages_read_exactly_so() -> None:
    assert reads_exactly(MISTAKES, problems_of, GOLDEN)


@pytest.mark.parametrize("name", MISTAKES)
def test_every_message_says_where_what_why_and_what_to_do(name: str) -> None:
    holds_complete(problems_of(name), "forecast.toml")


def test_no_two_mistakes_are_told_alike() -> None:
    assert len({problems_of(name) for name in MISTAKES}) == len(MISTAKES)


def test_the_file_they_are_made_in_has_none() -> None:
    assert read_text(SOUND.read_text(encoding="utf-8")).problems == ()
