"""Every patient has one main diagnosis; others come in their shares."""

import numpy as np
import pytest

from fairterms.outcomes.synthetic.columns import Block
from fairterms.outcomes.synthetic.diagnoses import DEPRESSION_CODES
from tests.outcomes.synthetic.groups import group, world


@pytest.fixture(scope="module")
def block() -> Block:
    return group(world(patients=8000)).block


def test_every_patient_has_one_main_diagnosis_on_the_first_day(block: Block) -> None:
    made = block.diagnoses
    assert np.array_equal(made.patient[made.is_main], np.arange(8000))
    assert np.array_equal(made.code[made.is_main], made.main)
    assert np.array_equal(made.day[made.is_main], block.people.first_day)


def test_depression_is_coded_the_more_severe_the_more_ill_a_patient_is(block: Block) -> None:
    made, severity = block.diagnoses, block.people.severity
    mild, severe = (severity[np.isin(made.main, [place, place + 3])].mean() for place in (0, 2))
    assert mild < -0.5 < 0.5 < severe
    is_depressed = made.main < len(DEPRESSION_CODES)
    assert severity[is_depressed].mean() > severity[~is_depressed].mean()


def test_second_problems_come_in_their_shares_and_never_repeat_the_main_one(block: Block) -> None:
    made = block.diagnoses
    second = ~made.is_main
    for code, share in block.world.population.second_problems:
        found = (made.code[second] == len(made.codes) - 1 - made.codes[::-1].index(code)).mean()
        assert found * second.sum() / 8000 == pytest.approx(share, abs=0.02)
    words = np.array(made.codes)
    pairs = list(zip(made.patient.tolist(), words[made.code].tolist(), strict=True))
    assert len(pairs) == len(set(pairs))
