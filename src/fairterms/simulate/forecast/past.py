"""The group's own past, as a forecast uses it: its rates with their error, its patients' cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.records.engine.connection import Connection
from fairterms.simulate.capacity.observed import Observed
from fairterms.simulate.forecast.measure_panel import KnownRate
from fairterms.simulate.patient_cost.law import ObservedCost
from fairterms.units.period import Period


@dataclass(frozen=True)
class Past:
    """What the group's own records say of its past.

    Attributes
    ----------
    cost
        What its patients cost in a year; None without claims.
    rates
        Measure to the rate the group had.
    access
        How new patients came and were seen; None without visits.
    """

    cost: ObservedCost | None = None
    rates: Mapping[str, KnownRate] = field(default_factory=dict)
    access: Observed | None = None


NOTHING_PAST = Past()


def known_rates(assessed: Iterable[MeasureAssessment]) -> dict[str, KnownRate]:
    """Return the group's own rates, by measure.

    Parameters
    ----------
    assessed
        Measures with the counts that the chances of their targets rest on.

    Notes
    -----
    The error is that of a proportion, with two patients added to either side so that no rate is
    ever taken as certain.
    """
    found = {}
    for one in assessed:
        reached, patients, _ = one.rests_on
        if patients:
            careful = (reached + 2) / (patients + 4)
            error = float(np.sqrt(careful * (1 - careful) / (patients + 4)))
            found[one.declared.measure] = KnownRate(reached / patients, error, patients)
    return found


def observed_cost(connection: Connection, period: Period) -> ObservedCost | None:
    """Return what each listed person cost in a period, people without any cost among them.

    Parameters
    ----------
    connection
        The store's, with ``enrolment`` and ``claims``.
    period
        A whole year in which the claims are complete.

    Returns
    -------
    ObservedCost or None
        None where nobody was listed, or no line was paid in the period.
    """
    rows = connection.execute(
        "SELECT coalesce(sum(c.paid_cents), 0) FROM "
        "(SELECT DISTINCT person_id FROM enrolment "
        "WHERE starts <= ? AND (ends IS NULL OR ends >= ?)) e "
        "LEFT JOIN claims c ON c.person_id = e.person_id AND c.starts BETWEEN ? AND ? "
        "GROUP BY e.person_id",
        [period.last, period.first, period.first, period.last],
    ).fetchall()
    cents = np.sort(np.array([int(row[0]) for row in rows], dtype=np.int64))
    if not len(cents) or cents[-1] <= 0:
        return None
    return ObservedCost(np.maximum(cents, 0))
