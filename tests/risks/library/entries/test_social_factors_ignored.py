from fairterms.risks.library.entries.social_factors_ignored import RISK
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


def test_the_terms_wake_it_by_public_line_without_adjustment_and_not_without() -> None:
    told = (
        "The line of business is medicaid, and the paid measures do not follow who the "
        "patients are."
    )
    assert told in sentences(
        RISK, terms=TermSigns(line_of_business="medicaid", paid_measures=("Response",))
    )
    near = TermSigns(line_of_business="commercial", paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "outreach" in " ".join(RISK.prevents)
    assert "small numbers hidden" in " ".join(RISK.detects)
    assert "gap grows" in " ".join(RISK.corrects)
    assert "gap" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
