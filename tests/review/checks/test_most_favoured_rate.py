"""Our side promises nobody a better price."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

SUPPLY = (
    'SUPPLY AGREEMENT\nThis Agreement is made between Oak Lamps, Inc. ("Company") and Birch Wire, '
    'LLC ("Supplier").\n1. Supplier sells wire.\n2. {}\n'
)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "Provider agrees that its rates to Plan are no less favorable than the rates "
                "it accepts from any other payor."
            ),
            "no less favorable",
        ),
        (
            (
                "If Provider accepts a lower rate from another health plan, that rate shall "
                "automatically apply to this Agreement."
            ),
            "lower rate",
        ),
        ("Provider shall not offer any other insurer a lower fee than Plan.", "lower fee"),
        ("Plan has most favored nation status as to Provider's fees.", "most favored nation"),
        (
            (
                "Plan shall pay Provider the lesser of the Fees and the lowest rate that Provider "
                "has agreed to with any other payor."
            ),
            "lowest rate",
        ),
        ("Provider warrants that Plan receives the best rates of any payor.", "best rates"),
        (
            (
                "Should Provider grant more favorable terms of payment to any third party, it "
                "shall extend the same to Plan."
            ),
            "more favorable terms",
        ),
        (
            "Where rates of any other payor are less than the Fees, Provider accepts them.",
            "less than",
        ),
        ("Provider shall at all times offer Plan its best rates.", "best rates"),
        (
            "Plan pays Provider the lower of the Fees and the rate agreed with any other payor.",
            "lower of",
        ),
    ],
)
def test_a_promise_of_the_best_rate_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("most-favoured-rate", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Provider's usual and customary charges shall be no greater than those it bills any "
            "other payor."
        ),
        "Such charges shall be no greater than the rate or price Provider submits to any person.",
        (
            "Plan agrees that the rates it pays Provider are no less favorable than those it pays "
            "any other participating provider."
        ),
        "Provider shall give Members care no less favorable than that given to other patients.",
        "Nothing in this Agreement grants most favored nation status to Plan.",
        (
            "Each party grants the other terms no less favorable than those it grants to any other "
            "party."
        ),
        "Plan shall pay Provider the lesser of billed charges and the Fees.",
        "Provider may contract with any other payor at any rate.",
        "Provider's usual charges and fees are no higher than those to any other payor.",
        "Provider's rates are no less favorable than any other provider has from other plans.",
        "Provider agrees that its terms and quality are no less favorable than to any other plan.",
    ],
)
def test_charges_care_and_promises_of_the_plan_are_not(look: Look, clause: str) -> None:
    assert look("most-favoured-rate", agreement(clause)) == ()


def test_in_a_general_contract_the_sellers_promise_is_found(look: Look) -> None:
    clause = (
        "Supplier warrants that the prices charged to Company are no less favorable than those "
        "charged to any other customer."
    )
    (finding,) = look("most-favoured-rate", SUPPLY.format(clause))
    assert isinstance(finding.evidence, QuoteEvidence)


def test_in_a_general_contract_the_buyers_promise_is_not(look: Look) -> None:
    clause = "Company will grant Supplier terms no less favorable than those of any other supplier."
    assert look("most-favoured-rate", SUPPLY.format(clause)) == ()
