from fairterms.risks.library.entries.thin_evidence import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("risk-phase-in", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("risk-phase-in", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "pilot" in " ".join(RISK.prevents)
    assert "halfway" in " ".join(RISK.detects)
    assert "Stop" in " ".join(RISK.corrects)
    assert "interval" in RISK.indicator.words
