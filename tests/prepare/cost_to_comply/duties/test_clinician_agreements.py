import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall bind each Clinician, in writing, to this Article."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "clinician_agreements" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Group shall have its Clinicians accept new Members."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "clinician_agreements" not in kinds_in(text)
