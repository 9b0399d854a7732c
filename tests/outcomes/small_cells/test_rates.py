"""A rate shown outside tells of nobody in a small number."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.outcomes.small_cells.rates import protect_rates
from fairterms.units.refusal import Refusal

groups = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=4)


@settings(max_examples=10, deadline=None)
@given(counts=groups)
def test_a_rate_is_shown_only_where_its_three_counts_are(counts: list[tuple[int, int]]) -> None:
    reached, rest = np.array(counts).T
    names = [f"g{at}" for at in range(len(counts))]
    found = protect_rates("response", names, reached.tolist(), (reached + rest).tolist())
    shown = found.may_show(Audience.OUTSIDE)[:-1]
    for is_shown, good, bad in zip(shown, reached.tolist(), rest.tolist(), strict=True):
        if is_shown:
            assert not any(1 <= count <= 10 for count in (good, bad, good + bad))
    assert found.counts.hiding.exposures() == ()
    assert all(
        inside == (good + bad > 0)
        for inside, (good, bad) in zip(found.may_show(Audience.GROUP), counts, strict=False)
    )


def test_more_successes_than_patients_are_refused() -> None:
    with pytest.raises(Refusal, match="more people reached it than there are"):
        protect_rates("response", ["a"], [12], [11])
