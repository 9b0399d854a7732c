"""A value is shared once both sides have adopted it."""

from datetime import date

import pytest

from fairterms.risks.register.value import SharedValue

GROUP_DAY, PLAN_DAY = date(2026, 10, 12), date(2026, 11, 3)
BOTH = SharedValue("care", "Care helps.", {"group": GROUP_DAY, "plan": PLAN_DAY})


def test_it_waits_for_the_side_that_has_not_adopted_it() -> None:
    assert BOTH.is_adopted
    assert BOTH.waits_for == ()
    assert SharedValue("care", "Care helps.", {"group": GROUP_DAY}).waits_for == ("plan",)
    assert SharedValue("care", "Care helps.").waits_for == ("group", "plan")


def test_on_an_earlier_day_a_side_had_not_adopted_it_yet() -> None:
    assert BOTH.by(GROUP_DAY).waits_for == ("plan",)
    assert BOTH.by(PLAN_DAY).is_adopted


def test_a_stranger_does_not_adopt_and_silence_is_no_value() -> None:
    with pytest.raises(ValueError, match='"state" is not one of the two sides'):
        SharedValue("care", "Care helps.", {"state": GROUP_DAY})
    with pytest.raises(ValueError, match="says nothing"):
        SharedValue("care", "")
