from fairterms.risks.library.entries.measure_misses_outcome import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("quality-term-undefined", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("quality-term-undefined", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert (
        sentences(RISK, seen("quality-term-undefined", unclear="not supplied"), terms=NOTHING) == ()
    )
    assert sentences(RISK, seen("quality-term-undefined"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "published evidence" in " ".join(RISK.prevents)
    assert "reliable" in " ".join(RISK.detects)
    assert "Retire" in " ".join(RISK.corrects)
    assert "reliability" in RISK.indicator.words
