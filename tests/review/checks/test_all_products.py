"""The plan may add networks and products, or the group must take all of them."""

import pytest

from fairterms.units.finding import QuoteEvidence, Severity
from tests.review.conftest import Look, agreement


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (
            (
                "Plan may identify Provider as a participating provider in additional networks "
                "designated from time to time."
            ),
            "additional networks",
        ),
        ("Plan may add new products in which Provider shall take part.", "new products"),
        ("Plan reserves the right to include Provider in any new network.", "new network"),
        (
            (
                "Provider shall participate in all networks and products of Plan, now existing or "
                "hereafter offered."
            ),
            "all networks",
        ),
        ("Provider agrees to accept Members of any and all benefit plans of Plan.", "any and all"),
        (
            (
                "As a condition of participating in one product, Provider must participate in "
                "every other product of Plan."
            ),
            "every other product",
        ),
        (
            (
                "Provider shall be a participating provider in any such network unless Plan tells "
                "it otherwise."
            ),
            "any such network",
        ),
        (
            "Plan may add or modify the benefit plans in which Provider participates.",
            "add or modify",
        ),
        ("Networks of Provider are designated by Plan from time to time.", "from time to time"),
        (
            "Participation in the Medicaid product is a condition of Provider's contract.",
            "condition",
        ),
        (
            "Provider shall accept Members of any benefit plan developed after this date.",
            "developed after",
        ),
    ],
)
def test_networks_that_are_added_or_all_are_found(look: Look, clause: str, words: str) -> None:
    (finding,) = look("all-products", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert words in finding.evidence.text


@pytest.mark.parametrize(
    "clause",
    [
        "Provider takes part only in the networks listed in Exhibit P.",
        "Plan may add Provider to a new network by an amendment signed by both parties.",
        "Provider may elect to participate in any of Plan's networks.",
        "Provider is not required to participate in all products of Plan.",
        "Plan may develop new products.",
        "Provider may add new lines of business.",
        "Provider shall comply with the policies of all networks in which it participates.",
        "Plan shall participate in all state programs.",
        "Provider shall participate in additional networks only with its written consent.",
        "Provider shall participate in quality management of all products.",
    ],
)
def test_choice_and_the_plans_own_affairs_are_not(look: Look, clause: str) -> None:
    assert look("all-products", agreement(clause)) == ()


def test_a_way_out_makes_it_less_severe(look: Look) -> None:
    clause = "Plan may add Provider to new networks unless Provider objects within thirty days."
    (finding,) = look("all-products", agreement(clause))
    assert finding.severity is Severity.MEDIUM
    assert "unless you say no" in finding.why


def test_a_lease_has_no_networks(look: Look) -> None:
    lease = (
        "LEASE\nThis Lease is made between Oak Hall, LLC and Birch Shop, LLC.\n1. Landlord may add "
        "new products to the shop's windows."
    )
    assert look("all-products", lease) == ()


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Plan reserves the right to introduce and to designate Provider's participation in "
            "plans "
            "and products during the term."
        ),
        "Provider shall participate in all value-based programs that Plan offers.",
    ],
)
def test_products_and_programs_that_the_plan_picks_are_found(look: Look, clause: str) -> None:
    (finding,) = look("all-products", agreement(clause))
    assert isinstance(finding.evidence, QuoteEvidence)
    assert clause[:20] in finding.evidence.text
