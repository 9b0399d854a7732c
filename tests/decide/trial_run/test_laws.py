"""Plans of few years share wide tables; the years are those of the report's own tables."""

from dataclasses import replace

import numpy as np

from fairterms.decide.trial_run import laws
from fairterms.decide.trial_run.case import case_of
from fairterms.decide.trial_run.laws import plan_of, reaches, widened
from fairterms.decide.trial_run.panels import FEW, Panels
from fairterms.simulate.forecast.panel import fingerprint, simulate
from fairterms.simulate.forecast.planning import Sample, plan_year
from tests.decide.trial_run.made_up import at, paid_on_cost


def test_few_years_share_one_set_of_tables_wherever_a_factor_stands() -> None:
    deal = replace(paid_on_cost(), panels=Panels())
    moved = case_of(deal, at(deal, "factor.trend.centre", 20)).prepared
    first, second = plan_of(deal, 64), plan_of(moved, 64)
    assert first.laws["members"].tables is second.laws["members"].tables
    assert second.declared.factors["trend"].centre > 0
    assert second.declared.factors["trend"].spread == 0.02


def test_years_from_wide_tables_are_those_of_the_reports_own() -> None:
    deal = replace(paid_on_cost(), panels=Panels())
    moved = case_of(deal, at(deal, "factor.trend.centre", -7)).prepared
    own = plan_year(
        moved.contract, moved.declared, moved.expected, moved.period, sample=Sample(number=64)
    )
    assert fingerprint(simulate(plan_of(moved, 64))) == fingerprint(simulate(own))


def test_the_reports_years_have_the_reports_own_tables() -> None:
    deal = paid_on_cost()
    own = plan_year(
        deal.contract, deal.declared, deal.expected, deal.period, sample=Sample(number=FEW + 32)
    )
    tables = plan_of(deal, FEW + 32).laws["members"].tables
    np.testing.assert_array_equal(tables.factors, own.laws["members"].tables.factors)


def test_another_attachment_has_its_own_tables() -> None:
    deal = replace(paid_on_cost(), panels=Panels())
    plan_of(deal, 64)
    moved = case_of(deal, at(deal, "stop_loss.attachment", 10)).prepared
    tables = plan_of(moved, 64).laws["members"].tables
    assert tables.attachment == 11_000.0
    assert len(tables) < len(plan_of(deal, 64).laws["members"].tables)


def test_years_beyond_the_wide_tables_have_their_own() -> None:
    deal = replace(paid_on_cost(), panels=Panels())
    wide = widened(deal.declared)
    far = replace(deal, declared=deal.declared.with_factor("trend", centre=0.6))
    assert not reaches(replace(plan_of(deal, 64), declared=far.declared))
    assert deal.panels.widened == wide
    assert reaches(plan_of(far, 64))


def test_attachments_are_compared_as_written() -> None:
    assert laws.attachments(paid_on_cost()) == ("$10,000.00 per member-year",)
