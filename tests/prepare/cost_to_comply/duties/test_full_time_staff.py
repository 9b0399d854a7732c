import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall employ two (2) full-time care coordinators."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "full_time_staff" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall employ two full-time analysts for Group's questions."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "full_time_staff" not in kinds_in(text)
