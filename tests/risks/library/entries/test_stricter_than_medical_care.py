from fairterms.risks.library.entries.stricter_than_medical_care import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("parity-terms", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("stop-loss")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("parity-terms", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "certify parity" in " ".join(RISK.prevents)
    assert "denials" in " ".join(RISK.detects)
    assert "appeal" in " ".join(RISK.corrects)
    assert "denials" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
