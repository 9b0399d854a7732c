import pytest

from fairterms.risks.library.entries.wrong_baseline import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("benchmark-method", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection")) == ()


@pytest.mark.parametrize(
    "check", ["benchmark-method", "benchmark-ratchet", "recalibration-process"]
)
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("recalibration-process", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("benchmark-method", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("benchmark-method"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "three years" in " ".join(RISK.prevents)
    assert "chance alone" in " ".join(RISK.detects)
    assert "set again" in " ".join(RISK.corrects)
    assert "past range" in RISK.indicator.words
