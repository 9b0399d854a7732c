import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall obtain prior authorization of inpatient care.",
        "Plan may require authorization for Covered Services.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "authorizations" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Group shall disclose psychotherapy notes only with the patient's authorization."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "authorizations" not in kinds_in(text)
