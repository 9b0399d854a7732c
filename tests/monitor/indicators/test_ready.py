"""Ready indicators are whole, lead by some time, and bring no bounds of their own."""

from dataclasses import replace

import pytest

from fairterms.monitor.indicators.indicator import Source
from fairterms.monitor.indicators.ready import READY
from fairterms.units.quantity import parse


def test_the_library_holds_ten_and_names_each_as_its_module() -> None:
    assert len(READY) == 10
    assert all(READY[name].name == name for name in READY)


def test_every_source_has_at_least_one() -> None:
    assert {one.source for one in READY.values()} == set(Source)


def test_each_leads_by_some_months_and_says_why() -> None:
    for one in READY.values():
        assert parse(one.lead_time).amount >= 3
        assert len(one.why_it_leads.split()) >= 10


def test_bounds_are_never_among_what_is_said() -> None:
    for one in READY.values():
        assert not {"amber", "red", "owner", "starts", "baseline"} & set(one.said)
        assert all(one.said.values())


def test_one_that_is_not_whole_is_our_own_mistake() -> None:
    one = READY["unpaid_hours"]
    for change in ({"direction": "up"}, {"cadence": "daily"}, {"counted": "no full stop"}):
        with pytest.raises(AssertionError, match="unpaid_hours"):
            replace(one, **change)  # type: ignore[arg-type]
