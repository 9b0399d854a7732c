"""A made-up ``[capacity]`` section, and its reading."""

from fairterms.simulate.capacity.declaration import CapacityDeclaration
from fairterms.simulate.capacity.declaration_reader import read
from fairterms.units.notes import Notes
from fairterms.units.positions import parse
from fairterms.units.problem import Problem

SECTION = """\
[capacity]
measure = "access"

[capacity.staff]
posts = "20 clinicians"
vacant = "1 clinician"
visits_a_week = "26 visits"
first_visits_a_week = "2 visits"
weeks_off = "6 weeks"
turnover = "15 %"
weeks_to_hire = "12 weeks"

[capacity.requests]
a_week = "27 patients"
of_this_plan = "100 %"
between_years = "6 %"
between_weeks = "10 %"
season = [
  "100 %", "100 %", "100 %", "100 %", "100 %", "100 %",
  "100 %", "100 %", "100 %", "100 %", "100 %", "100 %",
]
waiting = "10 patients"
give_up = "5 %"

[capacity.care]
visits_per_episode = "13 visits"
visits_spread = "9 visits"
between_years = "4 %"
weeks_between = "1.5 weeks"
no_show = "9 %"
no_show_between_years = "1 percentage points"
caseload = "480 patients"

[capacity.first_visit]
window = "10 business days"
counts = "seen"
half_within = "4.5 business days"
nine_in_ten_within = "9.5 business days"
between_years = "5 %"
come_back = "70 %"
"""


def declared(text: str = SECTION) -> tuple[CapacityDeclaration | None, tuple[Problem, ...]]:
    """Read a section, and return its problems too."""
    document, positions = parse(text)
    notes = Notes("forecast.toml", tuple(text.splitlines()), positions)
    return read(document["capacity"], notes), notes.problems()


def sound(text: str = SECTION) -> CapacityDeclaration:
    """Read a section without problems."""
    found, problems = declared(text)
    assert found is not None, [str(problem) for problem in problems]
    return found


def changed(old: str, new: str) -> str:
    """Return the section with one text exchanged."""
    assert SECTION.count(old) >= 1, old
    return SECTION.replace(old, new, 1)
