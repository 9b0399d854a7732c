"""Evidence is checked when built; what lacks has a name."""

from dataclasses import replace

import numpy as np
import pytest

from fairterms.outcomes.gaming.evidence import LACKS, Lacking, present
from fairterms.outcomes.gaming.panel import SIGNALS
from tests.outcomes.gaming.made_up_world import TERMS, null


def test_columns_of_other_lengths_are_a_mistake() -> None:
    with pytest.raises(AssertionError, match="second_score: length"):
        replace(null(1, 60).episodes, second_score=np.ones(3))
    with pytest.raises(AssertionError, match="begins with a score"):
        replace(null(1, 60).episodes, intake_score=np.full(60, np.nan))


def test_everything_a_signal_reads_has_words_for_lacking_it() -> None:
    read = {place for name in SIGNALS for place in SIGNALS[name].reads}
    assert read == set(LACKS) | read
    assert set(LACKS) <= read


def test_what_is_there_is_given_back_and_what_is_not_is_named() -> None:
    assert present(0.0, "scores") == 0.0
    with pytest.raises(Lacking, match="lacks the single answers"):
        present(None, "forms")


def test_a_missing_last_score_reaches_nothing() -> None:
    reached = TERMS.reached(np.array([10.0, 10, 10]), np.array([5.0, 6, np.nan]))
    assert reached.tolist() == [True, False, False]
