"""Documents brought in from outside."""

from tests.review.conftest import OPENING, Read


def test_each_kind_is_listed_once_with_all_its_places(read_all: Read) -> None:
    text = OPENING + (
        "Provider shall comply with the Provider Manual. "
        "Plan pays in accordance with the provider manual. "
        "Provider shall adhere to the policies and procedures."
    )
    found = read_all(text).outside
    assert [(document.name, len(document.mentions)) for document in found] == [
        ("provider manual", 2),
        ("policies and procedures", 1),
    ]


def test_protocols_with_a_capital_letter_are_a_document(read_all: Read) -> None:
    bound = read_all(OPENING + "Provider shall be bound by the Protocols of Plan.").outside
    assert [document.name for document in bound] == ["protocols"]
    assert not read_all(OPENING + "Provider is bound by treatment protocols.").outside


def test_what_makes_a_document_part_of_the_agreement_weighs_most(read_all: Read) -> None:
    text = OPENING + (
        "Provider shall comply with the Provider Manual. "
        "The provider manual is incorporated by reference. "
        "The provider manual is part of this Agreement."
    )
    (manual,) = read_all(text).outside
    assert [mention.strength for mention in manual.mentions] == [2, 1, 0]


def test_an_agreement_that_speaks_of_a_manual_is_not_the_manual(read_all: Read) -> None:
    text = "AGREEMENT ON THE PROVIDER MANUAL\nProvider shall comply with the Provider Manual."
    (manual,) = read_all(text).outside
    assert not manual.is_supplied


def test_a_manual_given_along_is_supplied(read_all: Read) -> None:
    text = OPENING + "Provider shall comply with the Provider Manual."
    (manual,) = read_all(text, provider_manual_2027="Rules and such.").outside
    assert manual.is_supplied


def test_an_exhibit_that_is_named_and_nowhere_is_missing(read_all: Read) -> None:
    text = OPENING + "1. Pay. As Exhibit B and Exhibit K say.\nEXHIBIT B\nRates. One."
    (exhibit,) = read_all(text).outside
    assert (exhibit.name, exhibit.called, exhibit.is_supplied) == ("Exhibit K", "Exhibit K", False)
    assert read_all(text, exhibit_k="The model.").outside == ()


def test_the_appendix_of_a_law_is_no_exhibit(read_all: Read) -> None:
    assert read_all(OPENING + "See Appendix A to Part 433 of that title.").outside == ()


def test_a_document_with_a_name_of_its_own_is_called_by_it(read_all: Read) -> None:
    text = OPENING + (
        '"Practice Handbook" means the policies and procedures of Plan. '
        "Provider shall comply with the Practice Handbook. "
        "Provider shall adhere to the policies and procedures."
    )
    (found,) = read_all(text).outside
    assert (found.name, found.called) == ("Practice Handbook", "the Practice Handbook")
    assert len(found.mentions) == 2


def test_a_fee_schedule_keeps_its_whole_name(read_all: Read) -> None:
    (found,) = read_all(OPENING + "Fees follow the Market Master Fee Schedule A.").outside
    assert (found.name, found.called) == ("Market Master Fee Schedule A",) * 2


def test_what_becomes_part_of_the_agreement_comes_first(read_all: Read) -> None:
    text = OPENING + (
        "Provider shall comply with the Provider Manual. "
        "The program description is part of this Agreement."
    )
    assert [one.name for one in read_all(text).outside] == [
        "program description",
        "provider manual",
    ]


def test_the_number_of_a_public_filing_is_no_exhibit(read_all: Read) -> None:
    assert read_all(OPENING + "Filed as Exhibit 10.2 of the report. It is long.").outside == ()


def test_a_document_with_a_name_of_its_own_may_be_supplied(read_all: Read) -> None:
    text = (
        OPENING + '"Care Guide" means the rules of Plan. Provider shall comply with the Care Guide.'
    )
    (missing,) = read_all(text).outside
    assert not missing.is_supplied
    (guide,) = read_all(text, care_guide_2027="Rules and such.").outside
    assert guide.is_supplied
