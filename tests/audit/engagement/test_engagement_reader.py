"""Nobody audits their own work, and nobody gains by what is found."""

import pytest

from tests.audit.engagement.made_up import WORK, changed, codes

IDRIS = WORK[WORK.index('[[independence]]\nengagement = "settlement"\nmember = "Idris"') :]
IDRIS = IDRIS[: IDRIS.index("[[procedure]]")]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("own_work_ended = 2027-09-11", "own_work_ended = 2027-09-12", "own-work"),
        ("fee_depends_on_result = false", "fee_depends_on_result = true", "contingent-fee"),
        ("fee_depends_on_result = false\n", "", "missing"),
        ("on = 2028-09-04", "on = 2028-09-12", "declared-late"),
        ('member = "Maren"', 'member = "Jon"', "not-on-team"),
        (IDRIS, "", "not-declared"),
        ('team = ["Maren", "Idris"]\n', "", "missing"),
        ('decision = "audit_1"\nbudget', "budget", "missing"),
        ('interests = "none"\n', "", "missing"),
    ],
)
def test_what_makes_a_team_less_than_independent_is_named(old: str, new: str, code: str) -> None:
    found = changed(old, new)
    assert code in codes(found)


def test_twelve_months_to_the_day_are_enough() -> None:
    assert changed("2027-09-11", "2027-09-11").problems == ()
    (problem,) = changed("2027-09-11", "2027-12-31").problems
    assert "Idris did this work until 2027-12-31" in problem.what
    assert "2028-12-31 or later" in problem.fix


def test_a_member_of_the_team_is_known_however_the_name_is_written() -> None:
    assert changed('member = "Maren"', 'member = "maren "').problems == ()


def test_the_words_it_rests_on_are_read_with_their_place() -> None:
    clause = 'budget = "30 hours"\nclause = { document = "a.pdf", section = "7", quote = "shall" }'
    found = changed('budget = "30 hours"', clause)
    assert found.problems == ()
    (engagement,) = found.book.engagements
    assert engagement.clause is not None
    assert (engagement.clause.section, engagement.clause.quote) == ("7", "shall")
    assert "missing" in codes(changed('budget = "30 hours"', clause.replace("quote", "quoted")))


def test_what_is_said_of_the_fee_is_kept() -> None:
    found = changed("fee_depends_on_result = false", "fee_depends_on_result = true")
    assert [one.is_fee_free for one in found.book.independence] == [False, True]
