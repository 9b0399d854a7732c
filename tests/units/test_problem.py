"""A problem says where, what, why and what to do."""

import pytest

from fairterms.units.problem import Problem, nearest

PROBLEM = Problem(
    "terms.toml",
    41,
    "30 days' notice of a change is less than the law allows",
    "amendment-notice",
    "the law requires 90 days",
    "ask for amendment_notice_days = 90 or more",
    "amendment_notice_days = 30",
)


def test_a_problem_is_shown_with_its_line() -> None:
    assert str(PROBLEM) == (
        "terms.toml:41: 30 days' notice of a change is less than the law allows "
        "[amendment-notice]\n"
        "   41 | amendment_notice_days = 30\n"
        "      why: the law requires 90 days\n"
        "      fix: ask for amendment_notice_days = 90 or more"
    )


def test_a_problem_of_the_whole_file_shows_no_line() -> None:
    whole = Problem("terms.toml", 0, "there is no file", "no-terms", "it is read", "write one")
    assert str(whole) == (
        "terms.toml: there is no file [no-terms]\n      why: it is read\n      fix: write one"
    )


def test_problems_sort_by_file_and_line() -> None:
    later = Problem("terms.toml", 42, "a", "a", "", "")
    other = Problem("deal.toml", 99, "a", "a", "", "")
    assert sorted([later, PROBLEM, other]) == [other, PROBLEM, later]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("savngs_cap", 'did you mean "savings_cap"?'),
        ("savings_cap", 'did you mean "savings_cap"?'),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, hint: str) -> None:
    assert nearest(word, ["savings_cap", "loss_cap"]) == hint


def test_nothing_known_suggests_nothing() -> None:
    assert nearest("savings_cap", []) == ""
