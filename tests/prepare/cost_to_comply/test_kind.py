from decimal import Decimal

import pytest

from fairterms.prepare.cost_to_comply.kind import KINDS, Driver, Trigger
from fairterms.prepare.cost_to_comply.spread import NOTHING


@pytest.mark.parametrize("name", list(KINDS))
def test_a_kind_takes_hours_and_says_where_they_come_from(name: str) -> None:
    kind = KINDS[name]
    assert kind.hours.high > 0
    assert kind.basis.endswith(".")
    assert kind.tools == NOTHING or "$" in kind.basis or kind.tools.high > 0


@pytest.mark.parametrize("name", list(KINDS))
def test_hours_and_times_are_ranges_that_somebody_could_mean(name: str) -> None:
    kind = KINDS[name]
    if kind.driver is not Driver.POST:
        assert kind.hours.likely <= Decimal(100)
    assert kind.times.high <= 366


def test_a_sentence_of_another_sort_is_not_asked() -> None:
    words = "Plan may audit Group's records"
    assert KINDS["audits"].is_in(words, Trigger.PLAN_MAY)
    assert KINDS["audits"].is_in(words, Trigger.GROUP_MAY) is None
