"""Systems put side by side keep their sums and add the ties."""

import numpy as np
import pytest

from fairterms.outcomes.small_cells.system import join
from tests.outcomes.small_cells.tables import draw


def test_joined_systems_keep_every_sum() -> None:
    generator = np.random.default_rng(2)
    one, two = (draw(generator, 2, 3).system() for _ in range(2))
    joined = join([one, two])
    assert not (joined.sums @ joined.counts).any()
    assert len(joined.sums) == len(one.sums) + len(two.sums)
    assert joined.names == one.names + two.names


def test_a_tie_of_different_counts_cannot_be_built() -> None:
    one = draw(np.random.default_rng(3), 2, 0).system()
    other = type(one)(one.names, one.counts * 2 + 0, one.sums, one.weights, one.is_never_printed)
    with pytest.raises(AssertionError, match="the sums come out"):
        join([one, other], [(2, 5)])
