import pytest

from fairterms.risks.library.entries.one_sided_downside import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("gain-loss-asymmetry", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection")) == ()


@pytest.mark.parametrize(
    "check",
    [
        "gain-loss-asymmetry",
        "loss-cap",
        "liability-limit",
        "indemnity-direction",
        "penalty-pass-through",
    ],
)
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("penalty-pass-through", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_losses_without_cap_and_not_without() -> None:
    told = "The group bears losses, and no term limits them for the year."
    assert told in sentences(RISK, terms=TermSigns(has_downside=True))
    near = TermSigns(has_downside=True, has_loss_cap=True)
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "same gate" in " ".join(RISK.prevents)
    assert "can win and lose" in " ".join(RISK.detects)
    assert "Reopen" in " ".join(RISK.corrects)
    assert "worst losses" in RISK.indicator.words
