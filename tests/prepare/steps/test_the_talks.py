"""The steps about the talks."""

from collections.abc import Callable

import pytest

from fairterms.prepare.steps import the_talks
from fairterms.prepare.steps.deal_shows import DealShows
from fairterms.prepare.steps.step import Stand, Standing

DONE, BEGUN, OPEN = Standing.DONE, Standing.BEGUN, Standing.OPEN
CASES: list[tuple[Callable[[DealShows], Stand], DealShows, Standing]] = [
    (the_talks.interests, DealShows(), OPEN),
    (the_talks.interests, DealShows(goals=1, own_goals=1, measurable_goals=1), BEGUN),
    (the_talks.interests, DealShows(goals=1, plan_goals=1, measurable_goals=1), BEGUN),
    (the_talks.interests, DealShows(goals=2, own_goals=1, plan_goals=1, measurable_goals=1), BEGUN),
    (the_talks.interests, DealShows(goals=2, own_goals=1, plan_goals=1, measurable_goals=2), DONE),
    (the_talks.options, DealShows(), OPEN),
    (the_talks.options, DealShows(offers=1), BEGUN),
    (the_talks.options, DealShows(offers=2), DONE),
    (the_talks.criteria, DealShows(), OPEN),
    (the_talks.criteria, DealShows(laws_named=0), OPEN),
    (the_talks.criteria, DealShows(laws_named=1), BEGUN),
    (the_talks.criteria, DealShows(laws_named=0, measured=1), BEGUN),
    (the_talks.criteria, DealShows(laws_named=1, measured=1), DONE),
    (the_talks.asks, DealShows(), OPEN),
    (the_talks.asks, DealShows(wordings=0), DONE),
    (the_talks.asks, DealShows(wordings=2), BEGUN),
    (the_talks.asks, DealShows(wordings=2, positions=True), DONE),
    (the_talks.concessions, DealShows(), OPEN),
    (the_talks.concessions, DealShows(positions=True), DONE),
    (the_talks.tactics, DealShows(), OPEN),
    (the_talks.tactics, DealShows(tactics=0), DONE),
    (the_talks.tactics, DealShows(tactics=2), BEGUN),
    (the_talks.tactics, DealShows(tactics=2, log_entries=1), DONE),
    (the_talks.log, DealShows(), OPEN),
    (the_talks.log, DealShows(log_entries=1), DONE),
    (the_talks.other_contracts, DealShows(), OPEN),
    (the_talks.other_contracts, DealShows(other_contracts=1, different_elsewhere=1), BEGUN),
    (the_talks.other_contracts, DealShows(other_contracts=1), DONE),
    (the_talks.lawful_voice, DealShows(), OPEN),
    (the_talks.lawful_voice, DealShows(counsel="a firm"), BEGUN),
    (the_talks.lawful_voice, DealShows(counsel_evidence="antitrust memo"), OPEN),
    (
        the_talks.lawful_voice,
        DealShows(counsel="a firm", counsel_evidence="Antitrust memo"),
        DONE,
    ),
]


@pytest.mark.parametrize(("judge", "deal", "standing"), CASES)
def test_the_step_stands_by_what_the_deal_shows(
    judge: Callable[[DealShows], Stand], deal: DealShows, standing: Standing
) -> None:
    assert judge(deal).standing is standing


def test_the_side_whose_goals_are_missing_is_named() -> None:
    ours = the_talks.interests(DealShows(goals=1, own_goals=1))
    theirs = the_talks.interests(DealShows(goals=1, plan_goals=1))
    assert "the plan's are missing" in ours.shows
    assert "the group's are missing" in theirs.shows


def test_positions_are_not_said_to_rank_the_asks_nor_that_nothing_else_was_weighed() -> None:
    weighed = DealShows(wordings=2, positions=True)
    assert the_talks.asks(weighed).shows.endswith("positions.toml says what is on the table.")
    assert the_talks.options(weighed).shows == (
        "No set of other terms is kept in the folder offers."
    )
