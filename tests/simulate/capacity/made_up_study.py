"""A made-up study of a year, written by hand: pages are tested without simulating."""

from datetime import date

from fairterms.simulate.capacity.access_tiers import AccessTier
from fairterms.simulate.capacity.clinicians_needed import Needed, Row
from fairterms.simulate.capacity.declaration import CapacityDeclaration
from fairterms.simulate.capacity.forecast import (
    CapacityForecast,
    MonthChance,
    Spread,
    TierChance,
)
from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.capacity.sources import beside
from fairterms.simulate.capacity.study import CapacityStudy
from fairterms.simulate.capacity.what_if import WhatIf
from fairterms.simulate.results.estimate import Estimate
from tests.simulate.capacity.made_up_practices import STARTS
from tests.simulate.capacity.made_up_sections import sound

FIRST, SECOND = AccessTier(0.7, 0.5), AccessTier(0.8, None)
SEEN = Observed(
    date(2024, 1, 1),
    date(2026, 12, 31),
    140,
    4_200,
    900,
    {"requests.a_week": 30.04},
    None,
    {},
    (1_000, 0, 500, *(0,) * 62, 500),
    20,
    7.0,
)


def around(low: float, middle: float, high: float, error: float) -> Spread:
    """Return a spread of three years."""
    return Spread(Estimate(low, error), Estimate(middle, error), Estimate(high, error))


def made_up_study(
    declared: CapacityDeclaration | None = None, observed: Observed | None = SEEN
) -> CapacityStudy:
    """Return a study with two tiers, of a practice on the edge."""
    declared = declared or sound()
    tiers = (TierChance(FIRST, Estimate(0.93, 0.01)), TierChance(SECOND, Estimate(0.41, 0.01)))
    share = around(0.68, 0.79, 0.85, 0.002)
    year = CapacityForecast(
        declared.practice(STARTS),
        2_000,
        around(1_290, 1_404, 1_520, 4),
        around(17_000, 18_800, 20_100, 50),
        around(21_000, 22_000, 22_500, 40),
        around(0.8, 0.86, 0.91, 0.001),
        Estimate(0.97, 0.004),
        share,
        around(4.4, 4.9, 6.1, 0.02),
        around(9.2, 10.2, float("inf"), 0.05),
        around(7.4, 7.8, 9, 0.01),
        around(0, 3, 30, 1),
        tiers,
        tuple(
            MonthChance(month, Estimate(0.3 if month == 10 else 0.1, 0.01))
            for month in range(1, 13)
        ),
    )
    rows = tuple(
        Row(posts, (Estimate(first, 0.02), Estimate(second, 0.02)))
        for posts, first, second in ((18, 0.2, 0.0), (20, 0.93, 0.41), (22, 1.0, 0.9))
    )
    needed = (
        Needed(FIRST, 0.5, 19, Estimate(0.62, 0.02)),
        Needed(SECOND, 0.9, None, None),
    )
    what_ifs = (WhatIf("More ask", around(0.4, 0.5, 0.6, 0.01), Estimate(-0.27, 0.01), tiers),)
    rows_beside = beside(declared, observed)
    return CapacityStudy("access", year, rows, needed, what_ifs, rows_beside, observed)
