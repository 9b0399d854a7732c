"""Codes are alike however their list or their point is written."""

import pytest

from fairterms.reference.clinical.code import Code, coded, share
from fairterms.reference.clinical.facts import Procedure


@pytest.mark.parametrize(
    "address",
    [
        "http://www.nlm.nih.gov/research/umls/hcpcs",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    ],
)
def test_the_three_addresses_of_hcpcs_are_one_list(address: str) -> None:
    assert Code(address, "G0444") == Code("hcpcs", "G0444")


def test_the_point_and_the_letters_of_an_icd_code_make_no_difference() -> None:
    assert len({Code("icd-10-cm", "F32.1"), Code("icd10", "f321"), Code("ICD-10-CM", "F321")}) == 1


def test_the_same_code_of_another_list_is_another_code() -> None:
    assert Code("loinc", "1") != Code("snomed-ct", "1")
    assert Code("loinc", "71.1") != Code("loinc", "711")


def test_facts_are_found_by_any_of_their_codes() -> None:
    one, two = Code("made-up", "1"), Code("made-up", "2")
    facts = (Procedure("a", (one, two)), Procedure("b", (two,)), Procedure("c"))
    assert [fact.id for fact in coded(facts, frozenset({one}))] == ["a"]
    assert [fact.id for fact in coded(facts, frozenset({two}))] == ["a", "b"]
    assert not share((), frozenset({one}))
