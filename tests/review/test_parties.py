"""What an agreement calls its parties, and who a verb's subject is."""

import pytest

from fairterms.review import parties
from fairterms.review.parties import Side
from tests.review.conftest import OPENING, Read


@pytest.mark.parametrize(
    ("before", "verb", "side"),
    [
        ("Plan ", "may amend", Side.PLAN),
        ("The Health Plan, upon notice, ", "may amend", Side.PLAN),
        ("Plan's medical director ", "may decide", Side.PLAN),
        ("Plan or its designees ", "may amend", Side.PLAN),
        ('Fernhill Inc. and its affiliates (the "Plan") ', "may amend", Side.PLAN),
        ("Provider agrees that Plan ", "may amend", Side.PLAN),
        ("Provider ", "shall pay", Side.GROUP),
        ("Provider and its staff ", "shall pay", Side.GROUP),
        ("If Plan objects, Provider ", "may leave", Side.GROUP),
        ("Either party ", "may leave", Side.BOTH),
        ("Neither of the parties ", "may leave", Side.BOTH),
        ("Plan and Provider ", "shall meet", Side.BOTH),
        ("Provider and the Plan ", "shall meet", Side.BOTH),
        ("Except as provided in this Agreement, ", "retains the right", Side.UNNAMED),
        ("", "will modify", Side.UNNAMED),
        ("9.1 ", "may amend", Side.UNNAMED),
        ("Provider acknowledges that ", "may discontinue", Side.UNNAMED),
        ("The State ", "may amend", Side.OTHER),
        ("The Health Benefit Plan ", "may exclude", Side.OTHER),
        ("The committee that Provider once named ", "may end", Side.OTHER),
    ],
)
def test_the_subject_of_a_verb_is_told(read_all: Read, before: str, verb: str, side: Side) -> None:
    named = read_all(OPENING).parties
    assert named.subject(f"{before}{verb} it.", len(before)) is side


@pytest.mark.parametrize(
    ("opening", "plan", "group"),
    [
        ('between Cedar, Inc. ("Cedar") and Fern Street Psychology ("Fern")', "Cedar", "Fern"),
        ('by and among Elm Health Plan ("EHP") and Oak Counseling ("Oak")', "EHP", "Oak"),
        (
            'between Ash Corp. (hereinafter "Ash") and the undersigned ("Provider")',
            "Ash",
            "Provider",
        ),
    ],
)
def test_names_defined_in_the_opening_are_known(
    read_all: Read, opening: str, plan: str, group: str
) -> None:
    reading = read_all(f"AGREEMENT\nThis Agreement is {opening}, effective today.\n1. Pay. None.")
    found = parties.find(reading.documents)
    assert found.names_plan(plan)
    assert not found.names_group(plan)
    assert found.names_group(group)
    assert not found.names_plan(group)


def test_what_else_is_defined_is_no_party(read_all: Read) -> None:
    reading = read_all('This agreement (the "Agreement") starts on 1 May (the "Effective Date").')
    found = parties.find(reading.documents)
    assert not found.names_plan("Agreement and Effective Date")


MASKED_PLAN = (
    "AGREEMENT\nThis Agreement is entered into by and between [masked] Ohio, Inc. (in this "
    'Agreement " [masked] and the undersigned Provider (hereinafter "Provider").\n'
)
MASKED_GROUP = (
    'AGREEMENT\nThis Agreement is between Cedar Health Plan, Inc. ("Plan") and [masked] of '
    "Fern Street.\n"
)


@pytest.mark.parametrize(
    ("before", "verb", "side"),
    [
        ("Except as provided in this Agreement, [masked] ", "retains the right", Side.PLAN),
        ("In no event shall [masked] or its Affiliates ", "be liable", Side.PLAN),
        ("[masked]'s medical director ", "may decide", Side.PLAN),
        ("[masked] Ohio, Inc. ", "may amend", Side.PLAN),
        ("Provider and [masked] ", "shall meet", Side.BOTH),
        ("[masked] and Provider ", "shall meet", Side.BOTH),
        ("Upon notice to [masked], Provider ", "may leave", Side.GROUP),
    ],
)
def test_a_masked_name_is_the_side_left_nameless(
    read_all: Read, before: str, verb: str, side: Side
) -> None:
    named = read_all(MASKED_PLAN).parties
    assert named.subject(f"{before}{verb} it.", len(before)) is side


def test_a_masked_name_is_the_group_where_only_the_plan_is_named(read_all: Read) -> None:
    named = read_all(MASKED_GROUP).parties
    assert named.subject("[masked] shall pay.", len("[masked] ")) is Side.GROUP


def test_a_masked_name_belongs_to_the_side_whose_full_name_it_is(read_all: Read) -> None:
    opening = 'This Agreement is between [masked] Health, Inc. ("Plan") and Fern Group ("Provider")'
    named = read_all(f"AGREEMENT\n{opening}.\n1. Pay. None.").parties
    assert named.subject("[masked] may amend.", len("[masked] ")) is Side.PLAN


def test_a_masked_name_is_no_one_where_both_sides_could_be_meant(read_all: Read) -> None:
    named = read_all('Between Cedar Plan ("Plan") and Fern Group ("Provider") today.').parties
    assert named.subject("[masked] may amend.", len("[masked] ")) is Side.UNNAMED


TERMS = (
    "TERMS OF SERVICE\nBy using Larkspur you agree to these terms between you and Larkspur. We "
    "may change them. Your account is yours.\nLarkspur may end it. Larkspur will tell you. "
    "Larkspur reserves all rights.\n"
)


@pytest.mark.parametrize(
    ("before", "verb", "side"),
    [
        ("We ", "may amend", Side.PLAN),
        ("You agree that we ", "may amend", Side.PLAN),
        ("Our affiliates ", "may amend", Side.PLAN),
        ("If you object, Larkspur ", "may amend", Side.PLAN),
        ("At our discretion, you ", "may leave", Side.GROUP),
        ("Users ", "shall pay", Side.GROUP),
        ("You and we ", "agree", Side.BOTH),
        ("Maple ", "may amend", Side.OTHER),
    ],
)
def test_we_and_you_are_the_sides_of_consumer_terms(
    read_all: Read, before: str, verb: str, side: Side
) -> None:
    named = read_all(TERMS).parties
    assert named.subject(f"{before}{verb} it.", len(before)) is side


def test_our_is_no_one_in_an_agreement_between_named_parties(read_all: Read) -> None:
    named = read_all(OPENING + "1. Forms. The poster says: we will help you.").parties
    assert not named.names_plan("we and our staff")
    assert not named.names_group("you and your family")


def test_names_in_an_agreement_about_something_else_stay_unknown(read_all: Read) -> None:
    named = read_all('Lease between Ash Corp. ("Ash") and Oak Ltd. ("Oak"), today.').parties
    assert named.subject("Ash may end it.", 4) is Side.OTHER
    assert named.subject("Oak may end it.", 4) is Side.OTHER


@pytest.mark.parametrize(
    "opening",
    [
        'between Larch Telehealth Clinics, LLC ("Larch") and ______ ("Provider")',
        'by and between Elm IPA, Inc. ("IPA") and Dr. Ash ("Physician")',
    ],
)
def test_a_network_of_clinics_is_the_plan_of_those_who_join_it(
    read_all: Read, opening: str
) -> None:
    named = read_all(f"AGREEMENT\nThis Agreement is {opening}.\n1. Pay. None.").parties
    plan = "Larch" if "Larch" in opening else "IPA"
    assert named.subject(f"{plan} may amend it.", len(plan) + 1) is Side.PLAN
    assert not named.names_group(plan)


def test_an_ipa_stays_the_group_of_a_health_plan(read_all: Read) -> None:
    opening = 'between Cedar HMO, Inc. ("HMO") and Elm IPA, Inc. ("IPA")'
    named = read_all(f"AGREEMENT\nThis Agreement is {opening}.\n1. Pay. None.").parties
    assert named.subject("IPA may end it.", 4) is Side.GROUP


def test_an_amendment_is_no_party(read_all: Read) -> None:
    opening = (
        'This amendment (the "Amendment") is between Cedar Plan ("Plan") and Fern ("Provider")'
    )
    assert not read_all(opening).parties.names_group("Amendment")


def test_an_insurer_and_a_practice_in_plain_words_are_sides(read_all: Read) -> None:
    named = read_all("The health insurer may change it. Medical practice agrees.").parties
    assert named.subject("The health insurer may", len("The health insurer ")) is Side.PLAN
    assert named.subject("Medical practice agrees", len("Medical practice ")) is Side.GROUP
    assert not named.names_group("standards of medical practice")
