import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["On request, Group shall furnish copies of treatment records."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "record_copies" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plan shall furnish copies of its policies.",
        "Group shall give access to its books and records.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "record_copies" not in kinds_in(text)
