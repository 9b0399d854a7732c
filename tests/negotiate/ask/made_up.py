"""Grounds of a small deal, for the tests of asks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from fairterms.contract.deal import Appetite
from fairterms.negotiate.ask.grounds import Grounds
from fairterms.simulate.outlook import Outlook
from fairterms.units.finding import Finding
from tests.simulate.small_outlook import small_deal, small_forecast

NO_WORK: Mapping[str, float] = {}


@cache
def outlook() -> Outlook:
    """Forecast the small deal, without what takes seconds."""
    return Outlook(small_forecast())


def grounds(
    findings: Sequence[Finding] = (),
    *,
    must_haves: tuple[str, ...] = (),
    work: Mapping[str, float] = NO_WORK,
    has_years: bool = True,
) -> Grounds:
    deal = small_deal()
    assert deal.appetite is not None
    appetite: Appetite = replace(deal.appetite, must_haves=must_haves)
    return Grounds(
        replace(deal, appetite=appetite),
        findings,
        outlook=outlook() if has_years else None,
        work=work,
    )
