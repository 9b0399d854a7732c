import pytest

from tests.prepare.cost_to_comply.made_up import kinds_in


@pytest.mark.parametrize(
    "text",
    [
        "Group may question a Settlement Report within thirty days.",
        "A dispute about a claim shall be submitted to Plan within sixty days.",
        "Group may ask for a correction of the list within sixty days.",
    ],
)
def test_a_text_that_makes_this_work_is_seen(text: str) -> None:
    assert "settlement_checks" in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "A Member may appeal a denial.",
        "A claim shall be submitted within ninety days.",
        "Either party may take the question to mediation.",
    ],
)
def test_what_makes_no_such_work_for_the_group_is_left_out(text: str) -> None:
    assert "settlement_checks" not in kinds_in(text)
