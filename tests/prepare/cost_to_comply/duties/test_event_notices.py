import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall notify Plan of any lawsuit.",
        "A party that learns of a breach shall tell the other within five days.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "event_notices" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall notify Group of a breach."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "event_notices" not in kinds_in(text)
