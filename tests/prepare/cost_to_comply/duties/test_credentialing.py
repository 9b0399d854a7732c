import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Each Clinician shall be credentialed before treating Members."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "credentialing" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan may end participation of those who fail its credentialing standards."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "credentialing" not in kinds_in(text)
