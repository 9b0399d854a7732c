import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall correct and resubmit a file that Plan rejects."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "file_corrections" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall correct an error in the directory."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "file_corrections" not in kinds_in(text)
