import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall close care gaps that Plan lists."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "care_gaps" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall send a list of gaps in care."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "care_gaps" not in kinds_in(text)
