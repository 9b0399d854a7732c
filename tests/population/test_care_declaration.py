"""The section is read as it stands; everything wrong in it is said at once, with its line."""

from datetime import date
from fractions import Fraction

import pytest

from fairterms.population.care_declaration import SECTION, read_settings
from fairterms.population.care_rules import (
    CostChange,
    Dearest,
    OwnBy,
    Part,
    Parts,
    People,
    Proof,
    RateChange,
    Setting,
    VisitRule,
)
from fairterms.population.care_settings import Settings
from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.selection import Selection
from fairterms.units.notes import Notes
from fairterms.units.period import calendar_year
from fairterms.units.positions import parse
from fairterms.units.problem import Problem

SAMPLE = """
[care_elsewhere]
year = 2026
people = "attributed"            # or "patients", "members"
visit_statuses = ["finished"]
month_rule = "first day"
plans = ["Example PPO"]
amount = "allowed"
service_day = "line"
paid_through = 2027-03-31
outside_membership = "left out"
own_by = "either"
own_ids = ["9000000010"]
rest = "other care"
rest_within_reach = false
false_alarm = "5 %"
power = "80 %"
dearest = "5 %"

[care_elsewhere.visits]
claim_types = ["professional"]
provider = "rendering"
group_is_one = false
least_visits = 2

[care_elsewhere.stays]
bill_types = ["11"]

[[care_elsewhere.part]]
name = "behavioral hospital stays"
bill_types = ["11"]
diagnoses = ["F"]
within_reach = true

[[care_elsewhere.scenario]]
name = "fewer stays"
part = "behavioral hospital stays"
avoidable = "100 %"
falls_by = "10 %"
source = "our own guess"
for_the_dearest = true

[[care_elsewhere.rate]]
name = "more follow-up"
now = "60 %"
then = "65 %"
people = "800 patients"
source = "our own records"
"""
HOSPITAL = Setting(bill_types=("11",))
WANTED = Settings(
    People.ATTRIBUTED,
    ("finished",),
    Exposure(MonthRule.FIRST_DAY, calendar_year(2026), Selection(plans=("Example PPO",))),
    CostRule(Amount.ALLOWED, ServiceDay.LINE, date(2027, 3, 31), Outsiders.LEFT_OUT),
    OwnBy.EITHER,
    ("9000000010",),
    VisitRule(("professional",), (), OwnBy.RENDERING, False, 2),
    HOSPITAL,
    Parts((Part("behavioral hospital stays", HOSPITAL, ("F",), True),), "other care", False),
    (
        CostChange(
            "fewer stays",
            "behavioral hospital stays",
            Fraction(1),
            Fraction(1, 10),
            "our own guess",
            True,
        ),
    ),
    (RateChange("more follow-up", 0.6, 0.65, 800, "our own records"),),
    Proof(0.05, 0.80),
    Dearest(Fraction(1, 20), calendar_year(2025)),
)


def read(text: str) -> tuple[Settings | None, tuple[Problem, ...]]:
    document, positions = parse(text)
    notes = Notes("outcomes.toml", tuple(text.splitlines()), positions)
    return read_settings(document[SECTION], notes), notes.problems()


def test_a_sound_section_is_read_as_it_stands() -> None:
    assert read(SAMPLE) == (WANTED, ())


def changed(old: str, new: str) -> str:
    assert old in SAMPLE
    return SAMPLE.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("year = 2026", "year = '2026'", 3, "year is no whole number from 1990 to 2200"),
        ("year = 2026\n", "", 2, "year is missing"),
        ('"attributed" ', '"everybody" ', 4, 'people cannot be "everybody"'),
        ('visit_statuses = ["finished"]', "visit_statuses = 3", 5, "visit_statuses is no list"),
        ('month_rule = "first day"\n', "", 2, "month_rule is missing"),
        ("2027-03-31", '"March"', 10, "paid_through is no day"),
        ("rest_within_reach = false", 'rest_within_reach = "no"', 15, "is neither true nor false"),
        ('false_alarm = "5 %"\n', "", 2, "false_alarm is missing"),
        ('power = "80 %"', 'power = "4 %"', 17, "power is not above false_alarm"),
        ('dearest = "5 %"', 'dearest = "100 %"', 18, "dearest is 100 %"),
        ('dearest = "5 %"', 'dearest = "5"', 18, "dearest:"),
        ('"rendering"', '"either"', 22, 'provider cannot be "either"'),
        ("least_visits = 2", "least_visits = 1", 24, "least_visits is no whole number from 2"),
        ('[care_elsewhere.stays]\nbill_types = ["11"]\n', "", 2, "stays is missing or no table"),
        ('stays]\nbill_types = ["11"]', "stays]", 26, "nothing says what a day in hospital"),
        ('"11"]\ndiagnoses', '"11", ""]\ndiagnoses', 31, "bill_types is no list of words"),
        ("[[care_elsewhere.part]]", "[care_elsewhere.part]", 29, "is not a list of tables"),
        ('name = "behavioral hospital stays"', 'name = "other care"', 30, "two parts are called"),
        ('name = "behavioral hospital stays"', 'name = "not known"', 30, '"not known" is taken'),
        ('source = "our own guess"\n', "", 35, "source is missing"),
        ('part = "behavioral hospital stays"', 'part = "stays"', 37, 'part cannot be "stays"'),
        ('falls_by = "10 %"', 'falls_by = "110 %"', 39, "falls_by is 110 %"),
        ('then = "65 %"', 'then = "60 %"', 46, "now and then are the same rate"),
        ('people = "800 patients"', 'people = "800 visits"', 47, "people is in visits"),
        ('people = "800 patients"', 'people = "0.5 patients"', 47, "people is no whole number"),
        ("own_by", "owned_by", 12, 'there is no key called "owned_by"'),
        ("within_reach = true", "in_reach = true", 33, 'there is no key called "in_reach"'),
    ],
)
def test_what_is_wrong_is_said_with_its_line(old: str, new: str, line: int, what: str) -> None:
    settings, problems = read(changed(old, new))
    assert settings is None
    found = [one for one in problems if what in one.what]
    assert found, [str(one) for one in problems]
    assert found[0].line == line
    assert found[0].why
    assert found[0].fix


def test_a_part_that_names_nothing_would_take_everything() -> None:
    settings, problems = read(changed('bill_types = ["11"]\ndiagnoses = ["F"]\n', ""))
    assert settings is None
    assert "nothing says what this part looks like" in problems[0].what


def test_patients_need_the_words_that_count_as_seen() -> None:
    text = changed('"attributed" ', '"patients" ').replace('visit_statuses = ["finished"]\n', "")
    settings, problems = read(text)
    assert settings is None
    assert [one.what for one in problems] == ["visit_statuses is missing"]


def test_without_changes_no_proof_is_asked_for() -> None:
    text = SAMPLE.split("[[care_elsewhere.scenario]]", maxsplit=1)[0]
    for key in ('false_alarm = "5 %"\n', 'power = "80 %"\n', 'dearest = "5 %"\n'):
        text = text.replace(key, "")
    settings, problems = read(text)
    assert problems == ()
    assert settings is not None
    assert settings.proof is None
    assert settings.dearest is None
