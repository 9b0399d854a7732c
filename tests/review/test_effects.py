"""What a sentence does for each side."""

import pytest

from fairterms.review.effects import FOR_GROUP, Effect, duties, effects, is_notice_of_plan
from fairterms.review.parties import Parties, Side

PARTIES = Parties("Plan|Health Plan", "Provider|Group")


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Provider shall keep records.", Effect.GROUP_DUTY),
        ("Provider must keep the list current.", Effect.GROUP_DUTY),
        ("Provider shall not bill Members.", Effect.GROUP_BAR),
        ("Provider shall submit a monthly report.", Effect.GROUP_REPORT),
        ("Provider shall respond within ten (10) days.", Effect.GROUP_DEADLINE),
        ("Provider may appeal.", Effect.GROUP_RIGHT),
        ("This Agreement may be terminated by Provider if Plan fails to pay.", Effect.GROUP_RIGHT),
        ("Plan shall pay claims.", Effect.PLAN_DUTY),
        ("Plan may not change rates.", Effect.PLAN_BAR),
        ("Plan may change the list.", Effect.PLAN_RIGHT),
        ("Plan decides in its sole discretion.", Effect.PLAN_DISCRETION),
        ("Provider shall obtain the prior written approval of Plan.", Effect.PLAN_CONSENT),
        ("The contract becomes null and void.", Effect.HARSH),
        ("Plan shall act reasonably.", Effect.SAFEGUARD),
    ],
)
def test_a_sentence_has_its_effect(text: str, effect: Effect) -> None:
    assert effects(text, PARTIES)[effect] >= 1


@pytest.mark.parametrize(
    "text",
    [
        "Either party may leave.",
        "Each party shall keep records.",
        "The parties agree to meet.",
        "The weather is fine.",
    ],
)
def test_what_falls_on_both_counts_for_neither(text: str) -> None:
    assert not effects(text, PARTIES)


def test_a_relative_clause_grants_nothing() -> None:
    text = "Plan shall list any vendor with which Provider may contract."
    assert Effect.GROUP_RIGHT not in effects(text, PARTIES)


def test_each_case_of_a_right_counts() -> None:
    one = "8.2 This Agreement may be terminated by Provider if: 8.2.1 Plan loses its license."
    two = one[:-1] + "; or 8.2.2 Plan fails to pay."
    assert (
        effects(two, PARTIES)[Effect.GROUP_RIGHT] == effects(one, PARTIES)[Effect.GROUP_RIGHT] + 1
    )


def test_a_verb_without_subject_is_the_plans() -> None:
    text = "Except as provided herein, retains the right to amend this Agreement."
    assert effects(text, PARTIES)[Effect.PLAN_RIGHT] == 1


def test_a_duty_knows_its_side_and_whether_it_forbids() -> None:
    (duty,) = duties("Provider shall not bill.", PARTIES)
    assert (duty.side, duty.is_bar) == (Side.GROUP, True)


def test_a_plans_notice_is_told_from_the_groups() -> None:
    assert is_notice_of_plan("Plan shall give thirty days' notice.", PARTIES)
    assert not is_notice_of_plan("Provider shall give thirty days' notice.", PARTIES)


def test_more_of_what_is_for_the_group_is_better_for_it() -> None:
    assert Effect.GROUP_RIGHT in FOR_GROUP
    assert Effect.PLAN_RIGHT not in FOR_GROUP
    assert Effect.HARSH not in FOR_GROUP
