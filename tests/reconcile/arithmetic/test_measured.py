"""Targets, costs and variances part by part."""

from decimal import Decimal
from typing import Any

from fairterms.reconcile.arithmetic.measured import measured
from tests.reconcile.made_report import SCOPES, sent


def test_every_part_with_target_and_cost_is_measured() -> None:
    found = tuple(measured(sent().statement))
    assert [one.scope for one in found] == list(SCOPES)
    assert found[0].saving == Decimal(1000)
    assert found[0].revenue is not None


def test_a_part_without_its_cost_is_left_out() -> None:
    found = measured(sent({("med-rx-cost", ("hmo",)): None}).statement)
    assert ("hmo",) not in [one.scope for one in found]


def test_a_target_as_a_share_of_revenue_is_no_target_in_dollars() -> None:
    def percent(made: dict[str, Any]) -> None:
        group = next(one for one in made["group"] if one["id"] == "med-rx-cost-target")
        for stratum in (group, *group["stratifier"][0]["stratum"]):
            stratum["measureScore"] = {"value": 80, "unit": "%"}

    assert tuple(measured(sent(change=percent).statement)) == ()
