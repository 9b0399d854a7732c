"""Reading the section: what is right becomes a practice, what is wrong a problem with its line."""

import pytest

from tests.simulate.capacity.made_up_practices import GROUP, STARTS
from tests.simulate.capacity.made_up_sections import SECTION, changed, declared, sound


def test_a_sound_section_is_the_practice_it_says() -> None:
    found = sound()
    assert found.measure == "access"
    assert found.from_records == frozenset()
    assert found.practice(STARTS) == GROUP


@pytest.mark.parametrize("written", ['"records"', '{ from = "records" }'])
def test_what_records_say_may_be_left_to_them(written: str) -> None:
    found = sound(changed('a_week = "27 patients"', f"a_week = {written}"))
    assert found.from_records == {"requests.a_week"}
    assert "requests.a_week" not in found.numbers


def test_a_season_may_be_left_to_the_records() -> None:
    start = SECTION.index("season = [")
    end = SECTION.index("]", start) + 1
    found = sound(SECTION[:start] + 'season = "records"' + SECTION[end:])
    assert found.season is None
    assert found.from_records == {"requests.season"}


def test_a_season_is_brought_to_a_mean_of_one() -> None:
    found = sound(changed('  "100 %"', '  "106 %"'))
    assert found.season is not None
    assert sum(found.season) == pytest.approx(12)
    assert found.season[0] > 1.05


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('a_week = "27 patients"', "", "a_week is missing"),
        ('a_week = "27 patients"', "a_week = 27", 'a_week: "27" has no unit'),
        (
            'a_week = "27 patients"',
            'a_week = "27 visits"',
            "a_week is in visits, but it is wanted in patients",
        ),
        (
            'turnover = "15 %"',
            'turnover = "150 %"',
            "turnover is 150 %, which cannot be",
        ),
        (
            'waiting = "10 patients"',
            'waiting = "10.5 patients"',
            "waiting is 10.5 patients, which cannot be",
        ),
        ('counts = "seen"', 'counts = "booked"', "it is not said what counts as in time"),
        ('measure = "access"', "", "the measure of access is not named"),
        (
            'turnover = "15 %"',
            'turnover = "records"',
            'turnover: "records" is not a number with its unit',
        ),
        ('vacant = "1 clinician"', 'vacant = "21 clinicians"', "more posts are vacant than there"),
        ('"100 %", "100 %"', '"100 %"', "season is no list of twelve per cents"),
        ('  "100 %"', '  "160 %"', "the months of season have a mean of 105.0 %"),
        ('  "100 %"', '  "-10 %"', "season is no list of twelve per cents"),
        ('give_up = "5 %"', 'give_up = "5 %"\ngives_in = "3 %"', 'no key called "gives_in"'),
    ],
)
def test_each_mistake_is_one_problem_that_says_so(old: str, new: str, what: str) -> None:
    found, problems = declared(changed(old, new))
    assert found is None
    assert len(problems) == 1
    assert what in problems[0].what


def test_a_problem_stands_on_its_line_and_says_what_to_do() -> None:
    _, problems = declared(changed('a_week = "27 patients"', 'a_week = "27 visits"'))
    assert str(problems[0]) == (
        "forecast.toml:14: a_week is in visits, but it is wanted in patients [bad-capacity]\n"
        '   14 | a_week = "27 visits"\n'
        "      why: who is seen in time moves with it, so it is never guessed\n"
        "      fix: write it in patients"
    )


def test_a_missing_table_is_one_problem() -> None:
    start, end = SECTION.index("[capacity.care]"), SECTION.index("[capacity.first_visit]")
    found, problems = declared(SECTION[:start] + SECTION[end:])
    assert found is None
    assert [problem.what for problem in problems] == ["capacity.care is missing or no table"]


def test_every_number_missing_is_reported_at_once() -> None:
    text = changed('a_week = "27 patients"', "").replace('no_show = "9 %"', "", 1)
    _, problems = declared(text)
    assert [problem.what for problem in problems] == ["a_week is missing", "no_show is missing"]
