from fairterms.risks.library.entries.kickback_resemblance import RISK
from fairterms.risks.library.term_signs import TermSigns
from tests.risks.library.awake import sentences


def test_the_terms_wake_it_by_public_money_reward_and_not_without() -> None:
    told = "The line of business is medicaid, and some pay depends on more than the service."
    assert told in sentences(RISK, terms=TermSigns(line_of_business="medicaid", has_incentive=True))
    near = TermSigns(line_of_business="commercial", has_incentive=True)
    assert sentences(RISK, terms=near) == ()


def test_its_controls_and_its_sign_speak_of_it() -> None:
    assert "counsel" in " ".join(RISK.prevents)
    assert "referrals" in " ".join(RISK.detects)
    assert "Restructure" in " ".join(RISK.corrects)
    assert "written opinion" in RISK.indicator.words
