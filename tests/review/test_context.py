"""What a check may look at."""

import pytest

from fairterms.review.features import Features
from tests.review.conftest import OPENING, Read


def test_gaps_name_pages_and_documents(read_all: Read) -> None:
    text = OPENING + "Provider shall comply with the Provider Manual."
    features = Features(missing_documents=("the 2027 rates",))
    assert read_all(text, features=features, unread=1).gaps == (
        "agreement.txt: page 1 could not be read",
        "not supplied: provider manual, the 2027 rates",
    )


def test_without_gaps_there_are_none(read_all: Read) -> None:
    assert read_all(OPENING).gaps == ()


def test_pages_with_text_are_counted_over_all_documents(read_all: Read) -> None:
    assert read_all(OPENING + "\fone\f \ftwo", rates="three").pages_read == 4


def test_a_section_is_of_one_document(read_all: Read) -> None:
    reading = read_all("1. Pay. Plan pays. It is so.\n2. End. No.", other="1. Pay. Never.")
    passage = reading.passages[0]
    assert [p.text for p in reading.same_section(passage)] == ["Plan pays.", "It is so."]


def test_a_document_named_twice_is_one_gap(read_all: Read) -> None:
    text = OPENING + (
        '"Provider Manual" means the rules of Plan. Provider shall comply with the Provider Manual.'
    )
    features = Features(missing_documents=("the Provider Manual", "provider manual"))
    (gap,) = read_all(text, features=features).gaps
    assert gap.lower().count("manual") == 1


def test_an_agreement_about_care_for_members_is_told_from_a_lease(read_all: Read) -> None:
    assert read_all(OPENING).is_provider_agreement
    care = "A Member may see any provider. Patients receive covered services. " * 3
    assert read_all(care).is_provider_agreement
    assert not read_all("A Member may see any provider. The rent is due.").is_provider_agreement
    lease = "This Lease is between Ash Homes LLC and the Tenant. Tenant pays rent monthly."
    assert not read_all(lease).is_provider_agreement


def test_a_fragment_of_an_agreement_is_a_gap(read_all: Read) -> None:
    (gap,) = read_all("Provider may appeal within thirty days.").gaps
    assert gap == "what was supplied may be only a part of the agreement"


def test_an_attachment_alone_is_only_a_part(read_all: Read) -> None:
    text = "PARTICIPATION ATTACHMENT TO THE PROVIDER AGREEMENT\nThis is made between Plan and Ash."
    assert "only a part" in read_all(text).gaps[0]


def test_words_left_out_are_a_gap(read_all: Read) -> None:
    (gap,) = read_all(OPENING + "1. Pay. Plan shall pay ... within thirty days.").gaps
    assert "left out" in gap


@pytest.mark.parametrize(
    "clause",
    [
        (
            "No Member owes more than an agreement between Provider and the Member that was "
            "entered "
            "into before says."
        ),
        "Payment shall be made directly by the parent. No payment is made by Provider.",
        "Provider hereby agrees to treat Members as it was agreed (A) before and (B) now.",
    ],
)
def test_a_clause_that_only_speaks_of_agreements_is_no_whole_one(
    read_all: Read, clause: str
) -> None:
    reading = read_all(clause)
    assert reading.cut == "what was supplied may be only a part of the agreement"
    assert reading.gaps[0] == reading.cut


@pytest.mark.parametrize(
    "opening",
    [
        "This Agreement is entered into by and between Plan and Provider.",
        "This Lease is made this 3rd day of May by Ash Homes and the tenant.",
        "This contract was entered into as of 1 May between Ash and Elm.",
        "Ash and Elm agree as follows.",
    ],
)
def test_an_opening_of_an_agreement_is_a_whole_one(read_all: Read, opening: str) -> None:
    assert read_all(opening).cut == ""


def test_an_amendment_of_any_name_is_only_a_part(read_all: Read) -> None:
    text = (
        "NOTICE AMENDMENT\nThis Notice Amendment is made a part of the agreement between Cedar "
        "Plan "
        '("Plan") and Fern ("Provider").'
    )
    assert "only a part" in read_all(text).cut


def test_an_agreement_that_speaks_of_its_amendments_is_whole(read_all: Read) -> None:
    text = "This Agreement and each amendment of it are between Plan and Provider."
    assert read_all(text).cut == ""
