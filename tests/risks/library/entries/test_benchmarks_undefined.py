import pytest

from fairterms.risks.library.entries.benchmarks_undefined import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import NOTHING, sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("vbp-terms-outside", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("loss-cap")) == ()


@pytest.mark.parametrize(
    "check", ["vbp-terms-outside", "measure-change", "incentive-at-will", "undefined-term"]
)
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("undefined-term", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_number_not_stated_and_not_without() -> None:
    told = 'The contract does not give a number it needs: "benchmark.trend".'
    assert told in sentences(
        RISK, terms=TermSigns(has_incentive=True, not_stated=("benchmark.trend",))
    )
    near = TermSigns(has_incentive=True)
    assert sentences(RISK, terms=near) == ()


def test_where_the_terms_leave_no_place_for_it_only_a_plain_finding_wakes_it() -> None:
    assert sentences(RISK, seen("vbp-terms-outside", unclear="not supplied"), terms=NOTHING) == ()
    assert sentences(RISK, seen("vbp-terms-outside"), terms=NOTHING) != ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "dated definitions" in " ".join(RISK.prevents)
    assert "word for word" in " ".join(RISK.detects)
    assert "earlier text" in " ".join(RISK.corrects)
    assert "no definition" in RISK.indicator.words
