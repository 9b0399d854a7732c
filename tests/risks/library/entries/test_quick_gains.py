from fairterms.risks.library.entries.quick_gains import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_the_terms_wake_it_by_early_scores_only_and_not_without() -> None:
    told = (
        "Pay depends on symptom scores, and no paid measure looks at lasting results, "
        "function or quality of life."
    )
    assert told in sentences(
        RISK, terms=TermSigns(paid_measures=("Response",), scores_paid=("Response",))
    )
    near = TermSigns(paid_measures=("Response",), scores_paid=("Response",), pays_lasting=True)
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "quality of life" in " ".join(RISK.prevents)
    assert "six and twelve months" in " ".join(RISK.detects)
    assert "lasting results" in " ".join(RISK.corrects)
    assert "return" in RISK.indicator.words
