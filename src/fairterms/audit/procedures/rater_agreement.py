"""How far two raters agree beyond chance, on a yes or no."""

from dataclasses import dataclass
from fractions import Fraction

from fairterms.outcomes.small_cells.audience import is_small


@dataclass(frozen=True)
class RaterTable:
    """What two raters said of the same charts.

    Attributes
    ----------
    both_yes, first_only, second_only, both_no
        Charts by who said yes.
    """

    both_yes: int
    first_only: int
    second_only: int
    both_no: int

    def __post_init__(self) -> None:
        assert min(self.cells) >= 0, "charts are counted"

    @property
    def cells(self) -> tuple[int, int, int, int]:
        """The four counts."""
        return (self.both_yes, self.first_only, self.second_only, self.both_no)

    @property
    def charts(self) -> int:
        """How many charts both looked at."""
        return sum(self.cells)

    @property
    def may_show(self) -> bool:
        """Whether a figure worked out from it may leave the group's room: no cell counts few."""
        return not any(is_small(one) for one in self.cells)


def kappa(table: RaterTable) -> Fraction | None:
    """Return Cohen's kappa, exactly.

    Returns
    -------
    Fraction or None
        1 where the raters always agree, 0 where they agree as chance would; None where there is no
        chart, or where both say the same of every one, so that chance and skill look alike.

    Notes
    -----
    (p_o − p_e) / (1 − p_e), with p_o the share of charts on which both agree, and p_e that share
    if each said yes as often as they do, but to other charts.

    Sources
    -------
    Jacob Cohen, A coefficient of agreement for nominal scales, 1960, page 40.

    Examples
    --------
    >>> kappa(RaterTable(20, 5, 10, 15))
    Fraction(2, 5)
    """
    if not table.charts:
        return None
    n = table.charts
    first, second = table.both_yes + table.first_only, table.both_yes + table.second_only
    agreed = Fraction(table.both_yes + table.both_no, n)
    chance = Fraction(first * second + (n - first) * (n - second), n * n)
    return None if chance == 1 else (agreed - chance) / (1 - chance)
