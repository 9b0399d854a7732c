"""What an agreement itself calls the documents that it brings in from outside."""

import re

import pytest

from fairterms.review import own_names
from tests.review.conftest import OPENING, Read

KINDS = (
    ("manual", re.compile(r"(?i:provider manual)")),
    ("policies", re.compile(r"(?i:policies)")),
)


@pytest.mark.parametrize(
    ("text", "name", "covers"),
    [
        (
            '"Provider Manual" means the book of policies.',
            "Provider Manual",
            ("manual", "policies"),
        ),
        ('The "Office Guide" is the provider manual of Plan.', "Office Guide", ("manual",)),
        (
            'Provider obeys the provider manual and all policies (together, the "Procedures").',
            "Procedures",
            ("policies",),
        ),
        ('"Plan Guidelines" means rules.', "Plan Guidelines", ()),
    ],
)
def test_a_definition_gives_a_name_and_says_what_it_covers(
    read_all: Read, text: str, name: str, covers: tuple[str, ...]
) -> None:
    (found,) = own_names.find(read_all(OPENING + text).passages, KINDS)
    assert (found.name, found.covers) == (name, covers)


def test_a_kind_belongs_to_the_document_whose_name_says_it(read_all: Read) -> None:
    text = '"Provider Manual" means a book of policies. "Care Policies" means others.'
    found = own_names.find(read_all(OPENING + text).passages, KINDS)
    assert {one.name: one.covers for one in found} == {
        "Provider Manual": ("manual",),
        "Care Policies": ("policies",),
    }


@pytest.mark.parametrize(
    "text",
    [
        '"Member" means a person whom the provider manual describes.',
        "The provider manual means much to us.",
        '"Policy" means a policy of insurance.',
    ],
)
def test_other_definitions_name_no_document(read_all: Read, text: str) -> None:
    assert own_names.find(read_all(OPENING + text).passages, KINDS) == ()


def test_one_word_alone_is_found_only_with_its_capital_letter() -> None:
    assert re.search(own_names.OwnName("Policies", ()).pattern, "all policies") is None
    assert re.search(own_names.OwnName("Care Policies", ()).pattern, "the care policies")
