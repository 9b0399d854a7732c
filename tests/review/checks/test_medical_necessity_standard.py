"""What counts as medically necessary is the plan's to say."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

ID = "medical-necessity-standard"
CARE = "Members are patients of Provider for covered services of mental health care."
SOUND = (
    '"Medically Necessary" means care that follows generally accepted standards of mental-health '
    "practice."
)


def _with(*clauses: str) -> str:
    return agreement(CARE, CARE, CARE, *clauses)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ('"Medically Necessary" means services that Plan determines to be right.', "determines"),
        (
            '"Medical Necessity" means a need as determined by Plan\'s Medical Director.',
            "determined by Plan",
        ),
        (
            '"Medically Necessary" means care that is consistent with Plan\'s medical policies.',
            "medical policies",
        ),
        (
            '"Medically Necessary" means the least costly service that will do.',
            "least costly",
        ),
        (
            '"Medically Necessary" means care that in the judgment of Plan is needed.',
            "judgment of Plan",
        ),
        (
            '"Covered Services" means Medically Necessary care, as determined by Plan.',
            "as determined by Plan",
        ),
        (
            "Medically Necessary: Services that meet Plan's clinical criteria.",
            "clinical criteria",
        ),
        (
            (
                f"{SOUND} Plan's policies control over the judgment of a clinician on medical "
                "necessity."
            ),
            "control over",
        ),
    ],
)
def test_a_standard_of_the_plans_own_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        SOUND,
        f"{SOUND} Plan may deny a service that it determines is not Medically Necessary.",
        '"Medically Necessary" has the meaning given in 42 CFR 438.210.',
        (
            '"Medically Necessary" means the least costly course that is adequate, as Rule 12-3 of '
            "the state Medicaid Program says."
        ),
        "A prudent clinician decides what is medically necessary.",
        "Provider gives care that is medically necessary.",
        "Provider determines what is medically necessary.",
        "Nothing here limits medically necessary care.",
    ],
)
def test_clinical_and_statutory_standards_are_not(look: Look, clause: str) -> None:
    assert look(ID, _with(clause)) == ()


def test_a_statutory_definition_in_items_is_no_finding(look: Look) -> None:
    text = _with(
        '"Medically Necessary" means care that meets each of these:',
        "It is the least costly alternative that is adequate and Medically Necessary.",
        "Medically Necessary has the meaning contained in Tenn. Code Ann. 71-5-144.",
    )
    assert look(ID, text) == ()


def test_a_comparison_of_cost_in_a_clinical_definition_is_milder(look: Look) -> None:
    clause = (
        '"Medically Necessary" means care under generally accepted standards that is not more '
        "costly than a service at least as likely to produce equivalent results."
    )
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.MEDIUM
    assert "cheapest" in finding.why


def test_the_plans_decision_without_any_definition_is_milder(look: Look) -> None:
    clause = "Plan may deny a service that Plan determines is not medically necessary."
    (finding,) = look(ID, _with(clause))
    assert finding.severity is Severity.MEDIUM


def test_only_if_the_plan_says_so_overrides_a_sound_definition(look: Look) -> None:
    sound = (
        '"Medically Necessary" means care in keeping with generally accepted standards of mental '
        "health care."
    )
    clause = "A service is Medically Necessary only if Plan determines so."
    (finding,) = look("medical-necessity-standard", agreement(sound, clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text
    assert look("medical-necessity-standard", agreement(sound)) == ()
