import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Plan may ask Group for an explanation and a plan of correction.",
        "If care falls short, Group shall deliver a plan of correction.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "corrective_plans" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall deliver a plan of correction for late payment."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "corrective_plans" not in kinds_in(text)
