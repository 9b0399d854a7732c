"""Worlds to start from: a private practice, a national programme, and clinics with few answers."""

from collections.abc import Mapping
from types import MappingProxyType

from fairterms.outcomes.synthetic.world import Attendance, Course, FollowUp, World

_COURSE = Course(
    slope=0.586,
    anxiety_slope=0.691,
    severity_interaction=0.248,
    slope_sigma=0.268,
    still_share=0.154,
    harm_share=0.047,
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
    follow_up=FollowUp(first_form=0.92, session_form=0.42, half_year_form=0.30),
)
NHS_LIKE = World(
    name="nhs-like",
    course=_COURSE,
    attendance=Attendance(visits=7.9, dropout=0.0, visits_sigma=0.5, fewest=2),
    follow_up=FollowUp(first_form=0.995, session_form=0.99, half_year_form=0.05, trend=0.2),
)
MINNESOTA_LIKE = World(
    name="minnesota-like",
    course=Course(
        slope=0.40,
        anxiety_slope=0.40,
        severity_interaction=0.10,
        slope_sigma=0.25,
        still_share=0.45,
        harm_share=0.06,
        slope_per_logit=0.30,
    ),
    attendance=Attendance(visits=4.5, dropout=0.469, visits_sigma=0.8),
    follow_up=FollowUp(first_form=0.95, session_form=0.6, half_year_form=0.33),
)
PRESETS: Mapping[str, World] = MappingProxyType(
    {world.name: world for world in (PRIVATE_PRACTICE, NHS_LIKE, MINNESOTA_LIKE)}
)
"""Worlds by name."""
