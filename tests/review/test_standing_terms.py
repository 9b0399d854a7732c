"""Terms posted for everyone."""

import pytest

from fairterms.review import amendments, standing_terms
from tests.review.conftest import Read, agreement

USE = "You may use the Service. Your account is yours. You keep your password."


def test_a_text_that_speaks_to_you_is_posted_terms(read_all: Read) -> None:
    assert standing_terms.is_standing(read_all(f"{USE}\n"))
    assert not standing_terms.is_standing(read_all(agreement()))


@pytest.mark.parametrize(
    "sentence",
    [
        "We may change these Terms at any time by posting them here.",
        "Fernweb reserves the right, in its sole discretion, to modify these Terms at any time.",
        "We can update, add to or remove features of the Service without notice.",
        "We may make changes to this Agreement from time to time.",
        "Fernweb may revise the prices of its subscriptions.",
        "Prices are subject to change without notice.",
        "The Terms may be amended by us at any time.",
        "We retain the right to discontinue any Service.",
        "You agree to these Terms as they may be amended from time to time.",
        "We are constantly changing and improving our Services.",
    ],
)
def test_a_right_to_change_what_was_agreed_is_found(read_all: Read, sentence: str) -> None:
    (right,) = amendments.one_sided(read_all(f"{USE} {sentence}\n"))
    assert right.passage.text == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "You may change your password at any time.",
        "You can modify your subscription or cancel it.",
        "Users may update their profile and content.",
        "These Terms may only be amended in a writing signed by both of us.",
        "We may change these Terms with your consent.",
        "We may not change the price during the term.",
        "How may we change these Terms?",
        "This section explains how we may change the Services.",
        "We may remove or modify user content that is unlawful.",
        "Performance may vary with the weather.",
        "We will send your order on Monday.",
    ],
)
def test_other_sentences_are_not(read_all: Read, sentence: str) -> None:
    assert amendments.one_sided(read_all(f"{USE} {sentence}\n")) == ()


def test_an_agreement_of_two_sides_is_read_as_before(read_all: Read) -> None:
    reading = read_all(agreement("Plan may change its prices at any time."))
    assert amendments.one_sided(reading) == ()
