import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall contact a Member within seven days after discharge from a hospital."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "discharge_contacts" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall notify Group of each discharge from a hospital."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "discharge_contacts" not in kinds_in(text)
