import pytest

from fairterms.risks.library.entries.governance_at_will import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("plan-discretion", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("stop-loss")) == ()


@pytest.mark.parametrize(
    "check",
    [
        "plan-discretion",
        "immediate-termination",
        "exit-without-cause",
        "amend-notice-days",
        "assignment-one-way",
        "exclusivity",
        "post-termination-care",
    ],
)
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("post-termination-care", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "time to cure" in " ".join(RISK.prevents)
    assert "clock of deadlines" in " ".join(RISK.detects)
    assert "handover" in " ".join(RISK.corrects)
    assert "alone" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
