"""The tracks' terms beside the same rules written by hand, on drawn figures of every year."""

from decimal import Decimal

import numpy as np
import pytest
from benchmarks.settle import as_floats, by_hand, groups_of, made_up_rows
from examples.mssp.settle_rows import terms_in, terms_of

from fairterms.settle.panel import settle_panel
from fairterms.units.number import EXACT, Column
from tests.conformance.test_mssp_terms import TRACKS

ROWS = 120


def drawn(seed: int) -> dict[str, Column]:
    """Draw figures that reach every threshold, cap and condition."""
    draws = np.random.default_rng(seed)
    benchmark = draws.integers(20_000_000, 400_000_000, ROWS)

    def flags() -> Column:
        return EXACT.column(Decimal(int(flag)) for flag in draws.integers(0, 2, ROWS))

    def dollars(low: int, high: int) -> Column:
        return EXACT.column(Decimal(int(amount)) for amount in draws.integers(low, high, ROWS))

    shares = draws.normal(0.99, 0.08, ROWS)
    steps = draws.integers(0, 5, ROWS)
    return {
        "total_benchmark": EXACT.column(Decimal(int(amount)) for amount in benchmark),
        "cost": EXACT.column(Decimal(int(amount)) for amount in benchmark * shares),
        "members": dollars(300, 80_000),
        "quality_score": EXACT.column(
            Decimal(int(score)) / 10_000 for score in draws.integers(0, 10_001, ROWS)
        ),
        "meets_standard": flags(),
        "meets_alternative": flags(),
        "elects_fixed_minimum": flags(),
        "elected_minimum": EXACT.column(Decimal(int(step)) / 200 for step in steps),
        "half_rate_applies": flags(),
        "guardrail_applies": flags(),
        "agreement_year": dollars(1, 6),
        "revenue": dollars(1_000_000, 60_000_000),
        "disaster_relief": dollars(-900_000, 900_000),
        "advance_balance": dollars(0, 900_000),
    }


@pytest.mark.parametrize("track", TRACKS)
def test_the_terms_pay_what_the_rules_by_hand_pay(track: str) -> None:
    terms = terms_of(track)
    paid, owed = 0, 0
    for year in range(terms.starts.year, min(terms.ends.year, 2026) + 1):
        table = drawn(year)
        ours = settle_panel(terms_in(track, year), table).payable.values.astype(np.float64)
        hand = by_hand(track, year, as_floats(table))
        # By hand it is worked out in floats, where half a dollar may be rounded either way.
        assert np.max(np.abs(ours - hand)) <= 1, year
        paid, owed = paid + int(np.sum(ours > 0)), owed + int(np.sum(ours < 0))
    assert paid > 50
    assert (owed > 50) == (track not in {"TRACK_1", "BASIC_A", "BASIC_B"})


def test_made_up_rows_are_the_same_every_time_and_settle() -> None:
    first, again = made_up_rows(40), made_up_rows(40)
    assert first == again
    groups = groups_of(first)
    assert sum(len(group.exact["cost"]) for group in groups) == 40
    assert {group.track for group in groups} == {"TRACK_1", "BASIC_B", "BASIC_E", "ENHANCED"}
