"""Others than the plan may use the group's rates."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("An Affiliate may access the rates and terms of this Agreement.", "Affiliate may access"),
        (
            "Plan's affiliates, and other payors that contract with it, may use the Fees.",
            "other payors",
        ),
        ("Other Payors shall be entitled to pay Provider at the rates of Exhibit A.", "entitled"),
        ("Plan may lease its network and its discounted rates to third parties.", "lease"),
        (
            "Plan may permit self-funded employers to use the rates in this Agreement.",
            "self-funded",
        ),
        (
            (
                "Provider shall accept the rates in Exhibit A from any payor or other entity Plan "
                "names on its website."
            ),
            "other entity",
        ),
        ("The fee schedule shall apply to services billed to Plan's affiliates.", "affiliates"),
    ],
)
def test_use_of_the_rates_by_others_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("affiliate-access", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Only the payors listed in Exhibit P may use these rates.",
        "Plan may make the rates available to other payors with the written consent of Provider.",
        "Plan shall not lease its network or rates to third parties.",
        "No affiliate of Plan may use the rates.",
        "Provider's affiliates may use the rates in this Agreement.",
        "If other payors are primary, Plan pays the difference between the Fees and their payment.",
        "Plan may disclose the rates to its affiliates and other payors as the law requires.",
        "Each party's affiliates may rely on the terms of this Agreement.",
        "Other payors that are secondary may pay at the rates of this Agreement.",
    ],
)
def test_lists_consents_and_other_matters_are_not(look: Look, clause: str) -> None:
    assert look("affiliate-access", agreement(clause)) == ()
