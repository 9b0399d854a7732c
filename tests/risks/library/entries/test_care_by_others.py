from fairterms.risks.library.entries.care_by_others import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_the_terms_wake_it_by_cost_of_others_counts_and_not_without() -> None:
    told = 'The result counts what care costs, whoever gave it: "Half of savings".'
    assert told in sentences(RISK, terms=TermSigns(shares_savings=("Half of savings",)))
    near = TermSigns(has_incentive=True, paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "can influence" in " ".join(RISK.prevents)
    assert "treated elsewhere" in " ".join(RISK.detects)
    assert "others caused" in " ".join(RISK.corrects)
    assert "outside the group" in RISK.indicator.words
