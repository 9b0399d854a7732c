from fairterms.prepare.cost_to_comply import statement
from fairterms.prepare.cost_to_comply.kind import Trigger
from fairterms.prepare.cost_to_comply.statement import Statement
from tests.prepare.cost_to_comply.made_up import reading


def found(text: str) -> list[Statement]:
    return list(statement.find(reading(text)))


def owed(text: str) -> list[str]:
    return [one.words for one in found(text) if one.trigger is Trigger.OWED]


def test_each_verb_of_a_sentence_rules_its_own_clause() -> None:
    said = owed("Group shall use the portal, and shall buy the software that it needs.")
    assert said == ["Group shall use the portal, and", "shall buy the software that it needs."]


def test_what_leads_up_to_the_first_verb_belongs_to_its_clause() -> None:
    assert owed("On request, Group shall send copies.") == ["On request, Group shall send copies."]


def test_a_duty_of_the_plan_is_none_of_the_group() -> None:
    assert owed("Plan shall send a file every month, and shall answer questions.") == []


def test_a_duty_not_to_do_something_is_no_work() -> None:
    assert owed("Group shall not submit the file of another provider.") == []
    assert owed("Neither party shall submit such a report.") == []


def test_a_duty_of_each_party_is_shared() -> None:
    one = found("Each party shall keep records, and shall show them on request.")
    assert [each.is_shared for each in one] == [True, True]


def test_a_committee_of_both_makes_work_for_the_group() -> None:
    (one,) = found("The Committee shall meet at least once in each quarter.")
    assert one.is_shared


def test_plain_language_in_the_present_tense_counts() -> None:
    assert owed("Group confirms its entries each quarter.") == [
        "Group confirms its entries each quarter."
    ]


def test_a_condition_is_no_duty() -> None:
    assert owed("If Group sends a file late, Plan may reject it.") == []


def test_a_right_of_the_plan_is_told_from_a_duty_and_goes_on_after_and() -> None:
    rights = found("Plan may compare visits and may ask Group for a plan of correction.")
    assert [one.trigger for one in rights] == [Trigger.PLAN_MAY, Trigger.PLAN_MAY]


def test_the_passive_counts_where_the_plan_is_not_said_to_do_it() -> None:
    assert owed("Outcome measures shall be administered at each visit.")
    assert owed("Outcome measures shall be administered by Plan at each visit.") == []


def test_what_both_sides_do_is_said_once() -> None:
    (one,) = found("Plan and Group share the early indicators each month.")
    assert one.is_shared
