"""Only the group needs consent to hand the agreement on."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            "Provider may not assign this Agreement without Plan's prior written consent.",
            "Provider may not assign",
        ),
        (
            (
                "This Agreement shall not be assigned by Provider without the consent of "
                "Plan. Plan may assign this Agreement."
            ),
            "by Provider",
        ),
        (
            (
                "Provider shall not transfer or delegate its rights or obligations under this "
                "Agreement. Plan may assign this Agreement to any affiliate."
            ),
            "Provider shall not",
        ),
        (
            (
                "Neither party may assign this Agreement without consent, except as follows. "
                "Plan may assign this Agreement to a successor without consent."
            ),
            "Plan may assign",
        ),
        (
            "Any assignment of this Agreement by Provider without Plan's consent is void.",
            "by Provider",
        ),
        (
            "Plan may terminate this Agreement on notice upon a change of control of Provider.",
            "change of control",
        ),
        (
            (
                "Plan may end this Agreement if Provider sells substantially all of its "
                "assets or merges."
            ),
            "sells",
        ),
    ],
)
def test_a_one_way_rule_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("assignment-one-way", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Neither party may assign this Agreement without the other's written consent.",
        (
            "This Agreement may not be assigned by either party without the prior written "
            "consent of the other."
        ),
        (
            "Provider may not assign this Agreement without Plan's consent, and Plan may not "
            "assign this Agreement without Provider's consent."
        ),
        "Plan may not assign this Agreement without the consent of Provider.",
        (
            "No party shall assign its rights under this Agreement without the consent of the "
            "other party."
        ),
        "Either party may terminate this Agreement upon a change of control of the other party.",
        "Members assigned to Provider are listed each month.",
        "Provider shall not transfer medical records without the patient's consent.",
    ],
)
def test_a_rule_for_both_is_not(look: Look, clause: str) -> None:
    assert look("assignment-one-way", agreement(clause)) == ()


def test_a_sale_of_either_side_is_even(look: Look) -> None:
    clause = "Plan may terminate this Agreement upon a change of control of a party or of Provider."
    assert look("assignment-one-way", agreement(clause)) == ()


def test_sales_listed_before_the_right_to_end_are_found(look: Look) -> None:
    listed = "Provider shall give notice before Provider sells substantially all of its assets."
    right = "Plan may terminate this Agreement on notice after any of the events listed in 11."
    (finding,) = look("assignment-one-way", agreement(listed, right))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert right in finding.evidence.text
    assert len(finding.more_evidence) == 1
    assert look("assignment-one-way", agreement(right)) == ()
