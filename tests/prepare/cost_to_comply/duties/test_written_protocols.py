import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall maintain a written protocol for suicide risk."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "written_protocols" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall adopt written procedures for appeals."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "written_protocols" not in kinds_in(text)
