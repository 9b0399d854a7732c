import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall communicate with the Member's primary care provider."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "care_coordination" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plan shall coordinate care with other providers.",
        "Group shall comply with coordination of benefits rules for other providers.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "care_coordination" not in kinds_in(text)
