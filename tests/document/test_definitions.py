"""The terms that an agreement defines, and where it uses them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fairterms.document import definitions
from fairterms.document.defining import How
from fairterms.document.definitions import Terms
from fairterms.document.document import Document
from fairterms.document.reader import read

Find = Callable[..., Terms]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Find the terms of texts, given as documents in order."""

    def find_in(*texts: str) -> Terms:
        documents: list[Document] = []
        for number, text in enumerate(texts):
            path = tmp_path / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            documents.append(read(path))
        return definitions.find(documents)

    return find_in


@pytest.mark.parametrize(
    ("text", "term", "how"),
    [
        ('1.1 "Access Goal" means ten days.', "Access Goal", How.MEANS),
        ('"Access Goal" or "Goal" shall mean ten days.', "Goal", How.MEANS),
        ('"Access Goal" ("AG") means ten days.', "Access Goal", How.MEANS),
        ('"Access Goals," for a month, are the goals of Exhibit B.', "Access Goals", How.MEANS),
        ("Access Goal means ten days.", "Access Goal", How.MEANS),
        ('Ten days (the "Access Goal") are enough.', "Access Goal", How.BRACKETS),
        ("Ten days (hereinafter the Access Goal) are enough.", "Access Goal", How.BRACKETS),
        ("Ten days (the Access Goal) are enough.", "Access Goal", How.BRACKETS),
        ("Access Goal: The number of days to a first visit.", "Access Goal", How.LINE),
        ("The Access Goal is the number of days to a first visit.", "Access Goal", How.LINE),
        ('A month in ten days is an "Access Goal" here.', "Access Goal", How.QUOTED),
        (
            '"Access Goal" shall have the meaning set forth in Section 4.',
            "Access Goal",
            How.ELSEWHERE,
        ),
    ],
)
def test_a_term_is_defined_in_many_ways(find: Find, text: str, term: str, how: How) -> None:
    found = {one.term: one.how for one in find(text).definitions}
    assert found[term] is how


def test_the_terms_of_an_article_on_definitions_may_be_its_headings(find: Find) -> None:
    terms = find(
        "ARTICLE 1 - DEFINITIONS\n1.1 Access Goal. Ten days to a first visit.\n"
        "1.2 Access Fee. Three dollars a month.\nARTICLE 2 - DUTIES\n2.1 Care. Group gives care.\n"
    )
    assert {"access goal", "access fee"} <= terms.by_key.keys()


def test_a_definition_keeps_its_place(find: Find) -> None:
    text = 'This is between us.\n"Access Goal" means ten days.\n'
    (one,) = find(text).definitions
    assert text[one.span.start : one.span.end] == '"Access Goal" means ten days.'
    assert (one.document, one.words) == ("0.txt", "ten days.")


def test_every_use_of_a_defined_term_is_found_in_any_form(find: Find) -> None:
    text = '"Access Goal" means ten days. Group shall meet the Access Goals. Access Goal\'s end.'
    terms = find(text)
    uses = terms.defined_uses["access goal"]
    assert [text[use.span.start : use.span.end] for use in uses] == [
        "Access Goal",
        "Access Goals",
        "Access Goal",
    ]
    assert terms.undefined == {}


def test_words_used_as_a_term_and_not_defined_are_found(find: Find) -> None:
    text = "Group shall meet the Access Standards. Fees follow the Access Standards."
    (uses,) = find(text).undefined.values()
    assert [text[use.span.start : use.span.end] for use in uses] == ["Access Standards"] * 2


def test_a_defined_word_with_an_undefined_one_after_it_is_undefined(find: Find) -> None:
    text = '"Program" means the plan of Exhibit B. Group shall meet the Program Standards.'
    assert list(find(text).undefined) == ["program standard"]


def test_a_defined_word_with_a_word_before_it_is_defined(find: Find) -> None:
    text = '"Member" means a person. "Covered Services" means care. Give Medicaid Covered Services.'
    assert find(text + " Group shall treat each Adult Member.").undefined == {}


def test_a_definition_in_an_attachment_counts_for_the_agreement(find: Find) -> None:
    agreement = "Group shall meet the Access Standards."
    attachment = '"Access Standards" means ten days to a first visit.'
    assert find(agreement).undefined
    assert find(agreement, attachment).undefined == {}


@pytest.mark.parametrize(
    "text",
    [
        "Group shall obey the Affordable Care Act and the Department of Human Services.",
        "Group shall write to Fern Street Counseling, Inc. in Lane County by March.",
        "Group shall follow Section 4 and Exhibit B and Table C-1 of this Agreement.",
        "Group shall ask the Medical Director or the Chief Executive Officer.",
        "4.1 Access Standards\nGroup shall meet the Access Standards.",
        "Group shall meet the Access Standards (as defined in Exhibit B).",
        (
            "Member may be used interchangeably with the terms Insured, Covered Person and "
            "Enrollee. Group shall treat a Covered Person."
        ),
        "Group shall use the Access Reporting Tool (ART).",
    ],
)
def test_names_laws_titles_headings_and_told_words_are_no_terms(find: Find, text: str) -> None:
    assert find(text).undefined == {}


def test_a_row_of_a_table_is_no_use(find: Find) -> None:
    assert find("Access Goal Minimum Level Goal Level Weight\n").undefined == {}


def test_a_term_that_nothing_uses_is_unused(find: Find) -> None:
    text = '"Access Goal" means ten days. "Access Fee" means $3. Plan shall pay the Access Fee.'
    assert [one.term for one in find(text).unused] == ["Access Goal"]


def test_definitions_that_rest_on_themselves_or_each_other_are_circular(find: Find) -> None:
    itself = find('"Access Goal" means the Access Goal that Plan publishes.')
    assert [[one.term for one in each] for each in itself.circular] == [["Access Goal"]]
    pair = find('"Access Goal" means the Access Level. "Access Level" means the Access Goal.')
    assert [{one.term for one in each} for each in pair.circular] == [
        {"Access Goal", "Access Level"}
    ]


def test_a_definition_that_only_mentions_another_term_is_not_circular(find: Find) -> None:
    text = (
        '"Member" means a person who has a Benefit Plan. "Benefit Plan" means a product in which '
        "a Member is enrolled."
    )
    assert find(text).circular == ()


@pytest.mark.parametrize(
    ("there", "is_outside"),
    [
        ("the Provider Manual", True),
        ("the policies posted on its website", True),
        ("Section 4 of this Agreement", False),
        ("Exhibit B", False),
        ("the Social Security Act", False),
    ],
)
def test_a_meaning_in_a_manual_is_outside(find: Find, there: str, is_outside: bool) -> None:
    terms = find(f'"Access Goal" has the meaning set forth in {there}.')
    assert bool(terms.outside) is is_outside


def test_a_meaning_in_a_manual_and_in_the_agreement_is_inside(find: Find) -> None:
    text = '"Access Goal" has the meaning given in the manual. "Access Goal" means ten days.'
    assert find(text).outside == ()


def test_long_nonsense_is_read_in_no_time(find: Find) -> None:
    assert isinstance(find('"' + "Aa (" * 2_000 + " means" * 300), Terms)
