import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    ["Group shall submit any other report that Plan requests."],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "reports_on_request" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["Group shall submit the report in Exhibit C each year."],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "reports_on_request" not in kinds_in(text)
