from fairterms.risks.library.entries.mix_shifts import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("stop-loss", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("plain-language")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("stop-loss", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_long_term_target_and_not_without() -> None:
    told = "Cost is compared with a target through 3 years."
    assert told in sentences(RISK, terms=TermSigns(has_cost_target=True, years=3))
    near = TermSigns(has_cost_target=True, years=2)
    assert sentences(RISK, terms=near) == ()


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("stop-loss", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("stop-loss"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "very dearest" in " ".join(RISK.prevents)
    assert "mix with the baseline" in " ".join(RISK.detects)
    assert "surge" in " ".join(RISK.corrects)
    assert "mix" in RISK.indicator.words
