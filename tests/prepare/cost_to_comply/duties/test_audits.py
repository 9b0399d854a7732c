import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Plan may audit Group's records at Group's offices.",
        "Group shall permit Plan to inspect its facilities.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "audits" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Group may examine Plan's claims records.",
        "Group shall give the Department access to records as the law requires.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "audits" not in kinds_in(text)
