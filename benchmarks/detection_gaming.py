"""Whether a gaming clinic shows in the panel, and whether a moved window shows in a statement."""

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt
from benchmarks.detection_worlds import WINDOW, Records, Statement, declare

from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.outcomes.gaming import restated
from fairterms.outcomes.gaming.evidence import Episodes, Evidence, Lacking, Restatement, Terms
from fairterms.outcomes.gaming.signal import Side
from fairterms.outcomes.group_results.both_sides import LEVEL, look_at_both

Floats = npt.NDArray[np.float64]
FROM_DAYS: Final = (0, 14, 30, 60, 90, 120, 150, 180)
UNTIL_DAYS: Final = (60, 90, 120, 180, 240, 270, 300, 365)
CASE: Final = 10


@dataclass(frozen=True)
class Examined:
    """What the panel said of the provider's side.

    Attributes
    ----------
    asked
        Names of the signals worth asking about.
    naive
        Names of those with a p-value of at most 0.05, each taken by itself.
    """

    asked: frozenset[str]
    naive: frozenset[str]


def examine(known: Records) -> Examined:
    """Look at the provider's side as the product does."""
    panel = look_at_both(known.store, known.table, declare())
    asked = frozenset(one.signal.name for one in panel.worth_asking(Side.PROVIDER))
    naive = frozenset(
        one.signal.name
        for one in panel.findings
        if one.signal.side is Side.PROVIDER
        and one.measured is not None
        and one.measured.p_value is not None
        and one.measured.p_value <= LEVEL
    )
    return Examined(asked, naive)


@dataclass(frozen=True)
class Restated:
    """What the group's own count says of the plan's statement.

    Attributes
    ----------
    differs
        Whether the count by the days signed is another than the statement, in any year.
    days
        The days that give the statement exactly; None where none tried do, the signed ones first.
    is_shift_worth_asking
        Whether the panel's test of the two windows on the same patients has p at most 0.05.
    naive_differs
        Whether two rates, taken as of different patients, differ with |z| above 1.96.
    """

    differs: bool
    days: tuple[int, int] | None
    is_shift_worth_asking: bool
    naive_differs: bool


def restate(known: Records) -> Restated:
    """Count the measure by the days signed, and look for the days the plan used."""
    scores = _FirstVisits.read(known)
    own = scores.count(WINDOW)
    tried = [WINDOW, *(days for days in product(FROM_DAYS, UNTIL_DAYS) if days[0] < days[1])]
    days = next((days for days in tried if scores.count(days) == known.statement), None)
    differs = own != known.statement
    shift = differs and days is not None and scores.shift(days) <= LEVEL
    return Restated(differs, days, shift, _rates_differ(own, known.statement))


def _rates_differ(own: Statement, plan: Statement) -> bool:
    """Compare two pooled rates as if they were of different patients."""
    reached, n = (
        np.array([sum(one[at] for one in of.values()) for of in (own, plan)]) for at in (0, 1)
    )
    rate = reached.sum() / n.sum()
    z = abs(reached[0] / n[0] - reached[1] / n[1]) / np.sqrt(rate * (1 - rate) * (1 / n).sum())
    return bool(2 * (1 - normal_probability(z)) <= LEVEL)


@dataclass(frozen=True, eq=False)
class _FirstVisits:
    """First scores of patients scored at their first visit, and later ones; days from 1970."""

    first: Floats
    start: Floats
    patient: npt.NDArray[np.int64]
    since: Floats
    score: Floats

    @classmethod
    def read(cls, known: Records) -> "_FirstVisits":
        rows = known.store.connection.execute(
            "WITH begun AS (SELECT person_id, min(starts) AS began FROM visits "
            "WHERE status = 'finished' GROUP BY ALL) "
            "SELECT person_id, datediff('day', DATE '1970-01-01', began)::DOUBLE AS began, "
            "datediff('day', began, assessed_on)::DOUBLE AS since, score::DOUBLE AS score "
            "FROM assessments JOIN begun USING (person_id) "
            "WHERE instrument = 'phq9' AND score IS NOT NULL ORDER BY person_id, assessed_on"
        ).fetchnumpy()
        ids = np.asarray(np.ma.filled(rows["person_id"], ""), dtype=str)
        people, patient = np.unique(ids, return_inverse=True)
        began, since, score = (np.asarray(rows[name], dtype=np.float64) for name in _COLUMNS)
        first, start = np.full(people.size, np.nan), np.full(people.size, np.nan)
        at_first = since == 0
        first[patient[at_first]], start[patient[at_first]] = score[at_first], began[at_first]
        return cls(first, start, patient[~at_first], since[~at_first], score[~at_first])

    def last(self, days: tuple[int, int]) -> Floats:
        """Return the last score in the days, NaN where none; shape (patients,)."""
        kept = (self.since >= days[0]) & (self.since <= days[1])
        last = np.full(self.first.shape, np.nan)
        # Rows rise by day, so the last one written stays.
        last[self.patient[kept]] = self.score[kept]
        return last

    def credit(self, days: tuple[int, int]) -> Floats:
        """Return 1 where halved, 0 where not, NaN where not counted; shape (patients,)."""
        last = self.last(days)
        credit = np.where(last <= self.first / 2, 1.0, 0.0)
        return np.where((self.first >= CASE) & ~np.isnan(last), credit, np.nan)

    def count(self, days: tuple[int, int]) -> Statement:
        """Count by year of the first score."""
        credit = self.credit(days)
        counted = ~np.isnan(credit)
        year = np.zeros(self.start.shape, dtype=np.int64)
        known = ~np.isnan(self.start)
        year[known] = self.start[known].astype("datetime64[D]").astype("datetime64[Y]").astype(int)
        return {
            int(one) + 1970: (int(credit[counted & (year == one)].sum()), int(number))
            for one, number in zip(*np.unique(year[counted], return_counts=True), strict=True)
        }

    def shift(self, days: tuple[int, int]) -> float:
        """Return the panel's p-value that the days used cost the group; 1 where nothing is told."""
        none = np.full(self.first.shape, np.nan)
        place = np.zeros(self.first.shape, dtype=np.int64)
        used = Restatement("window", self.credit(WINDOW), self.credit(days), 0.0, 1.0, False)
        evidence = Evidence(
            Terms(CASE, 0.5, WINDOW, 0, 27),
            Episodes(place, place, none, np.zeros(self.first.shape), none, none),
            restatements=(used,),
        )
        try:
            found = restated.compare(evidence, "window", "both windows")
        except Lacking:
            return 1.0
        return 1.0 if found.p_value is None else found.p_value


_COLUMNS = ("began", "since", "score")
