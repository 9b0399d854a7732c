"""Made-up past years of measures and costs."""

from fairterms.outcomes.group_results.assessment import MeasureAssessment, MeasureYear, assess
from fairterms.outcomes.group_results.declaration import Measured, Peers
from fairterms.simulate.forecast.past_years import YearlyCost

STEADY = ((98, 200), (102, 200), (100, 200), (97, 200))


def assessed(
    counts: tuple[tuple[int, int], ...] = STEADY, measure: str = "response", first: int = 2023
) -> MeasureAssessment:
    years = [MeasureYear(first + at, *pair) for at, pair in enumerate(counts)]
    peers = Peers(0.5, 0.06, "a made-up register")
    return assess(Measured(measure, "remission_or_response", {}, peers=peers), years, [])


def costs(*dollars: float, people: int = 1_000, unlike: float = 2.0) -> tuple[YearlyCost, ...]:
    """Return a year each, from 2022, of people who cost so much on average."""
    return tuple(
        YearlyCost(
            2022 + at,
            people,
            round(100 * one * people),
            round((100 * one) ** 2 * people * (1 + unlike**2)),
        )
        for at, one in enumerate(dollars)
    )
