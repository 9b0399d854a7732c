import pytest

from fairterms.risks.library.entries.late_payment import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("prompt-pay", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection")) == ()


@pytest.mark.parametrize("check", ["prompt-pay", "pay-when-paid"])
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("pay-when-paid", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_holds_fees_back_and_not_without() -> None:
    told = 'Part of the fees is held back until later: "Withheld part".'
    assert told in sentences(RISK, terms=TermSigns(held_back=("Withheld part",)))
    near = TermSigns(paid_early=("Advance",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "interest" in " ".join(RISK.prevents)
    assert "by age" in " ".join(RISK.detects)
    assert "line of credit" in " ".join(RISK.corrects)
    assert "outstanding" in RISK.indicator.words
