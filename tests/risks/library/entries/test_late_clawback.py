import pytest

from fairterms.risks.library.entries.late_clawback import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("recoup-limits", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection")) == ()


@pytest.mark.parametrize("check", ["recoup-limits", "recoup-during-dispute", "amend-retroactive"])
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("amend-retroactive", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_pays_before_result_and_not_without() -> None:
    told = 'Money comes before the result is known: "Interim payment".'
    assert told in sentences(RISK, terms=TermSigns(paid_early=("Interim payment",)))
    near = TermSigns(held_back=("Withheld part",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "how far back" in " ".join(RISK.prevents)
    assert "each notice" in " ".join(RISK.detects)
    assert "installments" in " ".join(RISK.corrects)
    assert "asked back" in RISK.indicator.words
