"""Files are judged by the acceptance rules, and a few rows stay a few."""

from dataclasses import replace
from datetime import date

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.records.acceptance import Acceptance, Answer, Outcome, Seen
from fairterms.records.catalogues import RULES
from fairterms.records.delivery import Load
from fairterms.records.need import Gap
from tests.audit.procedures.made_up import held, ran

LOAD = Load(1, "patients", "plan", "patients.csv", date(2027, 3, 1), "ab", 100, 100, 0, None)
CLEAN = Acceptance(LOAD, tuple(Answer(rule, Outcome.PASSED, ()) for rule in RULES.values()), ())


def found(report: Acceptance) -> tuple[Observed, ...]:
    return ran("data_feed", Evidence(acceptances=(report,)))


def with_rows(count: int) -> Acceptance:
    first, *others = CLEAN.answers
    answer = replace(first, outcome=Outcome.FOUND, seen=(Seen("odd", count, (1,)),))
    return replace(CLEAN, answers=(answer, *others))


def test_a_clean_file_holds() -> None:
    (one,) = found(CLEAN)
    assert (one.holds, one.figure) == (Holds.YES, f"{len(RULES)} rules")
    assert one.where == "patients.csv, received 2027-03-01"


def test_what_a_rule_names_does_not_hold_and_a_few_rows_are_hidden() -> None:
    (many,), (few,) = found(with_rows(11)), found(with_rows(3))
    assert (many.holds, many.figure) == (Holds.NO, "11 rows")
    assert (few.holds, few.figure) == (Holds.NO, "1 to 10 rows")
    assert "3" not in few.seen.replace("1 to 10", "")


def test_a_file_no_rule_looks_at_is_not_tested() -> None:
    idle = tuple(replace(one, outcome=Outcome.NOT_ASKED) for one in CLEAN.answers)
    assert held(found(replace(CLEAN, answers=idle))) == [Holds.NOT_TESTED]


def test_a_term_that_cannot_be_worked_out_does_not_hold() -> None:
    gap = Gap("follow_up", ("visits.date is empty",))
    (one, _) = found(replace(CLEAN, gaps=(gap,)))
    assert (one.holds, one.expected) == (Holds.NO, "follow_up can be worked out.")
