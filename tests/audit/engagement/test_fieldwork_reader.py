"""A sample is drawn and not chosen, and a workpaper is looked over by somebody else."""

import pytest

from fairterms.audit.engagement.reader import read_text
from fairterms.audit.engagement.sample import LONGEST
from tests.audit.engagement.made_up import HEAD, WHOLE, WORK, changed, codes

# It is there.
# It has a sample.
PLACES = [str(one) for one in read_text(WHOLE).book.procedures[0].sample.places]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('seed = "cedar 2028"\n', "", "no-seed"),
        ("population = 1000\n", "", "missing"),
        ("size = 5", "size = 1001", "wrong-size"),
        ("size = 5\n", "", "missing"),
        ("population = 1000", f"population = {LONGEST + 1}", "wrong-size"),
        ("are_people = false\n", "", "missing"),
        ('drawn_from = "lines of the payment file"\n', "", "missing"),
        ("deviations = 1\n", "", "missing"),
        ("deviations = 1", "deviations = 6", "wrong-size"),
        ("deviations = 1", 'deviations = 1\nplaces = ["1", "2", "3", "4", "5"]', "not-as-drawn"),
        ("deviations = 1", f"deviations = 1\nplaces = {PLACES[:4]}", "not-as-drawn"),
        ("deviations = 1", 'deviations = 1\nplaces = "all"', "not-as-drawn"),
        ('done_by = "Maren"', 'done_by = "Jon"', "not-on-team"),
        ('by = "Idris"', 'by = "maren"', "own-review"),
        ('procedure = "recompute"', 'procedure = "recount"', "unknown-procedure"),
        ('workpaper = "sheet"\nby', 'workpaper = "paper"\nby', "unknown-workpaper"),
        ('workpaper = "sheet"\nmethod', 'workpaper = "paper"\nmethod', "unknown-workpaper"),
        ('method = "reperformance"', 'method = "guess"', "no-such-choice"),
        ('what = "Line 13 is taken after Line 15."\n', "", "missing"),
        ('result = "one line does not agree"\n', "", "missing"),
        ('id = "sheet"\n', 'id = "Sheet 1"\n', "bad-id"),
    ],
)
def test_what_is_wrong_with_the_work_is_named(old: str, new: str, code: str) -> None:
    assert code in codes(changed(old, new, HEAD + WORK))


def test_the_lines_that_the_seed_draws_are_accepted_in_any_order() -> None:
    listed = f"deviations = 1\nplaces = {PLACES[::-1]}"
    assert changed("deviations = 1", listed).problems == ()


def test_who_did_the_work_does_not_count_as_who_looked_it_over() -> None:
    named = 'done_by = "Maren"\nreviewed_by = "Maren"'
    found = changed('done_by = "Maren"', named, HEAD + WORK)
    assert codes(found) == {"own-review"}
    assert found.book.workpapers[0].reviewed_by == ""
    found = changed('by = "Idris"', 'by = "Maren"', HEAD + WORK)
    assert found.book.reviews == ()


def test_a_list_of_which_nobody_says_what_a_line_is_counts_as_people() -> None:
    (one,) = changed("are_people = false\n", "", HEAD + WORK).book.procedures
    assert one.sample is not None
    assert one.sample.are_people


def test_a_procedure_without_a_list_needs_no_sample() -> None:
    start, end = WORK.index("drawn_from"), WORK.index("[[workpaper]]")
    text = HEAD + WORK[:start] + WORK[end:].replace("deviations = 1\n", "")
    found = read_text(text)
    assert found.problems == ()
    assert found.book.procedures[0].sample is None
