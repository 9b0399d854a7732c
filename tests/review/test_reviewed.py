"""A bare agreement, reviewed without terms."""

from fairterms.review.features import Features
from fairterms.review.reviewed import look_at
from tests.review.conftest import OPENING, Read

SHARED = (
    "1. Savings. Plan shall pay Provider shared savings each year. The shared savings are fifty "
    "percent of the amount below the benchmark. Provider shall repay half of shared losses. "
    "The incentive payment is made by June. "
)


def test_what_kind_of_deal_it_is_is_read_from_the_text(read_all: Read) -> None:
    documents = read_all(OPENING + SHARED).documents
    known = look_at(documents).reading.features
    assert known == Features(has_target=True, has_downside=True, has_incentive=True)
    plain = read_all(OPENING + "1. Pay. Plan shall pay claims within thirty days.").documents
    assert look_at(plain).reading.features == Features()


def test_a_lease_is_no_deal_by_results(read_all: Read) -> None:
    lease = "This Lease is between Ash Homes LLC and the Tenant. " + SHARED.replace("Plan", "Ash")
    documents = read_all(lease.replace("Provider", "Tenant")).documents
    assert look_at(documents).reading.features == Features()


def test_missing_documents_are_named_as_in_a_sentence(read_all: Read) -> None:
    text = OPENING + "1. Manual. Provider shall comply with the Provider Manual and Exhibit K."
    missing = look_at(read_all(text).documents).missing
    assert "the provider manual" in [one.lower() for one in missing]
    assert "Exhibit K" in missing
