import pytest

from fairterms.risks.library.entries.dictated_protocols import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("medical-necessity-standard", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


@pytest.mark.parametrize("check", ["medical-necessity-standard", "patient-talk"])
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("patient-talk", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "right to depart" in " ".join(RISK.prevents)
    assert "Log each departure" in " ".join(RISK.detects)
    assert "Change the protocol" in " ".join(RISK.corrects)
    assert "departures" in RISK.indicator.words
