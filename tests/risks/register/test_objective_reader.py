"""Values and objectives as they stand in the file."""

from datetime import date

from fairterms.risks.register.objective import Holder
from fairterms.risks.register.objective_reader import read_objectives, read_values
from fairterms.units.quantity import POINTS, parse
from tests.risks.register.fragments import codes, document_of

OBJECTIVE = """
[[value]]
id = "care"
statement = "Care helps."
adopted = { plan = 2026-11-03 }

[[objective]]
id = "scores"
value = "care"
kind = "O3"
holder = "shared"
measure = "patients with two scores"
unit = "percentage points"
direction = "higher is better"
target = "75 %"
period = "12 months"
tolerance = [{ loss = "5 percentage points", at_most = "20 %" }]
clauses = ["performance"]
"""


def test_both_are_read_in_full() -> None:
    document, notes = document_of(OBJECTIVE)
    (value,), (objective,) = read_values(document, notes), read_objectives(document, notes)
    assert codes(notes) == []
    assert (value.statement, value.adopted) == ("Care helps.", {"plan": date(2026, 11, 3)})
    assert (objective.value, objective.kind, objective.holder) == ("care", "O3", Holder.SHARED)
    assert (objective.measure, objective.unit) == ("patients with two scores", POINTS)
    assert (objective.target, objective.period) == (parse("75 %"), parse("12 months"))
    assert objective.tolerance is not None
    assert objective.tolerance.points == ((0.05, 0.2),)
    assert objective.clauses == ("performance",)
    assert objective.direction == "higher is better"


def test_a_tolerance_in_another_unit_is_told_and_the_objective_stays() -> None:
    document, notes = document_of(OBJECTIVE.replace('"5 percentage points"', '"$5.00"'))
    (objective,) = read_objectives(document, notes)
    assert objective.tolerance is None
    assert codes(notes) == ["wrong-unit"]


def test_a_tolerance_of_none_of_all_years_is_allowed_and_of_all_is_not() -> None:
    document, notes = document_of(OBJECTIVE.replace('at_most = "20 %"', 'at_most = "0 %"'))
    (objective,) = read_objectives(document, notes)
    assert objective.tolerance is not None
    assert codes(notes) == []
    document, notes = document_of(OBJECTIVE.replace('at_most = "20 %"', 'at_most = "100 %"'))
    read_objectives(document, notes)
    assert codes(notes) == ["no-chance"]


def test_every_mistake_of_a_block_is_told_at_once() -> None:
    document, notes = document_of(
        '[[objective]]\nid = "scores"\nholder = "state"\nperiod = "1 file"'
    )
    assert read_objectives(document, notes) == ()
    assert sorted(codes(notes)) == [
        *("missing", "missing", "missing", "missing"),
        "no-such-choice",
        "wrong-unit",
    ]
