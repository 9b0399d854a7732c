import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall give the satisfaction survey to every patient."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "patient_surveys" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall conduct a survey of Members each year."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "patient_surveys" not in kinds_in(text)
