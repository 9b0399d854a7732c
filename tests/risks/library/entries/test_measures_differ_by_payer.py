from fairterms.risks.library.entries.measures_differ_by_payer import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_the_terms_wake_it_by_measures_of_its_own_and_not_without() -> None:
    told = 'The terms name no steward outside the contract for what is paid: "Response".'
    assert told in sentences(
        RISK, terms=TermSigns(paid_measures=("Response",), own_measures=("Response",))
    )
    near = TermSigns(paid_measures=("Response",), scores_paid=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "published definition" in " ".join(RISK.prevents)
    assert "table of the definitions" in " ".join(RISK.detects)
    assert "all payers" in " ".join(RISK.corrects)
    assert "same measure" in RISK.indicator.words
