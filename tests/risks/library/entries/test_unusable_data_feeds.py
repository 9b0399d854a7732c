from fairterms.risks.library.entries.unusable_data_feeds import RISK
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("data-feed", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("data-feed", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("data-feed", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("data-feed"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "without data there is no risk" in " ".join(RISK.prevents)
    assert "each file on arrival" in " ".join(RISK.detects)
    assert "Suspend losses" in " ".join(RISK.corrects)
    assert "files that were late" in RISK.indicator.words
