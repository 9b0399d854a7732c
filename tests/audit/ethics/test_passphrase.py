"""A passphrase holds 128 bits, and can be typed from paper."""

from hypothesis import given
from hypothesis import strategies as st

from fairterms.audit.ethics.passphrase import CONSONANTS, SIZE, VOWELS, make, plain

BYTES = st.binary(min_size=SIZE, max_size=SIZE)


def read_back(passphrase: str) -> bytes:
    """The bits of a passphrase, worked out the other way round."""
    bits = ""
    for word in passphrase.split():
        for place, letter in enumerate(word):
            bits += format(VOWELS.index(letter), "02b") if place % 2 else ""
            bits += "" if place % 2 else format(CONSONANTS.index(letter), "04b")
    return int(bits, 2).to_bytes(SIZE, "big")


@given(BYTES)
def test_no_bit_of_chance_is_lost(chance: bytes) -> None:
    assert read_back(make(chance)) == chance


def test_the_letters_are_four_bits_and_two_and_none_is_both() -> None:
    assert (len(set(CONSONANTS)), len(set(VOWELS))) == (16, 4)
    assert not set(CONSONANTS) & set(VOWELS)
    assert SIZE * 8 >= 128


def test_each_is_another() -> None:
    assert len({make() for _ in range(100)}) == 100


@given(BYTES)
def test_how_it_is_typed_does_not_matter(chance: bytes) -> None:
    made = make(chance)
    spellings = (made.upper(), made.replace(" ", ""), f" {made.replace(' ', ' - ')}.\n")
    assert {plain(one) for one in spellings} == {plain(made)}
    assert len(plain(made)) == 40
