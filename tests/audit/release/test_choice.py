"""What is hidden suffices, and nothing of it could be shown again."""

import numpy as np
import pytest

from fairterms.audit.release.bounds import prove
from fairterms.audit.release.choice import choose
from fairterms.audit.release.knowledge import gather
from fairterms.units.refusal import Refusal
from tests.audit.release.outsider import draw, table


def test_nothing_more_is_hidden_than_needed() -> None:
    generator = np.random.default_rng(5)
    for _ in range(2):
        knowledge = gather([draw(generator, 3, 3)], [])
        is_hidden = choose(knowledge)
        prove(knowledge, is_hidden)
        for at in np.flatnonzero(is_hidden & ~knowledge.is_small):
            fewer = is_hidden.copy()
            fewer[at] = False
            with pytest.raises(Refusal):
                prove(knowledge, fewer)


def test_inner_counts_are_hidden_before_margins_and_margins_before_the_total() -> None:
    is_hidden = choose(gather([table([[5, 40, 50], [20, 60, 70], [80, 90, 99]])], []))
    assert np.flatnonzero(is_hidden).tolist() == [0, 1, 4, 5]


def test_a_total_of_a_few_is_hidden_with_its_parts() -> None:
    assert choose(gather([table([1, 2])], [])).all()


def test_ten_lone_people_under_a_small_total_are_safe_with_one_mark() -> None:
    knowledge = gather([table([1] * 10)], [])
    prove(knowledge, choose(knowledge))


def test_a_small_count_that_was_shown_before_is_refused() -> None:
    shown = table([4, 60])
    with pytest.raises(Refusal, match="worked out"):
        choose(gather([table([4, 60])], [(shown, np.zeros(3, bool))]))
