"""Every common mistake in positions.toml is provoked, and its message compared.

To accept changed messages after reading them: ``UPDATE_GOLDEN=1 pytest tests/golden``.
"""

from functools import cache
from pathlib import Path

import pytest

from fairterms.contract.clause import Contract
from fairterms.negotiate.positions.reader import read_text
from fairterms.payment.loading import load
from fairterms.units.problem import Problem
from tests.golden.message_gallery import holds_complete, reads_exactly

GOLDEN = Path(__file__).parent / "position_messages.txt"
SOUND = Path(__file__).parent / "positions.toml"
STARTER = Path(__file__).parents[2] / "src" / "fairterms" / "cli" / "starter"

WORTH = 'worth = { group = "-$1,500.00", plan'
LOWER = """
[[issue.option]]
id = "lower"
words = "a sharing rate of 40 %"
changes = [{ clause = "savings", term = "sharing_rate", value = "40 %" }]
"""
ONLY = """
[[issue.option]]
id = "written"
words = "reporting as the text has it"
as_written = true"""
AGAIN = """[[issue]]
id = "again"
title = "Again"
purpose = ""

[[issue.option]]
id = "written"
words = "as it is"
as_written = true
"""

MISTAKES = {
    "a section has a name nothing reads": ("[alternative]", "[alternativ]"),
    "a key is misspelt": ("appetite_weight", "apetite_weight"),
    "the weight of bad years is too high": ('weight = "30 %"', 'weight = "130 %"'),
    "a number has no unit": ('weight = "30 %"', "weight = 30"),
    "a worth has no unit": ('group = "-$1,500.00"', 'group = "-1500"'),
    "a low is above its likely": ('low = "$1,000.00"', 'low = "$7,000.00"'),
    "an estimate has no range": (
        '{ low = "$0.00", likely = "$40,000.00", high = "$90,000.00" }',
        '"$40,000.00"',
    ),
    "an end of an estimate is missing": ('low = "-$10,000.00", ', ""),
    "nobody says what the plan's side rests on": ('evidence = "a guess', '# evidence = "a guess'),
    "nobody says what the alternative rests on": ('evidence = "today', '# evidence = "today'),
    "the alternative is of no known kind": ('"fee-for-service" ', '"a hope" '),
    "the alternative has no worth": ("\nwithout_deal = true", ""),
    "the chance is over 1": ('chance = "100 %"', 'chance = "150 %"'),
    "a switching cost is below zero": ('cost = "$0.00"', 'cost = "-$5.00"'),
    "an issue has one option": (ONLY, ""),
    "two issues change the same term": (
        '[[issue]]\nid = "reporting"',
        AGAIN + LOWER + '\n[[issue]]\nid = "reporting"',
    ),
    "an option changes a clause there is not": ('clause = "savings"', 'clause = "saving"'),
    "an option gives a term a value it cannot have": ('value = "40 %"', 'value = "$40.00"'),
    "a change has no value": (', value = "40 %"', ""),
    "no option is the text as written": ("as_written = true", "as_written = false"),
    "the text as written changes something": (
        "as_written = true",
        'as_written = true\nchanges = [{ clause = "savings", term = "x", value = "1 %" }]',
    ),
    "an option says nothing": (WORTH, "# " + WORTH),
    "a worth names one side": (WORTH + " =", "worth = { plan ="),
    "the plan's quality is of no measure": (
        "[alternative]",
        '[[plan.quality]]\nmeasure = "respons"\npoints = "2 points"\n\n[alternative]',
    ),
    "savings do not say how far they may be off": (
        'medical_savings = { low = "$0.00", likely = "$40,000.00", high = "$90,000.00" }',
        'medical_savings = { figure = "savings" }',
    ),
    "the file is broken": ("[group]", "[group"),
}


@cache
def starter() -> Contract:
    contract = load(STARTER / "terms.toml").contract
    assert contract is not None
    return contract


def problems_of(name: str) -> tuple[Problem, ...]:
    right, wrong = MISTAKES[name]
    text = SOUND.read_text(encoding="utf-8")
    assert right in text
    return read_text(text.replace(right, wrong, 1), starter()).problems


def test_the_messages_read_exactly_so() -> None:
    assert reads_exactly(MISTAKES, problems_of, GOLDEN)


@pytest.mark.parametrize("name", MISTAKES)
def test_every_message_says_where_what_why_and_what_to_do(name: str) -> None:
    holds_complete(problems_of(name), "positions.toml")


def test_no_two_mistakes_are_told_alike() -> None:
    assert len({problems_of(name) for name in MISTAKES}) == len(MISTAKES)


def test_the_file_they_are_made_in_has_none() -> None:
    assert read_text(SOUND.read_text(encoding="utf-8"), starter()).problems == ()
