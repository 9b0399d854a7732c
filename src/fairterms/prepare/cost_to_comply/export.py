"""The duties as rows for a spreadsheet and as records for other programs."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.costed_duty import CostedDuty
from fairterms.prepare.cost_to_comply.spread import Spread

COLUMNS = (
    "name",
    "kind",
    "duty",
    "sort of work",
    "status",
    "in your cost",
    "document",
    "page",
    "section",
    "quote",
    "how often",
    "times a year",
    "due",
    "hours low",
    "hours likely",
    "hours high",
    "dollars low",
    "dollars likely",
    "dollars high",
    "reckoned as",
    "basis",
)
"""Of the table of duties; one row a duty."""


def as_rows(found: ComplianceCost) -> list[tuple[str, ...]]:
    """Return each duty as one row of :data:`COLUMNS`; unknown numbers are empty."""
    return [_row(one) for one in found.duties]


def as_records(found: ComplianceCost) -> dict[str, Any]:
    """Return the whole assessment as nested plain values; numbers as exact text."""
    return {
        "duties": [dict(zip(COLUMNS, _row(one), strict=True)) for one in found.duties],
        "own_dollars": str(found.own_dollars),
        "own_hours": str(found.own_hours),
        "missed_dollars": _spread(found.missed_dollars),
        "missed_hours": _spread(found.missed_hours),
        "dollars": _spread(found.dollars),
        "hours": _spread(found.hours),
        "full_time_people": _spread(found.people),
        "per_member_month": _spread(found.per_member_month),
        "gross_revenue": str(found.revenue.gross) if found.revenue else None,
        "share_of_revenue": _spread(found.share_of_revenue),
        "unfunded": _spread(found.unfunded),
        "mandates": [
            {
                "work": one.family.value,
                "own": str(one.own),
                "missed": _spread(one.missed),
                "paid": str(one.paid),
                "unfunded": _spread(one.unfunded),
            }
            for one in found.mandates
        ],
        "paid_for_work": [
            {
                "clause": one.clause,
                "amount": str(one.amount),
                "for": [family.value for family in one.families],
                "is_lent": one.is_lent,
            }
            for one in found.funding
        ],
        "gain": str(found.incentive.gain) if found.incentive else None,
        "not_counted": [one.duty.id for one in found.unknown],
        "missing": list(found.missing),
    }


def _spread(spread: Spread | None) -> dict[str, str] | None:
    if spread is None:
        return None
    return {"low": str(spread.low), "likely": str(spread.likely), "high": str(spread.high)}


def _row(one: CostedDuty) -> tuple[str, ...]:
    duty, load = one.duty, one.load
    place = duty.places[0] if duty.places else None
    where = (
        (place.quote.document, str(place.quote.page), place.section, place.words)
        if place
        else ("", "", "; ".join(duty.terms), "")
    )
    times = "" if duty.frequency.times is None else str(duty.frequency.times)
    return (
        duty.id,
        duty.kind_name,
        duty.what,
        duty.family.value,
        one.status.value,
        one.cover.cost.id if one.cover else "",
        *where,
        duty.frequency.words,
        times,
        duty.frequency.due,
        *_numbers(load.hours.values if load else ()),
        *_numbers(load.dollars.values if load else ()),
        load.how if load else one.wanted,
        one.why_not or (load.basis if load else duty.kind.basis),
    )


def _numbers(values: Iterable[Decimal]) -> tuple[str, ...]:
    return tuple(f"{value:f}" for value in values) or ("", "", "")
