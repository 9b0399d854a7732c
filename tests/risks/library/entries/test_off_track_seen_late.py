import pytest

from fairterms.risks.library.entries.off_track_seen_late import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("leading-indicators", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


@pytest.mark.parametrize("check", ["leading-indicators", "controls-exceptions"])
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("controls-exceptions", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("leading-indicators", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("leading-indicators"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "early signs" in " ".join(RISK.prevents)
    assert "off track" in " ".join(RISK.detects)
    assert "lift the penalty" in " ".join(RISK.corrects)
    assert "sixth week" in RISK.indicator.words


def test_it_harms_the_public_too() -> None:
    assert RISK.is_public_harm
