import pytest

from fairterms.risks.library.entries.need_exceeds_budget import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("loss-cap", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection"), terms=NOTHING) == ()


@pytest.mark.parametrize("check", ["loss-cap", "stop-loss"])
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_the_terms_wake_it_by_owes_losses_and_not_without() -> None:
    told = "The terms let the group owe money after a bad year."
    assert told in sentences(RISK, terms=TermSigns(has_downside=True, has_loss_cap=True))
    near = TermSigns(has_loss_cap=True)
    assert sentences(RISK, terms=near) == ()


def test_the_terms_wake_it_by_fixed_payment_and_not_without() -> None:
    told = 'However much care is needed, the pay is fixed: "Monthly rate".'
    assert told in sentences(RISK, terms=TermSigns(pays_fixed=("Monthly rate",)))
    near = TermSigns(has_cost_target=True)
    assert sentences(RISK, terms=near) == ()


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("loss-cap", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("loss-cap"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "stop-loss" in " ".join(RISK.prevents)
    assert "budget every month" in " ".join(RISK.detects)
    assert "reserve" in " ".join(RISK.corrects)
    assert "budget" in RISK.indicator.words
