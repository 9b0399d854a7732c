import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall submit an outcome file every month.",
        "Each quarter Group sends its results to Plan.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "report_files" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Plan shall deliver a claims file every month.",
        "Group shall furnish copies of treatment records.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "report_files" not in kinds_in(text)
