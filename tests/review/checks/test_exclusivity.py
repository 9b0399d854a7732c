"""Our side may not work with others."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement

SUPPLY = (
    'DISTRIBUTION AGREEMENT\nThis Agreement is made between Oak Lamps, Inc. ("Company") and Birch '
    'Sales, LLC ("Distributor").\n1. Company sells lamps.\n2. {}\n'
)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("Provider shall not contract with any other health plan.", "any other health plan"),
        ("Provider may not participate in the network of another payor.", "another payor"),
        ("Provider agrees that it will not join any competing network.", "competing network"),
        ("Provider shall provide its services exclusively to Plan.", "exclusively"),
        (
            (
                "During the term, Provider shall not, directly or indirectly, own or operate any "
                "business that competes with Plan."
            ),
            "competes with Plan",
        ),
        ("Provider will not compete with Plan for two years after termination.", "compete"),
        ("Plan shall be the sole payor with which Provider contracts.", "sole payor"),
        (
            "Provider is prohibited from accepting patients of another managed care organization.",
            "another managed care",
        ),
        ("Provider shall limit its practice to Members.", "limit its practice"),
        (
            "Provider shall treat Members and shall not accept patients of other plans.",
            "other plans",
        ),
        (
            "Provider treats Plan as its exclusive managed care contractor.",
            "exclusive managed care",
        ),
    ],
)
def test_a_bar_on_work_for_others_is_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("exclusivity", agreement(clause))
    assert finding.severity is Severity.HIGH
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "This Agreement is not exclusive. Either party may contract with others.",
        "Nothing in this Agreement shall prevent Provider from contracting with any other plan.",
        "None of the provisions of this Agreement bars Provider from joining another network.",
        "Provider shall not be prohibited from participating in any other health plan.",
        "This is a non-exclusive agreement, and Provider may join any other network.",
        "Provider shall not refer Members to any other network's facility.",
        "Certain services may be provided exclusively by designated providers.",
        "Neither party shall contract with a competing business of the other.",
        "Plan shall not contract with any competing group in Lane County.",
        "Provider shall not solicit Members to enroll in any other health plan.",
        "Provider shall not disclose confidential information to any other health plan.",
        "Provider shall not bill any other payor for Covered Services.",
        "Provider shall not subcontract with another business without notice.",
        "This Agreement is not exclusive, and Provider shall not join a competing plan.",
        "Nothing in this Agreement means that Provider shall not join a competing network.",
        "Provider shall not provide confidential information to any competing network.",
    ],
)
def test_freedom_and_other_limits_are_not(look: Look, clause: str) -> None:
    assert look("exclusivity", agreement(clause)) == ()


def test_what_goes_on_after_the_end_is_said(look: Look) -> None:
    clause = "Provider shall not join any competing network for one year after termination."
    (finding,) = look("exclusivity", agreement(clause))
    assert "goes on after the contract" in finding.why


@pytest.mark.parametrize(
    "clause",
    [
        "Distributor shall not sell any products that are competitive with the lamps.",
        "The Distributor agrees not to represent competing manufacturers.",
        "Distributor shall handle no goods that compete with the lamps.",
    ],
)
def test_in_a_general_contract_the_weaker_sides_bar_is_found(look: Look, clause: str) -> None:
    (finding,) = look("exclusivity", SUPPLY.format(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Company shall not appoint any other distributor of competing products.",
        "Company grants Distributor the exclusive right to sell the lamps in Ohio.",
        "Neither party shall sell competing lamps.",
        "Birch shall not sell competing lamps.",
    ],
)
def test_the_other_sides_bar_and_an_unknown_one_are_not(look: Look, clause: str) -> None:
    assert look("exclusivity", SUPPLY.format(clause)) == ()


def test_a_bar_on_owning_any_other_company_of_the_kind_is_found(look: Look) -> None:
    clause = (
        "During the term Provider will not own any interest in any other company that offers "
        "telehealth visits to Plan's customers."
    )
    (finding,) = look("exclusivity", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert "any other company that offers" in finding.evidence.text


def test_a_bar_on_telling_any_other_person_is_none(look: Look) -> None:
    clause = "Provider shall not show confidential records to any other person that provides care."
    assert look("exclusivity", agreement(clause)) == ()
