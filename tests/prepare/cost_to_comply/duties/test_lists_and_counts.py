import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall keep a list of patients who are off track.",
        "Group tells Plan each month how many places it has open.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "lists_and_counts" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall keep a list of providers."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "lists_and_counts" not in kinds_in(text)
