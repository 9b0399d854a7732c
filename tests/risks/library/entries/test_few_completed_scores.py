from fairterms.risks.library.entries.few_completed_scores import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_patient_scores_paid_in_the_terms_wakes_it() -> None:
    terms = TermSigns(paid_measures=("Response",), scores_paid=("Response",))
    assert 'Pay depends on scores that patients give: "Response".' in sentences(RISK, terms=terms)
    near = TermSigns(paid_measures=("First visit within ten days",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "missing score" in " ".join(RISK.prevents)
    assert "completion" in " ".join(RISK.detects)
    assert "Call those" in " ".join(RISK.corrects)
    assert "later score" in RISK.indicator.words
