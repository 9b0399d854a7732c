"""Whom a clause binds."""

import pytest

from fairterms.review import bound
from fairterms.review.parties import Side
from tests.review.conftest import Read, agreement

SUPPLY = (
    'SUPPLY AGREEMENT\nThis Agreement is made between Oak Lamps, Inc. ("Company") and Birch Wire, '
    'LLC ("Vendor").\n1. Vendor sells wire.\n'
)


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Vendor shall deliver.", Side.GROUP),
        ("VENDOR shall deliver.", Side.GROUP),
        ("Franchisee shall deliver.", Side.GROUP),
        ("Company shall pay.", Side.PLAN),
        ("Customer shall pay.", Side.PLAN),
        ("Birch shall deliver.", Side.OTHER),
        ("Either party shall deliver.", Side.BOTH),
        ("After the end you shall deliver.", Side.GROUP),
    ],
)
def test_in_a_general_contract_the_weaker_role_is_ours(
    read_all: Read, text: str, side: Side
) -> None:
    assert bound.subject(read_all(SUPPLY), text, text.index("shall")) is side


def test_in_an_agreement_with_a_plan_a_vendor_is_not_ours(read_all: Read) -> None:
    reading = read_all(agreement())
    assert not bound.is_ours(reading, "Vendor shall deliver.", 7)
    assert bound.is_ours(reading, "Provider shall deliver.", 9)


def test_a_verb_without_its_subject_is_taken_for_the_plans(read_all: Read) -> None:
    reading = read_all(agreement())
    assert bound.is_theirs(reading, "Plan shall pay.", 5)
    assert bound.is_theirs(reading, "In such a case, shall pay.", 16)
    assert not bound.is_theirs(reading, "Provider shall pay.", 9)


def test_an_agreement_with_a_payer_names_one_and_its_members(read_all: Read) -> None:
    assert bound.is_with_payer(read_all(agreement()))
    assert not bound.is_with_payer(read_all(SUPPLY))
