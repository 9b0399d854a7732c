"""The plan's made-up statement, counted over other days than the contract says."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from fairterms.outcomes.synthetic.assessments import totals
from fairterms.outcomes.synthetic.columns import Block
from fairterms.outcomes.synthetic.draws import Flags, Whole
from fairterms.outcomes.synthetic.truths import PayerRedefinition
from fairterms.outcomes.synthetic.workdays import epoch_day

CASE = 10
"""A first PHQ-9 total from here on is in the denominator."""


@dataclass(frozen=True)
class Tally:
    """Depression response by year of the first score, over the plan's days.

    Attributes
    ----------
    redefinition
        Which days the plan counts; None when it keeps to the contract and no statement is made.
    numerator, denominator
        Patients by year.
    """

    redefinition: PayerRedefinition | None
    numerator: tuple[tuple[int, int], ...] = ()
    denominator: tuple[tuple[int, int], ...] = ()

    @classmethod
    def start(cls, redefinition: PayerRedefinition | None) -> "Tally":
        """Return an empty tally."""
        return cls(redefinition)

    def add(self, block: Block) -> "Tally":
        """Return the tally with a block of patients."""
        if self.redefinition is None:
            return self
        years, is_counted, is_better = count(block, self.redefinition.used)
        return replace(
            self,
            numerator=_added(self.numerator, years[is_counted & is_better]),
            denominator=_added(self.denominator, years[is_counted]),
        )


def count(block: Block, window: tuple[int, int]) -> tuple[Whole, Flags, Flags]:
    """Return each patient's year of the first score, and whether counted and at least halved.

    Parameters
    ----------
    block
        Patients with their forms.
    window
        Days after the first score in which the last score counts, both included.
    """
    made, patients = block.occasions, block.people.number.size
    total = totals(made.depression)
    has = ~np.isnan(total)
    first, start = np.full(patients, np.nan), np.zeros(patients, dtype=np.int64)
    at = np.flatnonzero(has & made.is_first)
    first[made.patient[at]], start[made.patient[at]] = total[at], made.day[at]
    since = made.day - start[made.patient]
    late = np.flatnonzero(has & (since >= window[0]) & (since <= window[1]) & ~made.is_first)
    last = np.full(patients, np.nan)
    last[made.patient[late]] = total[late]
    is_counted: Flags = (first >= CASE) & ~np.isnan(last)
    days = (start + epoch_day(block.world)).astype("datetime64[D]")
    years: Whole = days.astype("datetime64[Y]").astype(np.int64) + 1970
    is_better: Flags = last <= first / 2
    return years, is_counted, is_better


def _added(so_far: tuple[tuple[int, int], ...], years: Whole) -> tuple[tuple[int, int], ...]:
    sums = dict(so_far)
    for year, number in zip(*np.unique(years, return_counts=True), strict=True):
        sums[int(year)] = sums.get(int(year), 0) + int(number)
    return tuple(sorted(sums.items()))


def write(path: Path, tally: Tally) -> None:
    """Write the statement as CSV: one line a year."""
    better = dict(tally.numerator)
    lines = ["measure,year,numerator,denominator"]
    lines += [
        f"depression response,{year},{better.get(year, 0)},{number}"
        for year, number in tally.denominator
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
