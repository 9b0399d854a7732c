"""The standard questions."""

import pytest

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.what_if import answer, standard_questions
from tests.simulate.capacity.made_up_practices import GROUP

TIERS = (AccessTier(0.7),)


def test_the_questions_are_asked_in_plain_words() -> None:
    assert [name for name, _ in standard_questions(GROUP)] == [
        "20 % more people ask, all year",
        "Twice as many ask for 8 weeks, from the fourth month on",
        "2 clinicians leave after two months",
        "5 percentage points more appointments are missed",
        "People need 15 % more visits each",
    ]
    small = GROUP.with_posts(4)
    assert standard_questions(small)[2][0] == "1 clinician leaves after two months"


@pytest.mark.slow
def test_each_question_makes_the_year_worse() -> None:
    for one in answer(GROUP, standard_questions(GROUP), TIERS, 1, 60):
        assert one.change.value < 0, one.name
        assert one.change.value < -3 * one.change.error, one.name


@pytest.mark.slow
def test_nothing_changed_changes_nothing() -> None:
    (found,) = answer(GROUP, (("as it is", GROUP),), TIERS, 1, 40)
    assert found.change.value == 0
    assert found.change.error == pytest.approx(0)
