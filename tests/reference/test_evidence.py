"""How well a number is known, and that nothing is without a source."""

import pytest

from fairterms.reference.evidence import Basis, Evidence


@pytest.mark.parametrize(
    ("mark", "is_unconfirmed"), [("R", False), ("D", False), ("S", True), ("G", True)]
)
def test_only_what_was_recomputed_or_read_is_confirmed(mark: str, is_unconfirmed: bool) -> None:
    assert Evidence(mark).is_unconfirmed == is_unconfirmed
    assert Basis("made up", Evidence(mark)).is_unconfirmed == is_unconfirmed


def test_every_mark_has_words_of_its_own() -> None:
    assert len({evidence.meaning for evidence in Evidence}) == len(Evidence)


def test_a_basis_reads_with_its_mark_in_words() -> None:
    basis = Basis("Example 2001, page 3", Evidence.GENERAL)
    assert str(basis) == "Example 2001, page 3 (general knowledge, confirm before use)"


def test_a_number_without_a_source_cannot_be_built() -> None:
    with pytest.raises(AssertionError, match="has a source"):
        Basis("  ", Evidence.READ)
