"""What is missing is named, and never taken for a pass."""

from datetime import date

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.kept_duty import KeptDuty
from fairterms.audit.procedures.observed import Outcome
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms.audit.procedures.running import missing, run
from tests.audit.procedures.made_up import ON

DUTY = KeptDuty("Send the list", "plan", date(2027, 3, 10), date(2027, 3, 9), "A-3.1")


@pytest.mark.parametrize("name", sorted(PROCEDURES))
def test_without_any_evidence_no_procedure_passes(name: str) -> None:
    found = run(PROCEDURES[name], Evidence())
    assert found.outcome is Outcome.NOT_TESTED
    assert found.why_not.startswith("Not tested, because there is no evidence of this: ")


def test_an_empty_list_is_no_evidence() -> None:
    found = run(PROCEDURES["obligations"], Evidence(on=ON, duties=()))
    assert found.why_not == (
        "Not tested, because there is no evidence of this: duties with their due days "
        "([[kept_duty]])."
    )


def test_one_of_two_kinds_of_evidence_is_enough() -> None:
    one = PROCEDURES["settlement_recomputation"]
    assert len(missing(one, Evidence())) == 2
    assert "or" in missing(one, Evidence())[1]
    # A made-up value.
    # Only that something is there is looked at.
    assert len(missing(one, Evidence(scripts=(object(),)))) == 1  # type: ignore[arg-type]


def test_evidence_that_holds_nothing_to_look_at_is_not_tested() -> None:
    later = Evidence(on=date(2027, 1, 1), duties=(DUTY,))
    found = run(PROCEDURES["obligations"], later)
    assert found.why_not.endswith("the evidence holds nothing this procedure looks at.")


def test_with_evidence_it_runs() -> None:
    found = run(PROCEDURES["obligations"], Evidence(on=ON, duties=(DUTY,)))
    assert (found.outcome, found.title) == (Outcome.HOLDS, "Duties of both sides")
