"""A made-up risk category, agreed and confirmed."""

from dataclasses import replace
from datetime import date

import numpy as np

from fairterms.outcomes.exceptions.confirm import Confirmation, ConfirmationRules
from fairterms.outcomes.exceptions.risk_category import (
    CategoryLimits,
    CategoryPeriod,
    PooledExceptions,
    RiskCategory,
    Side,
    Signature,
)
from fairterms.outcomes.exceptions.scan import Direction, Found
from fairterms.outcomes.exceptions.scan_significance import Judged
from fairterms.outcomes.targets.minimum_count import MINIMUM_COUNTS
from fairterms.units.period import Period, calendar_year
from tests.outcomes.exceptions.made_up_cohort import PLANTED

FOUND = Found(PLANTED, Direction.MORE, 12.0, 14.0, 2.4, 300, 180, 130.0)
RULES = ConfirmationRules(
    found_in=calendar_year(2021),
    confirmed_in=calendar_year(2022),
    minimum=MINIMUM_COUNTS[2],
    false_discovery_rate=0.05,
    seed=1,
)
CONFIRMED = Confirmation(FOUND, RULES, 290, None, 0.01, None, ())
LIMITS = CategoryLimits(most_share=0.2, most_growth=0.25, intake_days=14, review_days=366)
YEARS = tuple(
    CategoryPeriod(calendar_year(year), 2_000, 200, reached)
    for year, reached in ((2022, 120), (2023, 118), (2024, 122))
)
SIGNED = (
    Signature(Side.GROUP, "A. Lind", date(2024, 11, 1)),
    Signature(Side.PLAN, "B. Okoye", date(2024, 11, 20)),
)
JUDGED: Period = calendar_year(2025)
CATEGORY = RiskCategory(
    name="young with a prior stay",
    population="all groups of the plan in the state",
    subgroup=PLANTED,
    exceptions=PooledExceptions(calendar_year(2021), 2_000, 500, 500),
    search=Judged(FOUND, 0.005, 0.005, np.zeros(199)),
    confirmation=CONFIRMED,
    limits=LIMITS,
    periods=YEARS,
    reviews=(date(2024, 12, 1),),
    signatures=SIGNED,
)
SHADOW = replace(CATEGORY, periods=YEARS[1:])
PROPOSED = replace(CATEGORY, signatures=SIGNED[:1])
