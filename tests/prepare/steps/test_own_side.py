"""The steps about the group's own side."""

from collections.abc import Callable

import pytest

from fairterms.prepare.steps import own_side
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Stand, Standing

DONE, BEGUN, OPEN = Standing.DONE, Standing.BEGUN, Standing.OPEN
CASES: list[tuple[Callable[[DealShows], Stand], DealShows, Standing]] = [
    (own_side.value_case, DealShows(), OPEN),
    (own_side.value_case, DealShows(value_said="scores"), BEGUN),
    (own_side.value_case, DealShows(impact_said=True), BEGUN),
    (own_side.value_case, DealShows(value_said="scores", impact_said=True), DONE),
    (own_side.own_records, DealShows(), OPEN),
    (own_side.own_records, DealShows(tables=3), BEGUN),
    (own_side.own_records, DealShows(tables=3, clean_tables=2), BEGUN),
    (own_side.own_records, DealShows(tables=3, clean_tables=3), DONE),
    (own_side.costs, DealShows(), OPEN),
    (own_side.costs, DealShows(costs=2, missed_duties=1), BEGUN),
    (own_side.costs, DealShows(costs=2, missed_duties=0), DONE),
    (own_side.walk_away, DealShows(has_forecast=True), OPEN),
    (own_side.walk_away, DealShows(has_walk_away=True), BEGUN),
    (own_side.walk_away, DealShows(has_walk_away=True, has_forecast=True), DONE),
    (own_side.alternatives, DealShows(is_able_to_decline=True), OPEN),
    (own_side.alternatives, DealShows(alternatives="fees"), BEGUN),
    (own_side.alternatives, DealShows(alternatives="fees", is_able_to_decline=False), BEGUN),
    (own_side.alternatives, DealShows(alternatives="fees", is_able_to_decline=True), DONE),
    (own_side.team, DealShows(), OPEN),
    (own_side.team, DealShows(team=5), BEGUN),
    (own_side.team, DealShows(team=5, coordination=4), DONE),
    (own_side.counsel, DealShows(counsel_evidence="review"), OPEN),
    (own_side.counsel, DealShows(counsel="a firm"), BEGUN),
    (own_side.counsel, DealShows(counsel="a firm", counsel_evidence="letter"), BEGUN),
    (own_side.counsel, DealShows(counsel="a firm", counsel_evidence="Review of May"), DONE),
    (own_side.signing, DealShows(), OPEN),
    (own_side.signing, DealShows(signer="owner"), DONE),
]


@pytest.mark.parametrize(("judge", "deal", "standing"), CASES)
def test_the_step_stands_by_what_the_deal_shows(
    judge: Callable[[DealShows], Stand], deal: DealShows, standing: Standing
) -> None:
    assert judge(deal).standing is standing


def test_one_of_two_roles_and_one_duty_are_told_in_numbers() -> None:
    assert own_side.team(DealShows(team=4)).shows == "4 of 9 roles have somebody."
    found = own_side.costs(DealShows(costs=1, missed_duties=1))
    assert found.shows == "1 cost listed; no cost holds 1 duty."


def test_a_group_that_cannot_decline_is_told_without_blame() -> None:
    found = own_side.alternatives(DealShows(alternatives="fees", is_able_to_decline=False))
    assert found.shows == "Instead: fees; the group cannot decline today."
