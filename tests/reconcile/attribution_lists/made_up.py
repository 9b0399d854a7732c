"""A made-up contract whose fee is paid on lists and corrected later, and two lists of a town."""

from datetime import date

from fairterms.contract.clause import Contract
from fairterms.contract.figure_set import FigureSet
from fairterms.contract.reader import read_text
from fairterms.population.list_difference import Lists
from fairterms.population.selection import Selection
from fairterms.reconcile.restatement.effect import Basis
from fairterms.units.period import calendar_year
from fairterms.units.quantity import parse
from tests.population.town import Town

YEAR = calendar_year(2027)
HEADER = """
[contract]
name = "Made up: a fee on lists"
starts = 2027-01-01
ends = 2027-12-31
rounding = "to the cent, half up, once at the end"
"""
SAVINGS = """
[[clause]]
id = "savings"
model = "shared_savings"
benchmark = "$40.00 PMPM"
minimum_savings_rate = "2 %"
sharing_rate = "50 %"
"""
FEE = """
[[clause]]
id = "fee"
title = "Monthly fee"
model = "care_coordination"
rate = "$2.00 PMPM"
retroactive_changes = "removals only"
reads = { member_months = "listed_months" }
"""
TERMS = HEADER + SAVINGS + FEE
FIGURES = {
    "member_months": "10,000 member-months",
    "listed_months": "10,000 member-months",
    "months_removed": "0 member-months",
    "cost": "$380,000.00",
}


def contract(text: str = TERMS) -> Contract:
    reading = read_text(text)
    assert reading.contract is not None, "\n".join(map(str, reading.problems))
    return reading.contract


def figures(**changed: str) -> FigureSet:
    given = {**FIGURES, **changed}
    return FigureSet("ours", {name: parse(text) for name, text in given.items()})


def basis(text: str = TERMS, **changed: str) -> Basis:
    return Basis(contract(text), YEAR, figures(**changed))


def two_lists(here: Town, people: int = 1) -> Lists:
    """Load two lists; of each sort of change there are so many people.

    The newer list came on 10 February. Added from January: 2 late months and 10 to come. Dropped
    from February: 1 late month and 10 to come. Moved in March.
    """
    first, later = date(2027, 1, 1), date(2027, 3, 1)
    older: list[tuple[object, ...]] = [(f"kept{n}", first, None, "ann") for n in range(20)]
    newer = older.copy()
    for n in range(people):
        older += [(f"gone{n}", first, None, "ann"), (f"moved{n}", first, None, "ann")]
        newer += [
            (f"gone{n}", first, date(2027, 1, 31), "ann"),
            (f"moved{n}", first, date(2027, 2, 28), "ann"),
            (f"moved{n}", later, None, "bob"),
            (f"came{n}", first, None, "ann"),
        ]
    columns = "person_id starts ends clinician_id"
    before = here.put("enrolment", columns, older)
    after = here.put("enrolment", columns, newer, received=date(2027, 2, 10), replaces=before)
    return Lists(before, after, 15, Selection())
