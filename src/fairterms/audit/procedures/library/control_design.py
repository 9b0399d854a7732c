"""Whether each control, as it is written, could work at all."""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.procedures.control_standing import WHERE, active, judged
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import sentence
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.control import Control
from fairterms.risks.control.credit import standing
from fairterms.risks.control.test import Part


def _check(book: ControlBook, control: Control, on: date) -> Iterator[Observed]:
    where = WHERE.format(control.id)
    aims = sum(effect.control == control.id for effect in book.effects)
    yield Observed(
        f"{control.title}: it acts on a risk of the register.",
        f"It acts on {aims} of them." if aims else "It acts on none of them.",
        where,
        verdict(aims > 0),
    )
    if control.id in book.unread:
        seen = "A test of it could not be read, and may have failed."
        yield Observed(f"{control.title}: its design is tested.", seen, where, Holds.NOT_TESTED)
        return
    found = standing(control, Part.DESIGN, book.tests, on)
    expected = f"{control.title}: its design is tested by somebody else, and passed."
    yield Observed(expected, sentence(found.why), where, judged(control, found))


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    book, on = evidence.controls, evidence.judged_on
    assert book is not None, "the procedure is run with controls"
    assert on is not None, "the procedure is run as of a day"
    return tuple(one for control in active(book, on) for one in _check(book, control, on))


PROCEDURE = Procedure(
    id="control_design",
    title="Design of controls",
    objective="Would each control prevent or find what it is meant for, if it ran?",
    criteria=(
        "COSO principles 10, 11, 12",
        "IIA Global Internal Audit Standards 13.4, 14.2",
    ),
    steps=(
        "List the controls in use, those most relied on first.",
        "See that each acts on a risk of the register.",
        "Look for a test of its design that still counts.",
        "See that who tests it neither owns it nor carries it out.",
    ),
    needs=("controls", "on"),
    sampling="Every control in use is looked at.",
    expected="Each control acts on a risk, and its design is tested and passed.",
    test=_test,
)
