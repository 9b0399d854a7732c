"""Signs that the agreement is a form."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

ID = "standard-form-signs"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Form PA-7, rev. 3", "form's code"),
        ("CHP-PGA-BH (01/2027)", "form's code"),
        ("Rev. 03/2026", "form's code"),
        ("© 2026 Cedar Health Plan, Inc.", "copyright line"),
        ("Provider is [INSERT NAME OF PROVIDER].", "blanks"),
        ("Provider is <<Insert Provider Name>>.", "blanks"),
        ("Plan shall pay within ______ days.", "blanks"),
        ("Exhibit C is intentionally left blank.", "not used"),
        ("The rates of Plan are non-negotiable.", "not negotiable"),
        ("This form may not be altered by Provider.", "not negotiable"),
        ("These are industry-standard terms.", "not negotiable"),
    ],
)
def test_a_sign_of_a_form_is_found(look: Look, line: str, kind: str) -> None:
    (finding,) = look(ID, agreement(line))
    assert finding.severity is Severity.LOW
    assert isinstance(finding.evidence, QuoteEvidence)
    assert line in finding.evidence.text
    assert kind in finding.why


@pytest.mark.parametrize(
    "line",
    [
        "Group shall give its Form W-9 to Plan.",
        "Claims are sent on Form CMS-1500.",
        "By: ______________________",
        "Name: ____________________",
        "This Agreement may not be changed except in writing.",
        "Plan may apply edits that follow industry standard practice.",
        "Provider shall use the form of consent of Exhibit C.",
        "The PHQ-9 and the GAD-7 are used.",
    ],
)
def test_tax_forms_signatures_and_other_words_are_not(look: Look, line: str) -> None:
    assert look(ID, agreement(line)) == ()


def test_each_kind_is_quoted_once(look: Look) -> None:
    text = agreement(
        "Form PA-7, rev. 3", "Form PA-8, rev. 3", "Exhibit C is intentionally omitted."
    )
    (finding,) = look(ID, text)
    assert len(finding.more_evidence) == 1
    assert "no fault" in finding.why
