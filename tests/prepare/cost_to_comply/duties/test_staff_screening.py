import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall screen its employees for exclusion every month."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "staff_screening" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Group shall screen every patient for depression."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "staff_screening" not in kinds_in(text)
