from fairterms.prepare.cost_to_comply import task_table
from tests.prepare.cost_to_comply.made_up import reading

TABLE = """EXHIBIT E

Task Who does it Who pays

Crisis line outside office hours Group Group

Utilization review Plan Plan

Help with housing and transport Group Plan, Section 4.4
"""


def test_the_rows_that_name_the_group_are_its_tasks() -> None:
    found = list(task_table.find(reading(TABLE)))
    assert [one.words for one in found] == [
        "Crisis line outside office hours",
        "Help with housing and transport",
    ]


def test_each_row_is_quoted_letter_for_letter() -> None:
    agreement = reading(TABLE)
    for one in task_table.find(agreement):
        quote = one.quote
        assert agreement.documents[0].text[quote.start : quote.end] == quote.text


def test_lines_like_rows_count_only_in_such_a_table() -> None:
    rows = TABLE.replace("Task Who does it Who pays", "Contacts of both sides")
    assert list(task_table.find(reading(rows))) == []
