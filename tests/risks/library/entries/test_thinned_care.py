import pytest

from fairterms.risks.library.entries.thinned_care import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("undertreatment-watch", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("plain-language")) == ()


@pytest.mark.parametrize("check", ["undertreatment-watch", "care-limiting-incentive"])
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("care-limiting-incentive", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_savings_shared_and_not_without() -> None:
    told = 'Pay rises when care costs less: "Half of savings".'
    assert told in sentences(RISK, terms=TermSigns(shares_savings=("Half of savings",)))
    near = TermSigns(paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_the_terms_wake_it_by_pays_for_little_use_and_not_without() -> None:
    told = 'Fewer services earn more pay: "Fewer hospital days".'
    assert told in sentences(RISK, terms=TermSigns(rewards_little_use=("Fewer hospital days",)))
    near = TermSigns(paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "floor of access" in " ".join(RISK.prevents)
    assert "still severe" in " ".join(RISK.detects)
    assert "Pause the incentive" in " ".join(RISK.corrects)
    assert "still severe" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
