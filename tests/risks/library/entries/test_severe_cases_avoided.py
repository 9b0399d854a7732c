from fairterms.risks.library.entries.severe_cases_avoided import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("high-need-payment", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("plain-language")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("high-need-payment", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_fixed_payment_without_adjustment_and_not_without() -> None:
    told = "The pay is fixed, and no term or figure follows how ill patients are."
    assert told in sentences(RISK, terms=TermSigns(pays_fixed=("Monthly rate",)))
    near = TermSigns(pays_fixed=("Monthly rate",), has_risk_adjustment=True)
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "Pay more" in " ".join(RISK.prevents)
    assert "turned away" in " ".join(RISK.detects)
    assert "intake rules" in " ".join(RISK.corrects)
    assert "severe cases" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
