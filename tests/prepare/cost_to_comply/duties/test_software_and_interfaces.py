import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall acquire and maintain hardware and software at its own expense."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "software_and_interfaces" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plan shall maintain its software.",
        "Group shall use the Infrastructure Advance for software.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "software_and_interfaces" not in kinds_in(text)
