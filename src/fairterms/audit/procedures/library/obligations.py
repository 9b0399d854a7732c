"""Whether each duty that fell due was done, and in time."""

from datetime import date

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.kept_duty import KeptDuty
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import things


def check(duty: KeptDuty, on: date) -> Observed | None:
    """Look at one duty as of a day; None where it is not yet due."""
    what, where = duty.what.rstrip("."), f"{duty.where} ({duty.owed_by})"
    if duty.due is None:
        seen = "Nobody can say when it is due."
        return Observed(f"{what}: done in time.", seen, where, Holds.NOT_TESTED)
    expected = f"{what}: done by {duty.due}."
    late = duty.days_late(on)
    if late is None:
        return None
    is_done = duty.done is not None and duty.done <= on
    days = things(late, "day")
    if is_done:
        seen = f"Done on {duty.done}" + (f", {days} late." if late else ".")
    else:
        seen = f"Nothing shows that it was done. It is {days} late."
    return Observed(expected, seen, where, verdict(is_done and not late), days)


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    on = evidence.on
    assert on is not None, "the procedure is run as of a day"
    found = (check(duty, on) for duty in evidence.duties or ())
    return tuple(one for one in found if one is not None)


PROCEDURE = Procedure(
    id="obligations",
    title="Duties of both sides",
    objective="Did each side do what it owed, when it was due?",
    criteria=(
        "The contract's clauses, as each duty cites them",
        "COSO principle 12",
        "IIA Global Internal Audit Standards 13.4, 14.2",
    ),
    steps=(
        "List the duties of both sides that fell due by the day.",
        "Look at what shows that each was done, and on which day.",
        "Count the days between the day it was due and the day it was done.",
        "Name each that was late or left open, whichever side owed it.",
    ),
    needs=("duties", "on"),
    sampling="Every duty that fell due is looked at.",
    expected="Each duty was done by its day.",
    test=_test,
)
