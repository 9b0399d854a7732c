"""How the controls of a register stand in their tests, as an auditor reads them."""

from datetime import date

from fairterms.audit.procedures.observed import Holds
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.control import Control
from fairterms.risks.control.credit import Standing

WHERE = "risks.toml, control {}"


def judged(control: Control, found: Standing) -> Holds:
    """Return what the tests of one part of a control say.

    Returns
    -------
    Holds
        Yes where one is passed and current; no where the newest failed, or was made by somebody
        who has a part in the control; not tested where there is none, or none that still counts.
    """
    if found.is_proven:
        return Holds.YES
    test = found.test
    if test is None:
        return Holds.NOT_TESTED
    is_refuted = not test.is_pass or bool(test.shared_person(control))
    return Holds.NO if is_refuted else Holds.NOT_TESTED


def active(book: ControlBook, on: date) -> tuple[Control, ...]:
    """Return the controls in use on a day, those most relied on first."""
    found = [one for one in book.controls if one.is_active(on)]
    return tuple(sorted(found, key=lambda one: not one.is_key))
