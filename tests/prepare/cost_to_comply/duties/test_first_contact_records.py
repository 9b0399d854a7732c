import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall keep a record of the first contact of every new patient."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "first_contact_records" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Group shall keep treatment records."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "first_contact_records" not in kinds_in(text)
