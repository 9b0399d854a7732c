"""Whether a category counts, is only reported, or is not agreed."""

from dataclasses import replace
from datetime import date

import pytest

from fairterms.outcomes.exceptions.risk_category import RiskCategory, Side, Signature, Step
from fairterms.outcomes.exceptions.standing import Standing, compare_shares, report, watch_drift
from tests.outcomes.exceptions.made_up_category import (
    CATEGORY,
    JUDGED,
    PROPOSED,
    SHADOW,
    SIGNED,
    YEARS,
)

LATE = replace(CATEGORY, signatures=(SIGNED[0], Signature(Side.PLAN, "B. Okoye", JUDGED.first)))
UNREVIEWED = replace(
    CATEGORY,
    reviews=(),
    signatures=tuple(replace(one, on=date(2023, 5, 1)) for one in SIGNED),
)
GREW = "Its share grew from 10.0% to 15.0%, more than agreed: look at how its facts are coded."
GROWN = replace(CATEGORY, periods=(*YEARS[:2], replace(YEARS[2], members=300)))


@pytest.mark.parametrize(
    ("category", "standing", "reason", "step"),
    [
        (SHADOW, Standing.SHADOW, "It has 2 of the 3 periods its own rate needs.", Step.OWN_RATE),
        (
            PROPOSED,
            Standing.PROPOSED,
            "Both sides have not signed it before the period began.",
            Step.SIGNATURES,
        ),
        (
            LATE,
            Standing.PROPOSED,
            "Both sides have not signed it before the period began.",
            Step.SIGNATURES,
        ),
        (
            UNREVIEWED,
            Standing.SHADOW,
            "Its last review was on 2023-05-01; another was due.",
            Step.WATCH,
        ),
        (
            GROWN,
            Standing.SHADOW,
            GREW,
            Step.WATCH,
        ),
    ],
)
def test_one_doubt_makes_it_a_report_again(
    category: RiskCategory, standing: Standing, reason: str, step: Step
) -> None:
    found = report(category, JUDGED)
    assert found.standing is standing
    assert found.reasons == (reason,)
    assert found.open_steps == (step,)


def test_with_every_step_done_it_is_in_force() -> None:
    found = report(CATEGORY, JUDGED)
    assert found.standing is Standing.IN_FORCE
    assert found.reasons == found.open_steps == ()


def test_reasons_not_coded_beforehand_stay_an_open_step() -> None:
    category = replace(CATEGORY, exceptions=replace(CATEGORY.exceptions, coded=20))
    assert report(category, JUDGED).open_steps == (Step.REASONS,)


def test_growth_within_what_was_agreed_is_no_drift() -> None:
    drift = watch_drift(
        replace(CATEGORY, periods=(*YEARS[:2], replace(YEARS[2], members=240))), JUDGED
    )
    assert drift is not None
    assert drift.growth == pytest.approx(0.2)
    assert not drift.is_flagged


def test_growth_of_a_few_patients_is_chance() -> None:
    few = tuple(replace(each, patients=20, members=2, reached=1) for each in YEARS)
    drift = compare_shares(replace(few[2], members=4), few[:2], most_growth=0.25)
    assert drift.growth == pytest.approx(1.0)
    assert not drift.is_flagged


def test_one_period_cannot_drift() -> None:
    assert watch_drift(replace(CATEGORY, periods=YEARS[2:]), JUDGED) is None
