"""Words with capital letters, and which of them look like terms."""

import pytest

from fairterms.document import capitals

SMALL = capitals.vocabulary("the star standards of a program and its access to shared work")


def test_runs_are_words_with_capitals_that_stand_together() -> None:
    text = "Group shall meet the Program Standards in every Benefit Plan."
    assert [run.words for run in capitals.runs(text)] == [
        "Group",
        "Program Standards",
        "Benefit Plan",
    ]


@pytest.mark.parametrize(
    ("text", "is_inside"),
    [
        ("Group shall meet the Access Goal.", True),
        ("within ten (10) Business Days", True),
        ('called the "Access Goal"', True),
        ("Access Goal is set yearly.", False),
        ("It ends. Access Goal is set yearly.", False),
        ("4.2 Access Goal. It is set yearly.", False),
        ("as follows: Access Goal", False),
    ],
)
def test_only_within_a_sentence_a_capital_means_something(text: str, is_inside: bool) -> None:
    run = list(capitals.runs(text))[-1 if is_inside else 0]
    last = [one for one in capitals.runs(text) if one.words in ("Access Goal", "Business Days")]
    assert (last or [run])[0].is_inside is is_inside


@pytest.mark.parametrize("text", ["as Table B-1 says", "under Measure 5", "by Fern Street, Inc."])
def test_numbered_parts_and_companies_are_told_from_terms(text: str) -> None:
    assert next(iter(capitals.runs(text))).is_numbered


@pytest.mark.parametrize("text", ["the Access Goal (as defined below)", 'the Access Data ("AD")'])
def test_words_that_are_told_right_there(text: str) -> None:
    assert next(iter(capitals.runs(text))).is_told


@pytest.mark.parametrize(
    "words", ["Program Standards", "Shared Savings", "Star Rating", "Claim", "Performance Bonus"]
)
def test_words_of_contracts_and_of_the_text_itself_look_like_terms(words: str) -> None:
    assert capitals.looks_like_term(words, SMALL)


@pytest.mark.parametrize(
    "words",
    [
        "Lane County",
        "Federal Trade Commission",
        "Fern Juniper",
        "March",
        "Affordable Care Act",
        "Medical Director",
        "Closing The",
        "Provider Agreement",
        "Effective Date",
        "One Hundred",
        "Fern",
    ],
)
def test_names_places_laws_titles_and_parts_do_not(words: str) -> None:
    assert not capitals.looks_like_term(words, SMALL)


def test_the_forms_of_a_term_have_one_key() -> None:
    forms = ("Program Policy", "Program Policies", "program policy", "Program Policy's")
    assert {capitals.key(form) for form in forms} == {"program policy"}
    assert capitals.key("Rate(s)") == capitals.key("Rates") == "rate"
    assert capitals.key("Business") == "business"


def test_long_nonsense_is_read_in_no_time() -> None:
    text = "Aa " * 3_000 + "A" * 3_000 + " of" * 1_000
    assert len(list(capitals.runs(text))) > 0
