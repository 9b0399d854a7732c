"""The whole study of a year."""

import pytest

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.study import Sample, study
from fairterms.units.refusal import Refusal
from tests.simulate.capacity.made_up_practices import GROUP, STARTS
from tests.simulate.capacity.made_up_sections import changed, sound

FEW = Sample(seed=1, years=20, questioned=20, searched=10)


@pytest.mark.slow
def test_without_tiers_nothing_is_searched() -> None:
    found = study(sound(), None, (), STARTS, FEW)
    assert found.forecast.practice == GROUP
    assert found.around == ()
    assert found.needed == ()
    assert len(found.what_ifs) == 5
    assert all(one.tiers == () for one in found.what_ifs)


@pytest.mark.slow
def test_with_tiers_each_has_its_clinicians() -> None:
    found = study(sound(), None, (AccessTier(0.7, 0.5),), STARTS, FEW)
    assert [one.wanted for one in found.needed] == [0.5, 0.8, 0.9]
    assert found.forecast.practice.staff.posts in {row.posts for row in found.around}


def test_records_that_are_not_there_cannot_be_taken_from() -> None:
    declared = sound(changed('a_week = "27 patients"', 'a_week = "records"'))
    with pytest.raises(Refusal, match="there are no visits on record"):
        study(declared, None, (), STARTS, FEW)
