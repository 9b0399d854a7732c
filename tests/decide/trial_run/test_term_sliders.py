"""Every number of the terms that moves the deal's worth has a slider around what it says."""

from decimal import Decimal

from fairterms.decide.trial_run.case import sliders
from fairterms.decide.trial_run.slider import Kind
from fairterms.decide.trial_run.term_sliders import source
from tests.decide.trial_run.made_up import paid_on_a_measure, paid_on_cost, slider
from tests.payment.one_clause import contract


def test_a_slider_says_what_it_moves_and_how_far() -> None:
    one = slider(paid_on_a_measure(), "performance.budget")
    assert (one.section, one.title) == ("Performance payment", "Budget")
    shown = [one.written(at) for at in (one.least, one.now, one.most, one.step)]
    assert shown == ["$1.00 PMPM", "$2.00 PMPM", "$3.00 PMPM", "$0.02 PMPM"]
    assert one.source == "terms.toml, line 23"
    assert not one.is_drawn


def test_a_number_inside_a_row_is_named_in_plain_words() -> None:
    one = slider(paid_on_a_measure(), "performance.measures.1.tiers.2.at")
    assert one.title == "Measures: response, step 2, the threshold"


def test_a_share_never_passes_0_or_100_percent() -> None:
    one = slider(paid_on_a_measure(), "performance.measures.1.tiers.2.share")
    assert one.now == one.most == 1
    small = slider(paid_on_a_measure(), "withhold.rate")
    assert (small.least, small.most) == (Decimal(0), Decimal("0.1"))


def test_what_the_group_is_paid_anyway_has_no_slider() -> None:
    terms = [one for one in sliders(paid_on_a_measure()) if one.kind is Kind.TERM]
    assert {one.id.partition(".")[0] for one in terms} == {
        "performance",
        "withhold",
        "annual_limit",
    }


def test_an_attachment_that_patients_are_drawn_with_draws_them_again() -> None:
    assert slider(paid_on_cost(), "stop_loss.attachment").is_drawn
    assert not slider(paid_on_cost(), "stop_loss.credit_share").is_drawn


def test_a_term_is_found_where_the_contract_says_it() -> None:
    cited = contract("""
[[clause]]
id = "fee"
model = "care_coordination"
rate = "$1.00 PMPM"
cite = [
  { document = "a.pdf", section = "2", quote = "x" },
  { document = "a.pdf", section = "3", quote = "y", term = "rate" },
]
""").clause("fee")
    assert source(cited, "rate") == "a.pdf, 3"
