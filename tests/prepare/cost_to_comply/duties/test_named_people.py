import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall name a clinical director for this Agreement.",
        "Each party shall name a contract contact.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "named_people" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Plan shall name a provider representative as the contact."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "named_people" not in kinds_in(text)
