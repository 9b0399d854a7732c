from fairterms.prepare.readiness.assessment import judge
from fairterms.prepare.readiness.criterion import CRITERIA
from fairterms.prepare.readiness.declaration import Declaration, People
from fairterms.prepare.readiness.rows import (
    EVIDENCE_TITLES,
    TITLES,
    as_csv,
    evidence_as_csv,
    evidence_rows,
    rows,
)
from fairterms.prepare.readiness.situation import Situation
from tests.prepare.readiness.made_up import amount, told

READINESS = judge(
    Declaration(people=People(amount("38"), w2=told(amount("24").value))), Situation()
)


def test_one_line_a_criterion() -> None:
    found = rows(READINESS)
    assert [row[0] for row in found] == list(CRITERIA)
    assert all(len(row) == len(TITLES) for row in found)
    size = dict(zip(TITLES, found[list(CRITERIA).index("size")], strict=True))
    assert size["stands"] == "watch"
    assert size["requirements"] == "R-D1"
    assert size["by when"] == "before money depends on results"


def test_evidence_is_found_said_or_missing() -> None:
    found = [dict(zip(EVIDENCE_TITLES, row, strict=True)) for row in evidence_rows(READINESS)]
    kinds = {(one["criterion"], one["kind"], one["words"]) for one in found}
    assert ("size", "found", "The group has 38 clinicians") in kinds
    assert ("workforce_mix", "said", "Employees (W-2): 24") in kinds
    assert ("dependence", "missing", "Nobody said how much of the revenue is this plan's.") in kinds


def test_both_tables_are_written_as_csv() -> None:
    assert as_csv(READINESS).splitlines()[0].endswith(",".join(TITLES))
    assert len(as_csv(READINESS).splitlines()) == len(CRITERIA) + 1
    assert evidence_as_csv(READINESS).splitlines()[0].endswith("criterion,kind,words,source")
