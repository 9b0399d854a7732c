from fairterms.risks.library.entries.conflicting_interests import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("care-limiting-incentive", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("stop-loss")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("care-limiting-incentive", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_excludes_people_and_not_without() -> None:
    told = 'Single people can be left out of a reward: "Group reward".'
    assert told in sentences(RISK, terms=TermSigns(excludes_people=("Group reward",)))
    near = TermSigns(paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "nil returns" in " ".join(RISK.prevents)
    assert "declared interests" in " ".join(RISK.detects)
    assert "without the person" in " ".join(RISK.corrects)
    assert "not declared" in RISK.indicator.words
