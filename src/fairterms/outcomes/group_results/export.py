"""The judged targets as plain records, for other programs. Counts are the group's own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from fairterms.outcomes.group_results.assessment import MeasureAssessment, TargetAssessment
from fairterms.outcomes.group_results.measured import NotMeasured


def as_records(
    assessed: Sequence[MeasureAssessment], missing: Sequence[NotMeasured]
) -> dict[str, Any]:
    """Return the measures with their baselines and targets, and those that are missing.

    Parameters
    ----------
    assessed
        The measures that could be worked out.
    missing
        Those that could not.
    """
    return {
        "measures": [_measure(one) for one in assessed],
        "not_measured": [{"measure": one.measure, "why": one.why} for one in missing],
    }


def _plain(value: object) -> str | float:
    """Return an option as JSON can hold it; TOML gives fractions as Decimal and days as dates."""
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | float) else str(value)


def _measure(one: MeasureAssessment) -> dict[str, Any]:
    proposed = one.proposed
    return {
        "measure": one.declared.measure,
        "by": one.declared.by,
        "part": one.declared.part,
        "options": {name: _plain(value) for name, value in one.declared.options.items()},
        "years": [
            {"year": year.year, "reached": year.reached, "patients": year.n} for year in one.years
        ],
        "pooled_rate": one.baseline.pooled.rate,
        "reliability": one.reliability,
        "targets": [_target(target) for target in one.targets],
        "fair_target": None
        if proposed is None
        else {
            "rate": proposed.target.rate,
            "direction": proposed.target.direction.value,
            "patients": proposed.n,
            "average_fails": proposed.average_fails,
            "group_meets": proposed.group_meets,
        },
        "notes": list(one.notes),
    }


def _target(target: TargetAssessment) -> dict[str, Any]:
    then = target.met_with_follow_up
    return {
        "rate": target.asked.target.rate,
        "direction": target.asked.target.direction.value,
        "dollars": None if target.asked.dollars is None else f"{target.asked.dollars:f}",
        "chance_met": target.met_now,
        "chance_met_with_follow_up": None
        if then is None
        else {"share": then.share_then, "if_none": then.if_none, "if_same": then.if_same},
        "average_fails": target.average_fails,
        "patients_needed": target.patients_needed,
    }
