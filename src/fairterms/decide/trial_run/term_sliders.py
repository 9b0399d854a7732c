"""The sliders of the terms: every number that stands in the contract and moves the deal's worth."""

from collections.abc import Iterator
from decimal import Decimal

from fairterms.contract.clause import Clause
from fairterms.decide.trial_run.prepared import Prepared
from fairterms.decide.trial_run.slider import Kind, Slider, ladder
from fairterms.simulate.drivers.knob import Knob, knobs
from fairterms.simulate.forecast.panel import Plan
from fairterms.simulate.page.names import spoken
from fairterms.simulate.years import Years
from fairterms.units.quantity import FRACTION

POINTS_REACH = Decimal("0.05")
"""A share can be moved by half of itself, and by 5 percentage points at least (our choice)."""

WHY = "the slider reaches half less and half more than the contract says, our choice"
WHY_SHARE = (
    "the slider reaches half less and half more than the contract says, and 5 percentage points "
    "at least, our choice"
)
WHY_NOTHING = "the contract says nothing is due, and the slider begins there, our choice"

PLAIN = {"at": "the threshold", "share": "the share earned", "up to": "reaches up to"}
"""What a name inside a row of the terms means, in plain words."""


def term_knobs(prepared: Prepared, plan: Plan, years: Years) -> dict[str, Knob]:
    """Return the numbers of the terms that may be moved, by their ids.

    Parameters
    ----------
    prepared
        The deal.
    plan, years
        A few years of it.

    Notes
    -----
    What the group would be paid without the deal is no merit of the deal, whatever its rate. So
    those clauses have no slider: a fee moved there would move both sides and show nothing.
    """
    anyway = prepared.deal.without_deal.clauses
    found = [one for one in knobs(plan, years) if one.is_term and one.place[0] not in anyway]
    return {one.id: one for one in found}


def term_sliders(prepared: Prepared, found: dict[str, Knob]) -> Iterator[Slider]:
    """Yield the sliders of the terms, in the order of the contract.

    Parameters
    ----------
    prepared
        The deal.
    found
        Of :func:`term_knobs`.
    """
    drawn = {one.attachment for one in prepared.declared.patients if one.attachment}
    for knob in found.values():
        clause = prepared.contract.clause(str(knob.place[0]))
        low, high, why = _reach(knob)
        if low >= high:
            continue
        now = Decimal(repr(knob.now))
        least, most, step = ladder(now, low, high, knob.unit.tick)
        yield Slider(
            knob.id,
            Kind.TERM,
            _title(knob, clause),
            clause.title or spoken(clause.id).capitalize(),
            knob.unit,
            least,
            most,
            step,
            now,
            why,
            source(clause, str(knob.place[1])),
            f"{clause.id}.{knob.place[1]}" in drawn,
        )


def source(clause: Clause, term: str) -> str:
    """Return where a term stands: the contract's section, else the line of the terms."""
    of_term = [one for one in clause.cites if one.term == term]
    whole = [one for one in clause.cites if not one.term]
    for cite in (*of_term, *whole):
        return str(cite)
    line = clause.terms[term].line or clause.line
    return f"terms.toml, line {line}" if line else "terms.toml"


def _reach(knob: Knob) -> tuple[Decimal, Decimal, str]:
    """Return how far a term is moved, within what its model allows, and why."""
    now = Decimal(repr(knob.now))
    low, high = (Decimal(repr(round(end, 9))) for end in (knob.low, knob.high))
    why = WHY if now else WHY_NOTHING
    if knob.unit == FRACTION:
        reach = max(abs(now) / 2, POINTS_REACH)
        low, high, why = max(low, now - reach), min(high, now + reach), WHY_SHARE
    return min(low, now), max(high, now), why


def _title(knob: Knob, clause: Clause) -> str:
    """Say in plain words which number of its clause it is."""
    section = clause.title or clause.id.replace("_", " ")
    parts = knob.title.removeprefix(f"{section}, ").split(", ")
    if len(parts) == 1:
        return parts[0].capitalize()
    words = [PLAIN.get(part, part.replace("no. ", "step ")) for part in parts[1:]]
    return f"{parts[0].capitalize()}: {', '.join(words)}"
