from fairterms.risks.library.entries.inaccurate_submissions import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_the_terms_wake_it_by_reports_earn_money_and_not_without() -> None:
    told = 'Reports that the group sends earn money: "Quarterly file".'
    assert told in sentences(RISK, terms=TermSigns(pays_reports=("Quarterly file",)))
    near = TermSigns(paid_measures=("Response",))
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "second person" in " ".join(RISK.prevents)
    assert "sample" in " ".join(RISK.detects)
    assert "Correct it" in " ".join(RISK.corrects)
    assert "errors" in RISK.indicator.words
