import pytest

from fairterms.risks.library.entries.formula_with_two_answers import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.prepare.findings import seen
from tests.risks.library.awake import sentences, woken


def test_a_finding_of_its_own_wakes_it_and_another_does_not() -> None:
    finding = seen("internal-contradiction", "What was seen")
    assert "What was seen (agreement.pdf, page 3)." in sentences(RISK, finding)
    assert sentences(RISK, seen("retaliation-protection")) == ()


@pytest.mark.parametrize(
    "check",
    [
        "internal-contradiction",
        "audit-of-plan",
        "reconciliation-terms",
        "dispute-process",
        "suit-deadline",
    ],
)
def test_each_of_its_checks_is_a_reason(check: str) -> None:
    absent = seen(check, "Not there", is_absent=True)
    assert "Not there (looked for on 9 pages and not found)." in sentences(RISK, absent)


def test_what_could_not_be_told_leaves_it_untold() -> None:
    unread = seen("suit-deadline", "A clause", unclear="page 4 cannot be read")
    risk = woken(RISK, unread)
    assert risk is not None
    assert not risk.is_certain
    assert risk.because[0].sentence == "It cannot be told yet: A clause (page 4 cannot be read)."


def test_the_terms_wake_it_by_text_left_open_and_not_without() -> None:
    told = 'The text can be read in more than one way: "Yearly limit".'
    assert told in sentences(RISK, terms=TermSigns(open_clauses=("Yearly limit",)))
    near = TermSigns(paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_the_terms_wake_it_by_number_not_stated_and_not_without() -> None:
    told = 'The contract does not give a number it needs: "benchmark.trend".'
    assert told in sentences(
        RISK, terms=TermSigns(has_incentive=True, not_stated=("benchmark.trend",))
    )
    near = TermSigns(has_incentive=True)
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "worked examples" in " ".join(RISK.prevents)
    assert "step by step" in " ".join(RISK.detects)
    assert "neutral expert" in " ".join(RISK.corrects)
    assert "two calculations" in RISK.indicator.words
