"""Words about evidence that are read outside the room that gives it: they tell of no few people."""

from __future__ import annotations

from fairterms.audit.engagement.small_counts import small_counts
from fairterms.units.refusal import Refusal


def check(subject: str, text: str, why: str) -> None:
    """Check that a text tells no count of 1 to 10 people; a guard, not a proof.

    Parameters
    ----------
    subject
        What the text is.
    text
        As somebody wrote it.
    why
        Who reads it.

    Raises
    ------
    Refusal
        When it tells such a count.
    """
    if found := small_counts(text):
        what = f"it tells a count of 1 to 10 people: “{found[0]}”"
        raise Refusal(subject, what, why, "write “few” instead of the number")
