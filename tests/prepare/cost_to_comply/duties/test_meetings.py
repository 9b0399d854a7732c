import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall send two representatives to the quarterly meeting.",
        "The Committee shall meet at least once in each quarter.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "meetings" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["The parties shall meet in good faith to resolve the dispute."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "meetings" not in kinds_in(text)
