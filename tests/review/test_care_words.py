"""Whether a text is about care that a plan pays for."""

import pytest

from fairterms.review import care_words

CLAUSE = (
    "Provider shall bill each clean claim for Covered Services and shall charge no Member more "
    "than "
    "the copayment."
)


def test_one_clause_about_members_and_claims_is_enough() -> None:
    assert care_words.stand_thickly_in([CLAUSE])


def test_a_facility_gives_care_too() -> None:
    assert care_words.stand_thickly_in([CLAUSE.replace("Provider", "Facility")])


@pytest.mark.parametrize(
    "text",
    [
        "Tenant shall pay the rent. The members of the company that owns the house are its heirs.",
        "Supplier sells chairs to hospitals and to Members of the club. Buyer pays in thirty days.",
        "The payer of the price is Customer.",
        "",
    ],
)
def test_a_lease_or_a_sale_is_not(text: str) -> None:
    assert not care_words.stand_thickly_in([text])


def test_a_few_words_of_care_in_a_long_lease_are_thin() -> None:
    assert not care_words.stand_thickly_in([CLAUSE, "Tenant shall pay the rent monthly. " * 400])


def test_how_many_words_are_enough_may_be_asked_for() -> None:
    text = "Provider returns what was paid for a Member, or for what are Covered Services."
    assert not care_words.stand_thickly_in([text])
    assert care_words.stand_thickly_in([text], enough=2)
