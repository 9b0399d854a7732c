"""The bounds are what trying every table gives, and the proof stops at the first unsafe count."""

import numpy as np
import pytest

from fairterms.audit.release.bounds import Bounds, bounds, prove
from fairterms.audit.release.knowledge import gather
from fairterms.units.refusal import Refusal
from tests.audit.release.outsider import by_flow, everything_possible, table


def test_bounds_are_those_of_trying_every_table_and_of_flow() -> None:
    counts = table([[4, 6], [3, 9]])
    full = counts.with_margins()
    knowledge = gather([counts], [])
    for pattern in ([0, 1, 3, 4], [0, 1, 2, 3, 4, 5], [0, 1, 2], [0, 4, 8]):
        is_hidden = np.isin(np.arange(9), pattern)
        texts = np.where(is_hidden.reshape(3, 3), "not shown", full.astype(str))
        grid = tuple(tuple(str(text) for text in row) for row in texts)
        (possible,) = everything_possible([grid], [(0,)], 16)
        for at in pattern:
            found = bounds(knowledge, is_hidden, at)
            seen = possible[:, at]
            assert (found.low, found.high) == (min(11, seen.min()), min(11, seen.max()))
            low, high = by_flow(full, is_hidden.reshape(3, 3), (at // 3, at % 3))
            assert (found.low, found.high) == (min(11, low), min(11, high))


def test_a_pair_that_makes_ten_is_not_safe() -> None:
    knowledge = gather([table([4, 6, 50])], [])
    with pytest.raises(Refusal, match="narrowed down"):
        prove(knowledge, np.array([True, True, False, False]))


@pytest.mark.parametrize(
    ("low", "high", "is_safe", "is_exact"),
    [(0, 11, True, False), (1, 11, True, False), (1, 10, False, False), (2, 11, False, False),
     (4, 4, False, True), (11, 11, False, False)],
)  # fmt: skip
def test_safe_means_1_and_more_than_10_are_both_possible(
    low: int, high: int, is_safe: bool, is_exact: bool
) -> None:
    found = Bounds("x", low, high)
    assert (found.is_safe, found.is_exact) == (is_safe, is_exact)


def test_the_message_names_the_count_and_never_its_number() -> None:
    knowledge = gather([table([7, 60, 50])], [])
    with pytest.raises(Refusal) as caught:
        prove(knowledge, np.array([True, False, False, False]))
    assert str(caught.value) == (
        "visits: clinic 0: a count of 1 to 10 people could be worked out from this or an earlier "
        "release\n"
        "      why: what was shown before, or is shown beside it, cannot be hidden any more\n"
        "      fix: release a coarser table: larger groups, one kind of group fewer, or a longer "
        "period"
    )


def test_tables_that_cannot_be_of_the_same_people_are_refused() -> None:
    nothing = np.zeros(3, bool)
    knowledge = gather(
        [table([5, 60], ("b",))],
        [(table([20, 20], ("a",)), nothing), (table([21, 60], ("a", "b")), nothing)],
    )
    is_hidden = np.isin(np.arange(len(knowledge.names)), [6])
    with pytest.raises(Refusal, match="no people could give all these counts"):
        prove(knowledge, is_hidden)
