"""A sealed value opens where it belongs, as it was, with its key, and in no other case."""

from dataclasses import replace

import pytest

from fairterms_web.vault.box import Place, Unopened, seal, unseal, version_of

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
HERE = Place("4f0c", "read_remark", "text", "12.1")
WORDS = b"short"


def sealed() -> bytes:
    """The words, sealed for the place."""
    return seal(KEY, 7, HERE, WORDS)


def test_what_is_sealed_opens_again() -> None:
    assert unseal(KEY, HERE, sealed()) == WORDS
    assert unseal(KEY, HERE, seal(KEY, 1, HERE, b"")) == b""


def test_the_words_are_not_in_it() -> None:
    assert WORDS not in sealed()


def test_a_value_says_which_key_it_needs() -> None:
    assert version_of(sealed()) == 7


def test_the_same_words_are_never_sealed_alike() -> None:
    assert len({sealed() for _ in range(100)}) == 100


@pytest.mark.parametrize("part", ["room", "table", "column", "row"])
def test_a_value_that_was_moved_does_not_open(part: str) -> None:
    with pytest.raises(Unopened, match="does not open"):
        unseal(KEY, replace(HERE, **{part: "other"}), sealed())


def test_parts_of_a_place_do_not_run_into_one_another() -> None:
    with pytest.raises(AssertionError):
        seal(KEY, 1, replace(HERE, row="12|1"), WORDS)
    moved = Place("4f0c", "read_remark", "text12", ".1")
    with pytest.raises(Unopened):
        unseal(KEY, moved, sealed())


def test_every_changed_bit_shows() -> None:
    whole = sealed()
    for at in range(8 * len(whole)):
        changed = bytearray(whole)
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(Unopened):
            unseal(KEY, HERE, bytes(changed))


def test_every_cut_shows() -> None:
    whole = sealed()
    for length in range(len(whole)):
        with pytest.raises(Unopened):
            unseal(KEY, HERE, whole[:length])


def test_another_key_does_not_open() -> None:
    with pytest.raises(Unopened):
        unseal(OTHER, HERE, sealed())


def test_a_value_does_not_pass_for_one_of_another_key() -> None:
    renumbered = (8).to_bytes(4, "big") + sealed()[4:]
    with pytest.raises(Unopened):
        unseal(KEY, HERE, renumbered)


def test_the_message_names_no_room_and_no_words() -> None:
    with pytest.raises(Unopened) as told:
        unseal(OTHER, HERE, sealed())
    assert str(told.value) == "a sealed value of read_remark.text does not open"
