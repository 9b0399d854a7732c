"""Other agreements of the same parties."""

import pytest

from fairterms.review import other_agreements
from tests.review.conftest import Read, agreement

MEANS = '"Base Agreement" means the Provider Base Agreement between the parties dated May 2, 2024.'
USES = "Fees are paid under the Base Agreement."


@pytest.mark.parametrize(
    "sentence",
    [
        MEANS,
        (
            "Fees follow that certain Provider Service Agreement between the parties dated May 2 "
            '(the "Base Agreement").'
        ),
        (
            '"Base Agreement" refers to the Provider Agreement by and between Plan and Group, '
            "effective May 2, 2024."
        ),
    ],
)
def test_another_agreement_of_the_parties_is_found(read_all: Read, sentence: str) -> None:
    assert other_agreements.find(read_all(agreement(sentence)).passages) == ("Base Agreement",)


@pytest.mark.parametrize(
    "sentence",
    [
        'This Fern Agreement between the parties dated May 2 (the "Agreement") takes effect today.',
        '"Government Contract" means the contract between Plan and the State.',
        '"Loan Agreement" means an agreement with a bank.',
        'The Old Agreement between the parties dated May 2 (the "Old Agreement") is superseded.',
    ],
)
def test_other_contracts_are_not(read_all: Read, sentence: str) -> None:
    assert other_agreements.find(read_all(agreement(sentence)).passages) == ()


def test_it_counts_as_an_outside_document_quoted_where_it_is_defined(read_all: Read) -> None:
    outside = {one.name: one for one in read_all(agreement(USES, MEANS)).outside}
    found = outside["Base Agreement"]
    assert not found.is_supplied
    assert found.mentions[0].passage.text.endswith(MEANS)
    assert len(found.mentions) == 2


def test_a_copy_given_along_supplies_it(read_all: Read) -> None:
    reading = read_all(agreement(USES, MEANS), base="PROVIDER BASE AGREEMENT\nFees are due.\n")
    assert {one.name: one.is_supplied for one in reading.outside}["Base Agreement"]


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        (
            "Risk is scored as described in the technical guide dated May 4, 2026.",
            "technical guide",
        ),
        (
            "The practices that the parties have listed in a letter of even date count.",
            "side letter",
        ),
    ],
)
def test_guides_and_letters_are_outside_documents_too(
    read_all: Read, clause: str, name: str
) -> None:
    assert name in {one.name for one in read_all(agreement(clause)).outside}
