"""How many clinicians it takes."""

from dataclasses import replace

import pytest
from scipy.special import ndtr  # type: ignore[import-untyped,unused-ignore]

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.clinicians_needed import Row, Search
from fairterms.simulate.capacity.forecast import chance, simulate_access
from fairterms.simulate.results.estimate import Estimate
from tests.simulate.capacity.made_up_practices import GROUP

TIERS = (AccessTier(0.7), AccessTier(0.8))


class Curve(Search):
    """A search over chances that rise along a curve, so that nothing is simulated."""

    def row(self, posts: float) -> Row:
        """Return chances that rise with posts."""
        found = tuple(Estimate(float(ndtr((posts - at) / 2)), 0.01) for at in (19.0, 23.0))
        self._known[posts] = Row(posts, found)
        return self._known[posts]


@pytest.fixture
def search() -> Search:
    """Return a search that simulates nothing."""
    return Curve(GROUP, TIERS, 1, 60)


def test_what_is_found_reaches_the_chance_and_one_fewer_does_not(search: Search) -> None:
    for tier, wanted in ((0, 0.5), (1, 0.9)):
        found = search.needed(tier, wanted)
        assert found.posts is not None
        assert found.chance is not None
        assert found.chance == search.row(found.posts).chances[tier]
        assert found.chance.value >= wanted
        assert search.row(found.posts - 1).chances[tier].value < wanted


def test_a_surer_or_higher_share_never_takes_fewer(search: Search) -> None:
    needed = {(one.tier.at, one.wanted): one.posts or 0 for one in search.all_needed()}
    assert needed[0.7, 0.5] <= needed[0.7, 0.8] <= needed[0.7, 0.9]
    assert needed[0.7, 0.9] <= needed[0.8, 0.9]


@pytest.mark.slow
def test_a_row_is_what_a_forecast_of_so_many_says() -> None:
    access = simulate_access(GROUP.with_posts(21), chance(1, 60))
    assert Search(GROUP, TIERS, 1, 60).row(21).chances == (access.meets(0.7), access.meets(0.8))


def test_rows_are_remembered_and_today_is_among_those_around(search: Search) -> None:
    around = search.around(0.1, 2)
    assert [row.posts for row in around] == [18, 19, 20, 21, 22]
    assert {row.posts for row in around} <= {row.posts for row in search.rows()}


@pytest.mark.slow
def test_the_simulated_search_ends_where_its_rows_say() -> None:
    simulated = Search(GROUP, TIERS, 1, 60)
    found = simulated.needed(0, 0.8)
    assert found.posts is not None
    assert simulated.row(found.posts).chances[0].value >= 0.8
    assert simulated.row(found.posts - 1).chances[0].value < 0.8


def test_chances_below_todays_clinicians_are_searched_too(search: Search) -> None:
    assert search.needed(0, 0.5).posts == 19
    assert search.needed(1, 0.9).posts == 26
    assert search.needed(1, 0.5).posts == 23


@pytest.mark.slow
def test_where_places_that_fit_come_too_late_no_number_of_clinicians_helps() -> None:
    slow = replace(
        GROUP, first_visit=replace(GROUP.first_visit, half_within=9.0, nine_in_ten_within=20.0)
    )
    found = Search(slow, TIERS, 1, 20).needed(1, 0.5)
    assert found.posts is None
    assert found.chance is None
