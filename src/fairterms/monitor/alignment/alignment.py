"""Several deals side by side: measures, days and reports, and what aligning them would save."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairterms.monitor.alignment.deal_side import DealSide
from fairterms.monitor.alignment.extract import Extract, extracts
from fairterms.monitor.alignment.measure_family import MeasureFamily, Named, families
from fairterms.monitor.alignment.shared_calendar import Deadline, Week, weeks
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Alignment:
    """What several deals have in common, and where they differ.

    Attributes
    ----------
    sides
        The deals.
    families
        Measures that several of them have.
    weeks
        What is due, in one calendar.
    extracts
        Reports that one extract could serve.
    """

    sides: tuple[DealSide, ...]
    families: tuple[MeasureFamily, ...]
    weeks: tuple[Week, ...]
    extracts: tuple[Extract, ...]

    @property
    def confirmed(self) -> tuple[MeasureFamily, ...]:
        """The families of which something shows that they are one measure."""
        return tuple(one for one in self.families if one.is_confirmed)

    @property
    def namesakes(self) -> tuple[MeasureFamily, ...]:
        """Measures of which only the ids agree."""
        return tuple(one for one in self.families if not one.is_confirmed)

    @property
    def without_reports(self) -> tuple[str, ...]:
        """Deals whose reports nobody has written down."""
        return tuple(one.deal for one in self.sides if not one.reports)

    @property
    def hours_saved(self) -> Decimal:
        """Hours a year saved at most, of the extracts whose hours are all known; see `unknown`."""
        return sum((one.saved for one in self.extracts if one.saved is not None), Decimal(0))

    @property
    def unknown(self) -> int:
        """How many extracts save an amount that nobody knows."""
        return sum(one.saved is None for one in self.extracts)


def aligned(
    deals: Sequence[DealSide],
    deadlines: Iterable[Deadline] = (),
    same: Sequence[Collection[Named]] = (),
) -> Alignment:
    """Lay deals side by side.

    Parameters
    ----------
    deals
        At least two, each of another name; see :func:`read_side`.
    deadlines
        What is due to each of them; empty where no obligations are written down.
    same
        Measures that a person says are the same, each named by its deal and its id.

    Raises
    ------
    Refusal
        When there are fewer than two deals, or two of one name.
    """
    names = [one.deal for one in deals]
    if len(names) < 2:
        why = "one deal has nothing beside it"
        raise Refusal("the deals", "are fewer than two", why, "name at least two deal folders")
    twice = sorted({one for one in names if names.count(one) > 1})
    if twice:
        why = "nobody could tell which of them a line is about"
        fix = "give each deal a name of its own in deal.toml, and name each folder once"
        raise Refusal(twice[0], "is the name of two deals", why, fix)
    return Alignment(tuple(deals), families(deals, same), weeks(deadlines), extracts(deals))
