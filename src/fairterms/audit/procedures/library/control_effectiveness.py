"""Whether each control ran every time it should have, and how sure a sample makes us."""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.procedures.control_standing import WHERE, active, judged
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed
from fairterms.audit.procedures.operated import Operated, Times, count_times
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import percent, sentence, things
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.bound import upper_bound_of_list
from fairterms.risks.control.control import Control
from fairterms.risks.control.credit import standing
from fairterms.risks.control.sampling import BEARABLE_BOUND
from fairterms.risks.control.test import Part, Sampled
from fairterms.units.period import Period


def ran(control: Control, operated: Operated, period: Period) -> Observed:
    """Compare the days a control ran with the times it should have run.

    Parameters
    ----------
    control
        With how often it should run.
    operated
        What it left behind.
    period
        What is audited.

    Returns
    -------
    Observed
        One missed time is a failure. Where a sample found none, it holds only if the exact bound
        is bearable; otherwise too little was looked at to say.
    """
    expected = f"{control.title}: it ran {control.cadence.value} from {period}."
    where = f"{operated.where} ({control.id})"
    times = count_times(operated, control.cadence, period)
    if times is None:
        seen = "It runs at each event, or the period is shorter than its step; give a sample."
        return Observed(expected, seen, where, Holds.NOT_TESTED)
    bound = upper_bound_of_list(times.failed, times.looked, times.due)
    seen = (
        f"{times.looked} of {things(times.due, 'time')} were looked at; in {times.failed} of them "
        f"nothing shows that it ran. {_bound_words(bound, is_whole=times.due == times.looked)}"
    )
    return Observed(expected, seen, where, _of(times, bound), percent(bound))


def _bound_words(bound: float, *, is_whole: bool) -> str:
    if is_whole:
        return f"Every time was looked at, and {percent(bound)} failed."
    return f"At most {percent(bound)} of all may have failed (95 % sure)."


def _of(times: Times, bound: float) -> Holds:
    if times.failed:
        return Holds.NO
    return Holds.YES if bound <= BEARABLE_BOUND else Holds.NOT_TESTED


def _tested(control: Control, book: ControlBook, on: date) -> Observed:
    """Look at the newest test of operation, and work its bound out again."""
    expected = f"{control.title}: a test of its operation is passed, and proves enough."
    where = WHERE.format(control.id)
    if control.id in book.unread:
        seen = "A test of it could not be read, and may have failed."
        return Observed(expected, seen, where, Holds.NOT_TESTED)
    found = standing(control, Part.OPERATING, book.tests, on)
    sampled = found.test.sampled if found.test else None
    if sampled is None or not found.is_proven:
        return Observed(expected, sentence(found.why), where, judged(control, found))
    return _sample(sampled, expected, where, sentence(found.why))


def _sample(sampled: Sampled, expected: str, where: str, why: str) -> Observed:
    bound = upper_bound_of_list(sampled.deviations, sampled.size, sampled.population)
    words = _bound_words(bound, is_whole=sampled.is_whole)
    if sampled.is_replayed is False:
        seen = "The seed does not draw this sample, so somebody chose it otherwise."
        return Observed(expected, seen, where, Holds.NO, percent(bound))
    if sampled.is_replayed is None:
        seen = f"{why} {words} Only who has the list can draw the sample again."
        return Observed(expected, seen, where, Holds.NOT_TESTED, percent(bound))
    holds = Holds.YES if bound <= BEARABLE_BOUND else Holds.NOT_TESTED
    few = "" if holds is Holds.YES else " Too little was looked at to rely on it."
    return Observed(expected, f"{why} {words}{few}", where, holds, percent(bound))


def _all(book: ControlBook, evidence: Evidence, on: date) -> Iterator[Observed]:
    asked = evidence.period
    # A time that is still to come was not missed.
    period = Period(asked.first, min(asked.last, on)) if asked and asked.first <= on else None
    for control in active(book, on):
        yield _tested(control, book, on)
        for operated in evidence.operated or ():
            if operated.control == control.id and period is not None:
                yield ran(control, operated, period)
    known = {one.id for one in book.controls}
    for operated in evidence.operated or ():
        if operated.control not in known:
            expected = f"{operated.control} is a control of the register."
            seen = "There is no control of that id."
            yield Observed(expected, seen, operated.where, Holds.NOT_TESTED)


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    book, on = evidence.controls, evidence.judged_on
    assert book is not None, "the procedure is run with controls"
    assert on is not None, "the procedure is run as of a day"
    return tuple(_all(book, evidence, on))


PROCEDURE = Procedure(
    id="control_effectiveness",
    title="Operation of controls",
    objective="Did each control run every time it should have, through the audited period?",
    criteria=(
        "COSO principles 10, 12, 16",
        "IIA Global Internal Audit Standards 13.4, 14.2",
    ),
    steps=(
        "Count the times each control should have run in the audited period.",
        "Look at all of them, or at a sample drawn by a published seed.",
        "Look at what each run left behind; asking alone proves nothing.",
        "Draw the sample again from its seed.",
        "Work out the largest share of failures that the sample does not rule out.",
    ),
    needs=("controls", "on"),
    sampling=(
        "The whole list where it is short; else places drawn by HMAC-SHA256 of a published seed."
    ),
    expected="No time is missed, and the exact bound on failures is 10 % or less.",
    test=_test,
)
