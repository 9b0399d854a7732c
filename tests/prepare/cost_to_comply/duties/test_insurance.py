import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall maintain professional liability insurance."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "insurance" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plan shall maintain liability insurance.",
        "Group shall follow the Health Insurance Portability and Accountability Act.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "insurance" not in kinds_in(text)
