"""Passages that hold certain letters: a cheap test before the patterns that tell what they say."""

from collections.abc import Iterable

from fairterms.review.passages import Passage


def holding(passages: Iterable[Passage], *stems: str) -> tuple[Passage, ...]:
    """Return the passages in which one of some stems stands, whatever its case.

    Parameters
    ----------
    passages
        Of an agreement.
    stems
        Letters, in lower case: "amend" is in "Amendment".
    """
    assert all(stem == stem.lower() for stem in stems), "stems are in lower case"
    return tuple(passage for passage in passages if any(stem in passage.lower for stem in stems))
