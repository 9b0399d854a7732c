from fairterms.risks.library.entries.gamed_scores import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("group-reward-rule", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("group-reward-rule", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_one_measure_takes_all_and_not_without() -> None:
    told = 'One result can take all of the pay: "Quality gate".'
    assert told in sentences(
        RISK,
        terms=TermSigns(
            has_incentive=True, paid_measures=("Response",), all_or_nothing=("Quality gate",)
        ),
    )
    near = TermSigns(has_incentive=True, paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("group-reward-rule", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("group-reward-rule"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "group as a whole" in " ".join(RISK.prevents)
    assert "beyond a threshold" in " ".join(RISK.detects)
    assert "calmly" in " ".join(RISK.corrects)
    assert "threshold" in RISK.indicator.words
