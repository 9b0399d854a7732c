"""Worlds to start from: a private practice, a national programme, and clinics with few answers."""

from collections.abc import Mapping
from types import MappingProxyType

from fairterms.outcomes.synthetic.world import Attendance, Course, FollowUp, World

# Fitted to the totals of 2024-25. Their means are of all therapies with paired scores, their rates
# of all courses and partly on other anxiety scales, so that no two-scale world meets all of them.
_NATIONAL = Course(
    slope=0.52,
    anxiety_slope=0.71,
    severity_interaction=0.30,
    slope_sigma=0.27,
    still_share=0.18,
    harm_share=0.03,
    slope_correlation=1.0,
    state_correlation=0.96,
    slope_per_logit=0.31,
)
PRIVATE_PRACTICE = World(
    name="private-practice",
    course=Course(
        slope=0.42,
        anxiety_slope=0.48,
        severity_interaction=0.16,
        slope_sigma=0.25,
        still_share=0.25,
        harm_share=0.05,
    ),
    attendance=Attendance(visits=18.8, dropout=0.197),
    follow_up=FollowUp(first_form=0.88, session_form=0.20, half_year_form=0.25, habit=1.6),
)
NHS_LIKE = World(
    name="nhs-like",
    course=_NATIONAL,
    attendance=Attendance(visits=7.9, dropout=0.0, visits_sigma=0.5, fewest=2),
    follow_up=FollowUp(
        first_form=0.995, session_form=0.99, half_year_form=0.05, trend=0.2, habit=0.0
    ),
)
MINNESOTA_LIKE = World(
    name="minnesota-like",
    course=Course(
        slope=0.52,
        anxiety_slope=0.52,
        severity_interaction=0.10,
        slope_sigma=0.25,
        still_share=0.45,
        harm_share=0.06,
        slope_per_logit=0.31,
    ),
    attendance=Attendance(visits=4.5, dropout=0.469, visits_sigma=0.8),
    follow_up=FollowUp(first_form=0.95, session_form=0.6, half_year_form=0.21),
)
PRESETS: Mapping[str, World] = MappingProxyType(
    {world.name: world for world in (PRIVATE_PRACTICE, NHS_LIKE, MINNESOTA_LIKE)}
)
"""Worlds by name."""
