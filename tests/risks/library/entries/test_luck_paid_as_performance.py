from fairterms.risks.library.entries.luck_paid_as_performance import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("quality-gate", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("quality-gate", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_measures_without_minimum_and_not_without() -> None:
    told = 'No least number of patients is set for "Response".'
    assert told in sentences(
        RISK, terms=TermSigns(paid_measures=("Response",), without_minimum=("Response",))
    )
    near = TermSigns(paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("quality-gate", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("quality-gate"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "number of patients" in " ".join(RISK.prevents)
    assert "interval" in " ".join(RISK.detects)
    assert "not measured" in " ".join(RISK.corrects)
    assert "luck" in RISK.indicator.words
