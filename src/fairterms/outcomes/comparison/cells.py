"""Patients gathered into cells: those of one provider whose covariates are equal count together.

Every model of this room reads patients in this form. Rows are sorted by provider, so that a sum
over a provider's patients is a sum over neighbours, and long columns are worked through in blocks
that stay in the processor's cache.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fairterms.outcomes.comparison import intake

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

BLOCK_ROWS = 8_192
"""Rows worked on at a time: a column of them (64 KiB) and its companions stay in the cache."""

FEW_VALUES = 64
"""A covariate with more distinct values than this is taken for a continuous one."""


@dataclass(frozen=True, eq=False)
class Block:
    """Neighbouring rows, and the providers they belong to.

    Attributes
    ----------
    rows, providers
        Where in the rows, and where in the providers, the block lies.
    starts
        Where each of its providers begins, counted from the block's first row.
    counts
        How many of the block's rows each of its providers has.
    """

    rows: slice
    providers: slice
    starts: Integers
    counts: Integers


@dataclass(frozen=True, eq=False)
class Cells:
    """Patients by provider and covariates; J providers, m cells, p columns with the intercept.

    Attributes
    ----------
    names
        The columns of the design, the intercept first; p of them.
    providers
        The providers' ids in rising order, shape (J,).
    design
        A column of ones, then each covariate centred and scaled over the cells; shape (m, p).
    trials
        Patients in each cell, shape (m,).
    centre, spread
        Means and standard deviations of the covariates over the cells, taken out, shape (p - 1,).
    patients, observed
        Patients, and patients with the outcome, of each provider, shape (J,).
    event_sums
        The design summed over each provider's patients with the outcome, shape (J, p). With it the
        models never need a single patient's outcome again.
    blocks
        The rows in pieces.
    """

    names: tuple[str, ...]
    providers: npt.NDArray[np.generic]
    design: Floats
    trials: Floats
    centre: Floats
    spread: Floats
    patients: Floats
    observed: Floats
    event_sums: Floats
    blocks: tuple[Block, ...]

    @property
    def is_single(self) -> bool:
        """Whether every cell is one patient, so that counting by trials can be left out."""
        return len(self.trials) == int(self.patients.sum())

    def predictor(self, coefficients: Floats) -> Floats:
        """Return the linear predictor of each cell, in logits, shape (m,)."""
        found: Floats = np.empty(len(self.design))
        for block in self.blocks:
            np.matmul(self.design[block.rows], coefficients, out=found[block.rows])
        # Far outside anything a fit ends at; it keeps a wild trial step from overflowing.
        np.clip(found, -500, 500, out=found)
        return np.asarray(found, dtype=np.float64)

    def unscaled(self, coefficients: Floats) -> Floats:
        """Return coefficients per unit of each covariate, from those per standard deviation."""
        return np.asarray(self.unscaling() @ coefficients, dtype=np.float64)

    def scaled(self, coefficients: Floats) -> Floats:
        """Return coefficients per standard deviation, from those per unit; shapes (p,)."""
        return np.asarray(np.linalg.solve(self.unscaling(), coefficients), dtype=np.float64)

    def unscaling(self) -> Floats:
        """Return the matrix that takes scaled coefficients to unscaled ones, shape (p, p)."""
        matrix = np.diag(np.concatenate([[1.0], 1 / self.spread]))
        matrix[0, 1:] = -self.centre / self.spread
        return matrix


def gather(
    outcomes: npt.ArrayLike,
    providers: npt.ArrayLike,
    covariates: npt.ArrayLike,
    names: Sequence[str] | None = None,
) -> Cells:
    """Gather patients into cells.

    Parameters
    ----------
    outcomes
        Whether each patient reached the outcome, 0 or 1, shape (n,).
    providers
        Each patient's provider, any sortable ids, shape (n,).
    covariates
        Facts at intake, numbers without missing values, shape (n, k); k may be 0.
    names
        What the covariates are called, k of them; ``x1`` and so on if not given.

    Raises
    ------
    Refusal
        Where a column is missing values, is constant, repeats others, or has another length.

    Examples
    --------
    >>> severe = [[0], [1], [0], [0], [1], [1], [1], [0]]
    >>> cells = gather([1, 0, 1, 0, 1, 1, 1, 1], list("bababbbb"), severe, ["severe"])
    >>> cells.providers.tolist(), cells.patients.tolist(), cells.observed.tolist()
    (['a', 'b'], [2.0, 6.0], [0.0, 6.0])
    >>> cells.trials.tolist()  # those alike count together
    [1.0, 1.0, 3.0, 3.0]
    """
    results, ids, facts, labels = intake.check(outcomes, providers, covariates, names)
    known, codes = number(ids)
    cell_codes, design, trials, events = _group(codes, facts, results)
    cuts = np.searchsorted(cell_codes, np.arange(len(known) + 1))
    centre, spread = _standardise(design)
    intake.check_columns(design, spread, labels)
    blocks = tuple(_cut(cuts))
    return Cells(
        ("intercept", *labels),
        known,
        design,
        trials,
        centre,
        spread,
        np.bincount(codes, minlength=len(known)).astype(np.float64),
        np.bincount(codes, weights=results, minlength=len(known)).astype(np.float64),
        _sum_events(design, events, blocks, len(known)),
        blocks,
    )


def number(ids: npt.NDArray[np.generic]) -> tuple[npt.NDArray[np.generic], Integers]:
    """Return the distinct ids in rising order, and each row's place among them."""
    if ids.dtype.kind in "iu" and len(ids):
        low, high = int(ids.min()), int(ids.max())
        # A table of places is several times faster than sorting the rows.
        if high - low <= 4 * len(ids):
            shifted = (ids - low).astype(np.int64)
            is_used = np.bincount(shifted, minlength=high - low + 1) > 0
            known = (np.flatnonzero(is_used) + low).astype(ids.dtype)
            return known, (np.cumsum(is_used) - 1)[shifted]
    known, codes = np.unique(ids, return_inverse=True)
    return known, codes.astype(np.int64)


def _group(
    codes: Integers, facts: Floats, results: Floats
) -> tuple[Integers, Floats, Floats, Floats]:
    """Return provider, design, trials and events of each cell, sorted by provider."""
    pattern = _pattern(facts)
    if pattern is not None:
        kinds = int(pattern.max()) + 1
        keys, first, cell = np.unique(
            codes * kinds + pattern, return_index=True, return_inverse=True
        )
        if 2 * len(keys) <= len(codes):
            trials = np.bincount(cell).astype(np.float64)
            events = np.bincount(cell, weights=results).astype(np.float64)
            return keys // kinds, _design(facts, first), trials, events
    narrow = codes.astype(np.uint16) if codes.max() < 2**16 else codes  # sorts by digits, faster
    order = np.argsort(narrow, kind="stable")
    return codes[order], _design(facts, order), np.ones(len(codes)), results[order]


def _pattern(facts: Floats) -> Integers | None:
    """Return a number for each row, equal for equal rows; None where most rows differ."""
    sample = facts[:: max(1, len(facts) // 4_096)]
    pattern, kinds = np.zeros(len(facts), np.int64), 1
    for at in range(facts.shape[1]):
        values = np.unique(sample[:, at])
        if len(values) > FEW_VALUES:
            return None
        place = np.minimum(np.searchsorted(values, facts[:, at]), len(values) - 1)
        if not np.array_equal(values[place], facts[:, at]):  # a rare value the sample missed
            values, place = np.unique(facts[:, at], return_inverse=True)
        pattern, kinds = pattern * len(values) + place, kinds * len(values)
        if kinds > len(facts):
            used, pattern = np.unique(pattern, return_inverse=True)
            kinds = len(used)
        if 2 * kinds > len(facts):
            return None
    return pattern


def _design(facts: Floats, order: Integers) -> Floats:
    """Return the rows in order behind a column of ones; the only copy made of the covariates."""
    design = np.empty((len(order), facts.shape[1] + 1))
    design[:, 0] = 1
    for start in range(0, len(order), BLOCK_ROWS):
        rows = slice(start, start + BLOCK_ROWS)
        design[rows, 1:] = facts[order[rows]]
    return design


def _standardise(design: Floats) -> tuple[Floats, Floats]:
    """Centre and scale the covariates where they stand; return what was taken out."""
    facts = design[:, 1:]
    centre = facts.mean(axis=0)
    facts -= centre
    square = np.zeros(facts.shape[1])
    for start in range(0, len(facts), BLOCK_ROWS):
        square += np.square(facts[start : start + BLOCK_ROWS]).sum(axis=0)
    spread = np.sqrt(square / len(facts))
    # A constant covariate leaves rounding errors only; it is refused by name a little later.
    spread[spread <= 1e-12 * np.maximum(1, np.abs(centre))] = 0
    facts /= np.where(spread > 0, spread, 1)
    return centre, spread


def _cut(cuts: Integers) -> Iterator[Block]:
    """Cut rows into blocks; ``cuts`` are the providers' first rows and the end, shape (J + 1,)."""
    for start in range(0, int(cuts[-1]), BLOCK_ROWS):
        stop = min(start + BLOCK_ROWS, int(cuts[-1]))
        first = int(np.searchsorted(cuts, start, side="right")) - 1
        last = int(np.searchsorted(cuts, stop, side="left"))
        edges = np.clip(cuts[first : last + 1], start, stop) - start
        yield Block(slice(start, stop), slice(first, last), edges[:-1], np.diff(edges))


def _sum_events(design: Floats, events: Floats, blocks: Sequence[Block], providers: int) -> Floats:
    """Return the design summed over each provider's events, shape (J, p)."""
    sums = np.zeros((providers, design.shape[1]))
    for block in blocks:
        weighted = design[block.rows] * events[block.rows, None]
        sums[block.providers] += np.add.reduceat(weighted, block.starts, axis=0)
    return sums
