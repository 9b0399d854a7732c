"""How terms that speak to their reader limit what their author answers for."""

import pytest

from fairterms.review import exculpations
from tests.review.conftest import Read, agreement

TERMS = "TERMS OF SERVICE\nYou agree to these terms.\n"


def test_only_terms_that_speak_to_their_reader_count(read_all: Read) -> None:
    assert exculpations.are_in(read_all(TERMS))
    assert not exculpations.are_in(read_all(agreement()))


@pytest.mark.parametrize(
    "limit",
    [
        "We are not liable for lost files.",
        "WE WILL NOT BE RESPONSIBLE FOR CONTENT OF OTHERS.",
        "Our total liability to you is limited to ten dollars.",
        "In no event will Fernbox be liable to you.",
        "Fernbox disclaims all liability for outages.",
        "We can't be held responsible for what others post.",
        "You cannot recover loss of profits or data from us, which are excluded.",
    ],
)
def test_limits_are_found(read_all: Read, limit: str) -> None:
    (place,) = exculpations.limits(read_all(TERMS + limit))
    assert place.text == limit


@pytest.mark.parametrize(
    "words",
    [
        "You are not liable for use by others.",
        "Neither party is liable to the other for lost profits.",
        "Nothing in these terms limits our liability for fraud.",
        "Fernbox is a limited liability company.",
        "You are responsible for your password.",
        "Limitation of Liability",
    ],
)
def test_other_words_are_not(read_all: Read, words: str) -> None:
    assert list(exculpations.limits(read_all(TERMS + words))) == []


def test_an_indemnity_is_one_from_the_reader(read_all: Read) -> None:
    yours = "You agree to defend and hold us harmless from all claims."
    (place,) = exculpations.indemnities(read_all(TERMS + yours))
    assert place.text == yours
    ours = "We will indemnify you."
    assert list(exculpations.indemnities(read_all(TERMS + ours))) == []
