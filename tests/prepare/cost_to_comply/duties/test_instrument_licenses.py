import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall obtain licenses for the instruments."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "instrument_licenses" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Each Clinician shall hold a license to practice."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "instrument_licenses" not in kinds_in(text)
