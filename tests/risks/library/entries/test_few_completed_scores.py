from fairterms.risks.library.entries.few_completed_scores import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_the_terms_wake_it_by_patient_scores_paid_and_not_without() -> None:
    told = 'Pay depends on scores that patients give: "Response".'
    assert told in sentences(
        RISK, terms=TermSigns(paid_measures=("Response",), scores_paid=("Response",))
    )
    near = TermSigns(paid_measures=("First visit within ten days",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "missing score" in " ".join(RISK.prevents)
    assert "completion" in " ".join(RISK.detects)
    assert "Call those" in " ".join(RISK.corrects)
    assert "later score" in RISK.indicator.words
