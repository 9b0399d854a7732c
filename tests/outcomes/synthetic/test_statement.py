"""The plan's statement counts the days it says, and they make a difference."""

import csv
from pathlib import Path

import numpy as np

from fairterms.outcomes.synthetic.history import STATEMENT, Recipe, sized, synthesize
from fairterms.outcomes.synthetic.presets import PRIVATE_PRACTICE
from fairterms.outcomes.synthetic.statement import Tally, count
from fairterms.outcomes.synthetic.truths import PayerRedefinition, plant
from tests.outcomes.synthetic.groups import followed, group, world

DAYS = PayerRedefinition()


def test_the_days_agreed_and_the_days_used_give_two_rates() -> None:
    block = group(world(patients=4000)).block
    rates = []
    for window in (DAYS.agreed, DAYS.used):
        _, is_counted, is_better = count(block, window)
        rates.append((is_counted & is_better).sum() / is_counted.sum())
    assert rates[0] - rates[1] > 0.05, "the plan's days count patients before care has helped them"


def test_it_agrees_with_a_plain_count() -> None:
    block = group().block
    _, is_counted, is_better = count(block, DAYS.used)
    first, last = followed(block, DAYS.used)
    plain = (first >= 10) & ~np.isnan(last)
    assert np.array_equal(is_counted, plain)
    assert np.array_equal(is_better & plain, plain & (last <= first / 2))


def test_the_statement_has_a_line_a_year(tmp_path: Path) -> None:
    recipe = Recipe(sized(PRIVATE_PRACTICE, 400, 12, 3), 7, plant(["payer-redefinition"]))
    synthesize(recipe, tmp_path)
    with (tmp_path / STATEMENT).open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["year"] for row in rows] == ["2024", "2025", "2026"]
    assert all(0 < int(row["numerator"]) < int(row["denominator"]) for row in rows)


def test_blocks_are_added_up() -> None:
    block = group().block
    once = Tally.start(DAYS).add(block)
    twice = once.add(block)
    assert [2 * number for _, number in once.denominator] == [n for _, n in twice.denominator]
    assert Tally.start(None).add(block) == Tally(None)
