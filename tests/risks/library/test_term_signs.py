"""Signs read off terms, clause by clause."""

import pytest

from fairterms.contract.reader import read_text
from fairterms.risks.library.term_signs import TermSigns, signs_of

HEAD = """
[contract]
name = "Made up"
jurisdiction = "OR"
line_of_business = "medicaid"
starts = 2027-01-01
ends = {ends}
rounding = "to the cent, half up, once at the end"
"""


def signs(body: str, ends: str = "2027-12-31") -> TermSigns:
    contract = read_text(HEAD.format(ends=ends) + body).contract
    assert contract is not None
    return signs_of(contract)


def clause(model: str, *lines: str, title: str = "A clause") -> str:
    head = ("[[clause]]", f'id = "{model}"', f'title = "{title}"', f'model = "{model}"')
    return "\n".join([*head, *lines, ""])


FEES = clause("fee_schedule", 'fees = [{ code = "CPT 90837", fee = "$148.25 per visit" }]')
SAVINGS = clause(
    "shared_savings",
    'benchmark = "$41.20 PMPM"',
    'minimum_savings_rate = "2 %"',
    'sharing_rate = "50 %"',
)
MEASURE = """
[[measure]]
id = "response"
name = "Response"
direction = "higher is better"
numerator = "{numerator}"
steward = "{steward}"
"""


def paid(row: str = "", numerator: str = "better", steward: str = "") -> TermSigns:
    measure = MEASURE.format(numerator=numerator, steward=steward)
    row = f'measures = [{{ measure = "response", direction = "higher is better"{row} }}]'
    return signs(measure + clause("pay_for_performance", 'budget = "$1.00 PMPM"', row))


def test_fees_alone_are_no_incentive_no_target_and_no_downside() -> None:
    found = signs(FEES)
    said = (found.has_incentive, found.has_cost_target, found.has_downside)
    assert said == (False, False, False)
    assert found.models == {"fee_schedule"}
    assert (found.years, found.line_of_business) == (1, "medicaid")


def test_savings_alone_are_no_downside_and_a_loss_rate_is() -> None:
    only_gains = signs(SAVINGS)
    assert only_gains.has_cost_target
    assert only_gains.shares_savings == ("A clause",)
    assert not only_gains.has_downside
    both = signs(SAVINGS + 'loss_rate = "40 %"\nminimum_loss_rate = "2 %"\n')
    assert both.has_downside
    assert not both.has_loss_cap


@pytest.mark.parametrize(
    ("body", "is_capped"),
    [
        (SAVINGS + 'loss_rate = "40 %"\nloss_cap = "4 % of benchmark"\n', True),
        (SAVINGS + 'loss_rate = "40 %"\nsavings_cap = "4 % of benchmark"\n', False),
        (SAVINGS + clause("cap", 'of = "shared_savings"', 'owed_cap = "$9,000.00"'), True),
        (SAVINGS + clause("cap", 'of = "shared_savings"', 'paid_cap = "$9,000.00"'), False),
    ],
)
def test_only_a_cap_on_what_is_owed_caps_losses(body: str, is_capped: bool) -> None:
    assert signs(body).has_loss_cap is is_capped


@pytest.mark.parametrize("model", ["stop_loss", "truncation", "aggregate_stop_loss"])
def test_a_limit_for_single_members_is_a_stop_loss(model: str) -> None:
    assert signs(SAVINGS + clause(model)).has_stop_loss
    assert not signs(SAVINGS).has_stop_loss


@pytest.mark.parametrize("model", ["capitation", "global_payment", "case_rate"])
def test_a_fixed_payment_bears_the_cost_of_care(model: str) -> None:
    found = signs(clause(model, title="Monthly rate"))
    assert found.pays_fixed == ("Monthly rate",)
    assert found.has_downside


def test_a_corridor_shares_losses_unless_it_says_otherwise() -> None:
    bands = ('base = "$41.20 PMPM"', 'bands = [{ group_share = "50 %" }]')
    assert signs(clause("risk_corridor", *bands)).has_downside
    upside = signs(clause("risk_corridor", *bands, 'losses = "not shared"'))
    assert not upside.has_downside
    assert upside.shares_savings == ("A clause",)


def test_a_corridor_for_losses_alone_shares_no_savings() -> None:
    bands = ('base = "$41.20 PMPM"', 'bands = [{ group_share = "0 %" }]')
    losses = 'loss_bands = [{ group_share = "50 %" }]'
    found = signs(clause("risk_corridor", *bands, losses))
    assert (found.shares_savings, found.has_downside) == ((), True)


def test_use_is_rewarded_when_it_falls_and_not_when_it_rises() -> None:
    fewer = clause("utilization_incentive", 'direction = "fewer is better"', title="Fewer days")
    more = clause("utilization_incentive", 'direction = "more is better"')
    assert signs(fewer).rewards_little_use == ("Fewer days",)
    assert signs(more).rewards_little_use == ()


@pytest.mark.parametrize(
    ("extra", "is_adjusted"),
    [
        ("", False),
        (clause("benchmark", 'risk_cap_up = "3 %"'), True),
        (clause("episode", 'risk_adjustment = "none"'), False),
        (clause("episode", 'risk_adjustment = "divide by the mean risk factor"'), True),
        (clause("global_payment", "times_risk_score = true"), True),
        (clause("global_payment", "times_risk_score = false"), False),
        ('[[figure]]\nid = "mean_risk_score"\nunit = "factor"\n', True),
        ('[[figure]]\nid = "member_months"\nunit = "member-months"\n', False),
    ],
)
def test_adjustment_is_a_term_or_a_figure(extra: str, is_adjusted: bool) -> None:
    assert signs(SAVINGS + extra).has_risk_adjustment is is_adjusted


def test_scores_of_patients_are_known_by_their_instruments() -> None:
    assert paid(numerator="a later PHQ-9 score is halved").scores_paid == ("Response",)
    assert paid(numerator="seen within ten days").scores_paid == ()


def test_lasting_results_are_told_from_early_scores() -> None:
    assert paid(numerator="PHQ-9 still halved twelve months after the end").pays_lasting
    assert paid(numerator="better function and quality of life").pays_lasting
    assert not paid(numerator="PHQ-9 halved after four months").pays_lasting


def test_a_measure_of_the_parties_is_their_own_and_one_with_a_steward_is_not() -> None:
    assert paid().own_measures == ("Response",)
    assert paid(steward="the parties (C-2)").own_measures == ("Response",)
    assert paid(steward="a national committee").own_measures == ()


def test_a_measure_that_earns_nothing_does_not_count() -> None:
    measure = MEASURE.format(numerator="PHQ-9", steward="")
    assert signs(measure + FEES).paid_measures == ()


def test_a_least_number_of_patients_is_looked_for_in_each_row() -> None:
    assert paid().without_minimum == ("Response",)
    assert paid(', minimum_denominator = "30 patients"').without_minimum == ()


def test_a_gate_and_a_measure_that_must_be_passed_take_all() -> None:
    assert paid(", must_pass = true").all_or_nothing == ("A clause",)
    assert paid(", must_pass = false").all_or_nothing == ()
    assert signs(SAVINGS + 'quality = "gate"\n').all_or_nothing == ("A clause",)
    assert signs(SAVINGS + 'quality = "scale"\n').all_or_nothing == ()


def test_money_held_back_paid_early_or_for_reports_is_named() -> None:
    found = signs(
        clause("withhold", title="Held")
        + clause("interim", title="Early")
        + clause("pay_for_reporting", title="Files")
    )
    assert (found.held_back, found.paid_early, found.pays_reports) == (
        ("Held",),
        ("Early",),
        ("Files",),
    )


def test_only_a_reward_with_exclusions_leaves_people_out() -> None:
    reward = clause("group_reward", 'pool = "$5,000.00"')
    assert signs(reward).excludes_people == ()
    row = 'exclusions = [{ who = "c1", reason = "records" }]\n'
    assert signs(reward + row).excludes_people == ("A clause",)
    rate = clause("case_rate", 'exclusions = ["a transfer"]')
    assert signs(rate).excludes_people == ()


def test_a_formula_is_an_incentive_by_its_category() -> None:
    step = 'steps = [{ name = "x", value = "$1.00", words = "one" }]'
    assert not signs(clause("formula", step)).has_incentive
    assert not signs(clause("formula", step, 'lan = "LAN 1"')).has_incentive
    assert signs(clause("formula", step, 'lan = "LAN 2A"')).has_incentive


def test_what_is_open_and_what_is_not_stated_is_named() -> None:
    readings = '{ name = "one", set = {} }, { name = "other", set = {} }'
    ask = '{ not_stated = "as the plan decides", section = "B-2", ask = "the trend" }'
    found = signs(SAVINGS + f"readings = [{readings}]\nloss_rate = {ask}\n")
    assert found.open_clauses == ("A clause",)
    assert found.not_stated == ("shared_savings.loss_rate",)


def test_years_are_performance_years() -> None:
    assert signs(FEES, ends="2029-12-31").years == 3
