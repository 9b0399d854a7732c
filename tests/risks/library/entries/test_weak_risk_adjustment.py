from fairterms.risks.library.entries.weak_risk_adjustment import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("risk-adjustment", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("plain-language")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("risk-adjustment", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_target_without_adjustment_and_not_without() -> None:
    told = "Cost is compared with a target, and no term or figure follows how ill people are."
    assert told in sentences(RISK, terms=TermSigns(has_incentive=True, has_cost_target=True))
    near = TermSigns(has_incentive=True, has_cost_target=True, has_risk_adjustment=True)
    assert sentences(RISK, terms=near) == ()


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("risk-adjustment", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("risk-adjustment"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "published model" in " ".join(RISK.prevents)
    assert "tenth of severity" in " ".join(RISK.detects)
    assert "corrects the result" in " ".join(RISK.corrects)
    assert "slope" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
