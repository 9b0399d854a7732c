"""Which level reproduces the payment, and which is asked for."""

from decimal import Decimal
from typing import Any

from fairterms.reconcile.netting.hypotheses import work_out
from tests.reconcile.made_report import SCOPES, Scope, sent

SHARED = "shared-saving-deficit"


def test_the_level_that_gives_the_printed_payment_is_named() -> None:
    for printed, level in ((300, "cohort"), (500, "pooled"), (100, "region")):
        netting = work_out(sent({(SHARED, ()): printed}))
        assert [one.level.id for one, _ in netting.reproducing] == [level]


def test_levels_that_pay_the_same_are_one_hypothesis() -> None:
    netting = work_out(sent())
    assert [[level.id for level in one.levels] for one in netting.hypotheses] == [
        ["pooled"],
        ["cohort", "cohort, hmo upside only"],
        ["region"],
        ["region, hmo upside only"],
    ]


def test_the_level_asked_for_and_the_dollars_to_the_printed_payment_are_told() -> None:
    netting = work_out(sent({(SHARED, ()): 500}))
    assert netting.asked is not None
    assert netting.asked.id == "cohort, hmo upside only"
    assert str(netting.difference) == "-$200.00"


def test_an_amount_no_level_gives_is_named_by_none() -> None:
    assert work_out(sent({(SHARED, ()): 301})).reproducing == ()


def test_shares_that_the_lines_do_not_imply_are_not_assumed() -> None:
    netting = work_out(sent({(SHARED, scope): None for scope in SCOPES}))
    assert netting.hypotheses == ()
    assert netting.unknown == (
        "the share of savings is not stated, and the lines do not imply one rate"
    )


def test_a_share_beyond_the_whole_is_no_share() -> None:
    gains = (("hmo",), ("hmo", "Region 2"), ("ppo", "Region 1"))
    doubled: dict[tuple[str, Scope], float | None] = {(SHARED, scope): None for scope in gains}
    doubled |= {(SHARED, ("hmo",)): 6000, (SHARED, ()): None}
    assert "200 %, which is no share" in work_out(sent(doubled)).unknown


def test_parts_without_costs_leave_it_open() -> None:
    def no_costs(made: dict[str, Any]) -> None:
        made["group"] = [one for one in made["group"] if one["id"] != "med-rx-cost"]

    assert "target and cost of two parts or more" in work_out(sent(change=no_costs)).unknown


def test_a_statement_without_a_payment_still_shows_its_levels() -> None:
    netting = work_out(sent({(SHARED, ()): None}))
    assert netting.payment is None
    assert len(netting.hypotheses) == 4
    assert netting.difference is None


def test_a_period_of_several_years_does_not_stop_it() -> None:
    def two_years(made: dict[str, Any]) -> None:
        made["period"]["end"] = "2028-12-31"

    assert work_out(sent(change=two_years)).hypotheses[0].amounts == (Decimal(500),)
