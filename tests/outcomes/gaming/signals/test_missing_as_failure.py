"""What counting a missing score as failure costs is a fact with bounds, without a chance."""

import numpy as np
import pytest

from fairterms.outcomes.gaming.signal import State, look
from fairterms.outcomes.gaming.signals.missing_as_failure import SIGNAL
from tests.outcomes.gaming.made_up_world import null, with_column
from tests.outcomes.gaming.signals.worlds import assert_lacks, measured


def test_the_cost_lies_within_its_bounds_and_has_no_p_value() -> None:
    evidence = null(1)
    found = measured(SIGNAL, evidence)
    assert found.p_value is None
    assert look(SIGNAL, evidence).state is State.FACT
    missing = np.isnan(evidence.episodes.last_score)
    assert found.n == missing.sum()
    assert found.high == pytest.approx(missing.mean())
    assert 0 < found.effect < found.high


def test_where_nobody_is_missing_there_is_nothing_to_say() -> None:
    evidence = null(1)
    full = with_column(evidence, "last_score", evidence.episodes.intake_score)
    assert look(SIGNAL, full).lacks == "patients without a last score"


def test_what_it_lacks_is_said() -> None:
    assert_lacks(SIGNAL)
