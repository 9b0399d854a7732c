"""Whether the people who audit and decide are free to do so."""

from collections.abc import Iterator
from datetime import date

from fairterms.audit.procedures.conflict import FEES_ON_RESULTS, Conflict, ConflictRegister
from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Holds, Observed, verdict
from fairterms.audit.procedures.procedure import Procedure
from fairterms.audit.procedures.shown import sentence
from fairterms.risks.control.cadence import Cadence

WHERE = "register of interests: {}"


def check(register: ConflictRegister, on: date) -> Iterator[Observed]:
    """Look at everybody's yearly return, then at each interest that still counts."""
    for person in register.people:
        yield _refreshed(register, person, on)
    for one in register.conflicts:
        if one.declared <= on and not one.is_nil:
            yield from _interest(one, register.began, on)


def _refreshed(register: ConflictRegister, person: str, on: date) -> Observed:
    newest = register.newest(person, on)
    until = None if newest is None else Cadence.YEARLY.next_after(newest)
    seen = "There is no return." if newest is None else f"The newest return is of {newest}."
    return Observed(
        f"The {person} made a return within the last 12 months, be it a nil return.",
        seen,
        WHERE.format(person),
        verdict(until is not None and on <= until),
    )


def _interest(one: Conflict, began: date, on: date) -> Iterator[Observed]:
    where = WHERE.format(one.person)
    interest = one.interest.rstrip(".")
    if one.kind == FEES_ON_RESULTS:
        expected = f"The {one.person} is paid the same whatever is found."
        yield Observed(expected, f"The fee hangs on the result: {interest}.", where, Holds.NO)
    barred = one.barred_until()
    if barred is not None:
        yield _own_work(one, barred, began, where)
    if _is_live(one, began, on):
        yield Observed(
            f"Something was done about this interest: {interest}.",
            sentence(one.mitigation) if one.mitigation else "Nothing was done about it.",
            where,
            verdict(bool(one.mitigation)),
        )
        yield _recused(one, interest, where)


def _is_live(one: Conflict, began: date, on: date) -> bool:
    has_begun = one.since is None or one.since <= on
    return has_begun and (one.until is None or one.until >= began)


def _own_work(one: Conflict, barred: date, began: date, where: str) -> Observed:
    ended = "It still lasts" if one.until is None else f"It ended on {one.until}"
    is_free = began > barred or (bool(one.matters) and not one.took_part)
    out = " and the person stayed out of it" if began <= barred and is_free else ""
    return Observed(
        f"The {one.person} does not audit work of their own of the last 12 months.",
        f"{ended}, the engagement began on {began}{out}.",
        where,
        verdict(is_free),
    )


def _recused(one: Conflict, interest: str, where: str) -> Observed:
    took_part = ", ".join(one.took_part)
    seen = f"They took part in: {took_part}." if took_part else "They stayed out of all of them."
    if not one.matters:
        seen = "No matter touched it."
    return Observed(
        f"The {one.person} stayed out of every matter that this touches: {interest}.",
        seen,
        where,
        verdict(not took_part),
    )


def _test(evidence: Evidence) -> tuple[Observed, ...]:
    register, on = evidence.conflicts, evidence.on
    assert register is not None, "the procedure is run with a register"
    assert on is not None, "the procedure is run as of a day"
    return tuple(check(register, on))


PROCEDURE = Procedure(
    id="conflicts_of_interest",
    title="Conflicts of interest",
    objective="Are those who audit and decide free of ties to either side?",
    criteria=(
        "IIA Global Internal Audit Standards 2.1, 2.2, 2.3, 7.1",
        "COSO principles 1, 2",
    ),
    steps=(
        "List everybody who audits or decides, by role.",
        "Look for a return of each in the last 12 months; to have no interest is a return, too.",
        "For each interest, see what was done about it.",
        "Compare the matters it touches with those the person stayed out of.",
        "See that nobody audits their own work of the last 12 months, or is paid by the result.",
    ),
    needs=("conflicts", "on"),
    sampling="Every person and every return is looked at.",
    expected="Everybody made a return, and nobody took part where they are tied.",
    test=_test,
)
