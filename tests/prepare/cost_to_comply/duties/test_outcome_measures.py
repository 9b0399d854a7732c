import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group shall administer patient-reported outcome measures to Members.",
        "Outcome measures shall be administered at the first visit.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "outcome_measures" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Group shall administer Plan's satisfaction survey.",
        "Plan shall administer the PHQ-9 by telephone.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "outcome_measures" not in kinds_in(text)
