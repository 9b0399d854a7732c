import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall show by March 1 that it holds an undrawn line of credit."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "reserve_proofs" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall hold the reserves that law requires."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "reserve_proofs" not in kinds_in(text)
