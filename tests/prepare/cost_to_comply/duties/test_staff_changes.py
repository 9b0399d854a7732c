import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall notify Plan within ten days after a Clinician joins or leaves.",
        "Group confirms its entries each quarter.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "staff_changes" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall notify Group when a representative leaves."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "staff_changes" not in kinds_in(text)
