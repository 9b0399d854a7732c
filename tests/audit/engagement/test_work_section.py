"""The part on the work: everything to draw the sample again, and no workpaper."""

import pytest

from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.sample import Sample
from fairterms.audit.engagement.work_section import came_out, looked_at, work_blocks
from fairterms.publish.page import Report
from fairterms.publish.tree import as_tree
from tests.audit.engagement.made_up import SHARED, WHOLE

# Of five people of whom none failed, five did not: a count of 1 to 10 as well.
HIDDEN = "how many did not agree is not shown: each line is a person"


def said(text: str) -> str:
    return str(as_tree(Report(title="Audit", blocks=work_blocks(read_text(text).book))))


def test_the_seed_and_the_first_lines_it_draws_are_published() -> None:
    sample = read_text(WHOLE).book.procedures[0].sample
    assert sample is not None
    whole = said(WHOLE)
    assert "“cedar 2028”" in whole
    assert f"the lines {', '.join(map(str, sample.places[:5]))}" in whole
    assert "HMAC-SHA256" in whole


def test_no_workpaper_stands_in_it() -> None:
    whole = said(WHOLE)
    assert "one line does not agree" not in whole
    assert "sheet" not in whole


def test_the_team_and_what_it_declared_stand_in_it() -> None:
    whole = said(WHOLE)
    assert "Maren declared on 2028-09-04: interests: none; paid by hour; the fee does not" in whole
    assert "40 hours at most, 30 set aside; 2 interviews; settlement reports." in whole
    paid = said(WHOLE.replace("fee_depends_on_result = false", "fee_depends_on_result = true", 1))
    assert whole.count("the fee does not depend") == 2
    assert paid.count("the fee does not depend") == 1


def test_the_copy_of_both_sides_and_an_empty_book_can_be_shown() -> None:
    assert "Settlement of 2027" in said(SHARED)
    assert "Decided by the committee" not in said(SHARED)
    assert "[programme]" in said("")
    assert "[[engagement]]" in said("")


@pytest.mark.parametrize(
    ("deviations", "people", "words"),
    [
        (1, "false", "1 of 5 did not agree; at most 65.6 % of the whole list (95 %)"),
        (0, "true", HIDDEN),
        (1, "true", HIDDEN),
    ],
)
def test_what_came_out_is_said_with_the_bound(deviations: int, people: str, words: str) -> None:
    text = WHOLE.replace("deviations = 1", f"deviations = {deviations}")
    book = read_text(text.replace("are_people = false", f"are_people = {people}")).book
    assert came_out(book.procedures[0], book.workpapers[0]) == words


def test_work_that_nobody_looked_over_has_not_come_out() -> None:
    book = read_text(WHOLE).book
    assert came_out(book.procedures[0], None) == "not done and reviewed yet"
    text = WHOLE.replace("[[review]]", "[[reviews]]")
    assert "not done and reviewed yet" in said(text)


def test_what_is_looked_at_is_said() -> None:
    assert looked_at(Sample("lines", 1_240, 60, "s")) == "60 of 1,240, drawn by seed: lines"
    assert looked_at(Sample("lines", 1_240, 1_240)) == "all 1,240 of: lines"


def test_work_without_a_budget_is_shown_all_the_same() -> None:
    assert "40 hours at most; 2 interviews" in said(WHOLE.replace('budget = "30 hours"\n', ""))
