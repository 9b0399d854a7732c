"""A step and its standing."""

import pytest

from fairterms.prepare.steps.step import Stand, Standing, begun, done, not_begun, together


def test_what_is_done_has_no_next_step_and_what_is_not_has_one() -> None:
    with pytest.raises(AssertionError, match="next step"):
        Stand(Standing.DONE, "It is there.", "Do more.")
    with pytest.raises(AssertionError, match="next step"):
        Stand(Standing.OPEN, "It is not there.")


@pytest.mark.parametrize(
    ("stands", "standing", "following"),
    [
        ((done("a"), done("b")), Standing.DONE, ""),
        ((not_begun("a", "1"), not_begun("b", "2")), Standing.OPEN, "1"),
        ((done("a"), not_begun("b", "2")), Standing.BEGUN, "2"),
        ((begun("a", "1"), done("b")), Standing.BEGUN, "1"),
        ((begun("a", "1"), begun("b", "2")), Standing.BEGUN, "1"),
    ],
)
def test_parts_together_are_done_only_where_all_are(
    stands: tuple[Stand, ...], standing: Standing, following: str
) -> None:
    found = together(*stands)
    assert (found.standing, found.next) == (standing, following)
    assert found.shows == "a b"
