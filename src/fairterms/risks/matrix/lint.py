"""The lint of a risk matrix: four rules of plain arithmetic, printed beside every heat map."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from fairterms.risks.matrix.bands import amount
from fairterms.risks.matrix.pairs import NEGATIVE, PAIRS, Shares, count_pairs
from fairterms.risks.matrix.version import MatrixCell, MatrixVersion

CellPair = tuple[MatrixCell, MatrixCell]

_ROUNDING = 1e-12
"""Products of edges that differ by less than this part are the same but for rounding."""


@dataclass(frozen=True)
class RuleResult:
    """What one rule found.

    Parameters
    ----------
    rule
        The rule's name.
    passed
        Whether the matrix keeps it.
    sentence
        What was found, naming the cells that show it.
    cells
        The two cells that show it, if the rule is about cells.
    """

    rule: str
    passed: bool
    sentence: str
    cells: CellPair | None = None


@dataclass(frozen=True)
class LintReport:
    """What the lint of one version found.

    Parameters
    ----------
    number, sha256
        The version it is about.
    rules
        Every rule, passed or not.
    uniform
        Pairs of risks drawn evenly over the matrix.
    negative
        Pairs in which the frequent risks are small and the severe ones rare.
    pairs
        How many pairs were drawn of each sort.
    """

    number: int
    sha256: str
    rules: tuple[RuleResult, ...]
    uniform: Shares
    negative: Shares
    pairs: int

    @property
    def passed(self) -> bool:
        """Whether every rule is kept; the shares are figures, not rules."""
        return all(rule.passed for rule in self.rules)


def lint(version: MatrixVersion, *, pairs: int = PAIRS) -> LintReport:
    """Check a matrix and count what it ranks wrongly.

    Parameters
    ----------
    version
        The matrix.
    pairs
        Pairs of risks to draw, twice.

    Returns
    -------
    LintReport
        Rising edges, a monotone grid, weak consistency, betweenness, and the shares.

    Notes
    -----
    The correlation of the negative pairs is our choice: see `NEGATIVE`.
    """
    rules = (
        rising_edges(version),
        monotone(version),
        weak_consistency(version),
        betweenness(version),
    )
    return LintReport(
        version.number,
        version.sha256,
        rules,
        count_pairs(version, pairs=pairs),
        count_pairs(version, NEGATIVE, pairs=pairs),
        pairs,
    )


def rising_edges(version: MatrixVersion) -> RuleResult:
    """State that both scales are numbers that rise; a version without this cannot be made."""
    scales = f"{version.frequency_unit} and {version.unit}"
    words = f"The edges of both scales are numbers, rise strictly and carry a unit: {scales}."
    return RuleResult("Rising edges", passed=True, sentence=words)


def monotone(version: MatrixVersion) -> RuleResult:
    """Check that no cell has a lower level than one with less frequency or less severity."""
    for cell in version.cells:
        for further in _steps(version, cell, ((0, 1), (1, 0))):
            if _rank(version, further) < _rank(version, cell):
                words = (
                    f"{_told(version, cell)}, but with more of it {_told(version, further)}: "
                    "a larger risk gets a lower level."
                )
                return RuleResult(
                    "Monotone grid", False, words[:1].upper() + words[1:], (cell, further)
                )
    words = "No cell has a lower level than one with less frequency or less severity."
    return RuleResult("Monotone grid", passed=True, sentence=words)


def weak_consistency(version: MatrixVersion) -> RuleResult:
    """Check that every risk of the top level loses at least as much as any of the bottom level.

    Notes
    -----
    The smallest loss of a cell is the product of its lower edges, the largest that of its upper
    ones. Hence a band that starts at zero can hold no top level, and an open band no bottom level.
    """
    top = min(_of_rank(version, len(version.colours) - 1), key=lambda cell: smallest(version, cell))
    bottom = max(_of_rank(version, 0), key=lambda cell: largest(version, cell))
    least, most = smallest(version, top), largest(version, bottom)
    passed = least >= most * (1 - _ROUNDING)
    words = (
        f"Frequency times severity is at least {amount(least, version.unit)} "
        f"in {_told(version, top)}, and {_at_most(version, most)} in {_told(version, bottom)}"
    )
    words += "." if passed else ": the worse-looking one may lose less."
    if not passed:
        words += _consequence(version, least, most)
    return RuleResult("Weak consistency", passed, words, (bottom, top))


def betweenness(version: MatrixVersion) -> RuleResult:
    """Check that no single step up, diagonal ones included, leads from the bottom to the top."""
    last = len(version.colours) - 1
    for cell in _of_rank(version, 0):
        for further in _steps(version, cell, ((0, 1), (1, 0), (1, 1))):
            if _rank(version, further) == last:
                words = (
                    f"One step leads from {_told(version, cell)} to {_told(version, further)}: a "
                    "small change of an estimate turns the best answer into the worst."
                )
                return RuleResult("Betweenness", False, words, (cell, further))
    words = (
        f"No single step leads from {version.colours[0]} to {version.colours[-1]}, "
        "diagonal steps included."
    )
    return RuleResult("Betweenness", passed=True, sentence=words)


def smallest(version: MatrixVersion, cell: MatrixCell) -> float:
    """Give the smallest frequency times severity in a cell, in the unit of severity a year."""
    low = version.frequency_edges[cell.frequency_band]
    return low * version.severity_edges[cell.severity_band]


def largest(version: MatrixVersion, cell: MatrixCell) -> float:
    """Give the largest frequency times severity in a cell; infinite in an open band."""
    high = version.frequency_edges[cell.frequency_band + 1]
    return high * version.severity_edges[cell.severity_band + 1]


def _at_most(version: MatrixVersion, most: float) -> str:
    return f"at most {amount(most, version.unit)}" if isfinite(most) else "without any limit"


def _consequence(version: MatrixVersion, least: float, most: float) -> str:
    words = ""
    if least == 0:
        words += f" A band that starts at zero can hold no cell of the level {version.colours[-1]}."
    if not isfinite(most):
        words += f" An open band can hold no cell of the level {version.colours[0]}."
    return words


def _steps(
    version: MatrixVersion, cell: MatrixCell, moves: tuple[tuple[int, int], ...]
) -> Iterator[MatrixCell]:
    for up, right in moves:
        row, column = cell.frequency_band + up, cell.severity_band + right
        if row < len(version.grid) and column < len(version.grid[0]):
            yield MatrixCell(row, column)


def _of_rank(version: MatrixVersion, rank: int) -> list[MatrixCell]:
    return [cell for cell in version.cells if _rank(version, cell) == rank]


def _rank(version: MatrixVersion, cell: MatrixCell) -> int:
    return int(version.ranks[cell.frequency_band, cell.severity_band])


def _told(version: MatrixVersion, cell: MatrixCell) -> str:
    """Name a cell in a sentence: its level and its bands."""
    frequency = version.frequency_names[cell.frequency_band]
    severity = version.severity_names[cell.severity_band]
    return f"{version.level_at(cell)} (frequency {frequency}, severity {severity})"
