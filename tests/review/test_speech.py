"""Which documents speak to "you", and what a service calls itself."""

import pytest

from fairterms.review import speech
from tests.review.conftest import Read

NAMED = "Larkspur may end it. Larkspur will tell you. Larkspur reserves all rights."


@pytest.mark.parametrize(
    ("opening", "is_spoken"),
    [
        ("By using the site you agree with us. Your use is your risk.", True),
        ('This is between you and Larkspur ("we" or "us").', True),
        ("You may use it. You may stop. You pay. You own your files. Your name stays.", True),
        ("Plan shall pay Provider. Plan may amend.", False),
        ("Provider shall tell patients: you may complain to us.", False),
    ],
)
def test_the_opening_says_how_a_document_speaks(
    read_all: Read, opening: str, is_spoken: bool
) -> None:
    (document,) = read_all(opening).documents
    assert speech.is_spoken_in(document) is is_spoken


def test_we_deep_in_an_agreement_do_not_change_how_it_speaks(read_all: Read) -> None:
    (document,) = read_all("Plan shall pay. " * 200 + "We thank you. We and you meet.").documents
    assert not speech.is_spoken_in(document)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"You and Larkspur agree. {NAMED}", ("Larkspur",)),
        ("Services may change. Services may end. Services will stay. The services are ours.", ()),
        ("You " * 700 + NAMED, ()),
        ("Larkspur may end it. Larkspur will tell you.", ()),
    ],
)
def test_a_service_is_named_by_what_it_does(
    read_all: Read, text: str, names: tuple[str, ...]
) -> None:
    (document,) = read_all(text).documents
    assert speech.service_names(document) == names
