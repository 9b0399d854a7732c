"""No added pay, and no social factor, for patients in high need."""

import pytest

from fairterms.review.features import Features
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence, Severity, Status
from tests.review.conftest import Look, agreement

CHECK = "high-need-payment"


@pytest.mark.parametrize(
    "clause",
    [
        "A monthly add-on of $12 is paid for Members with listed social or clinical needs.",
        "Plan pays an enhanced rate of 115% for Members with serious mental illness.",
        "The benchmark is adjusted by the area deprivation index.",
        "The care coordination fee is $9 in the highest tier of need and $3 in the lowest.",
        "The cost target includes a health equity adjustment for the group.",
        "An additional payment of $200 is made for each homeless Member.",
        "Social risk factors are part of the adjustment model.",
    ],
)
def test_pay_or_a_factor_for_need_clears_it(look: Look, clause: str) -> None:
    assert look(CHECK, agreement(clause)) == ()


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("No adjustment is made for the circumstances of patients.", "No adjustment"),
        ("Rates are not adjusted for social risk.", "not adjusted"),
        ("No additional payment is made for high-need Members.", "No additional payment"),
        ("The parties acknowledge that social needs affect outcomes.", "acknowledge"),
        ("Plan may consider an add-on for Members in high social need.", "may consider"),
        ("The parties recognize socioeconomic circumstances and will discuss them.", "recognize"),
        ("Plan is committed to equity in its network.", "committed to"),
    ],
)
def test_need_that_is_refused_or_only_spoken_of_is_found(
    look: Look, clause: str, words: str
) -> None:
    (finding,) = look(CHECK, agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "trap",
    [
        "Provider shall not discriminate by social status, and pays for this itself.",
        "Plan pays claims for severe emergency conditions.",
        "Costs of high-cost Members over $90,000 are truncated.",
        "Copayments of $20 apply in the second tier.",
        '"Management Rate" means the monthly fee for programs on social conditions.',
    ],
)
def test_other_uses_of_the_words_do_not_clear_it(look: Look, trap: str) -> None:
    (finding,) = look(CHECK, agreement(trap))
    assert isinstance(finding.evidence, AbsenceEvidence)


def test_without_any_word_of_need_it_is_absent_or_unclear(look: Look) -> None:
    (finding,) = look(CHECK, agreement())
    assert finding.status is Status.FINDING
    (unread,) = look(CHECK, agreement(), unread=1)
    assert unread.status is Status.UNCLEAR
    (outside,) = look(CHECK, agreement("Provider shall comply with the Provider Manual."))
    assert outside.status is Status.UNCLEAR
    assert look(CHECK, agreement(), features=Features()) == ()
