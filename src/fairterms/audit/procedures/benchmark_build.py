"""The parts a benchmark was built from, so that anybody can build it again."""

from dataclasses import dataclass
from decimal import Decimal

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.units.quantity import Kind, Quantity, Unit

KEYS = ("name", "stated", "first_year_paid", "where", "years")
YEAR_KEYS = ("year", "weight", "pmpm", "factors")


@dataclass(frozen=True)
class BaseYear:
    """One base year.

    Attributes
    ----------
    year
        The calendar year.
    weight
        Its weight, as a fraction.
    pmpm
        Its cost per member per month.
    factors
        What it is multiplied by: name to factor, such as trend and risk ratio.
    """

    year: int
    weight: Decimal
    pmpm: Decimal
    factors: tuple[tuple[str, Decimal], ...]

    @property
    def part(self) -> Decimal:
        """What it adds to the benchmark: weight × PMPM × every factor."""
        found = self.weight * self.pmpm
        for _, factor in self.factors:
            found *= factor
        return found


@dataclass(frozen=True)
class BenchmarkBuild:
    """A benchmark as it is stated, and what it is said to be built from.

    Attributes
    ----------
    name
        What it is called.
    stated
        The benchmark per member per month, as the statement or the contract prints it.
    first_year_paid
        The first year settled by it; base years come before.
    where
        Where the parts stand.
    years
        The base years, in order.
    """

    name: str
    stated: Quantity
    first_year_paid: int
    where: str
    years: tuple[BaseYear, ...]

    @property
    def rebuilt(self) -> Decimal:
        """The benchmark built again, with every digit.

        Examples
        --------
        >>> from fairterms.units.quantity import parse
        >>> one, half = Decimal(1), Decimal("0.5")
        >>> years = (BaseYear(2024, half, Decimal(40), ()), BaseYear(2025, half, Decimal(42), ()))
        >>> BenchmarkBuild("made up", parse("$41.00 PMPM"), 2027, "B-2", years).rebuilt
        Decimal('41.0')
        """
        return sum((one.part for one in self.years), Decimal(0))

    @property
    def unit(self) -> Unit:
        """The unit it is stated in."""
        return self.stated.unit


def read(table: EvidenceTable) -> BenchmarkBuild | None:
    """Read one ``[[benchmark_build]]``; None where something it needs is missing."""
    table.only(*KEYS)
    name, where = (
        table.needed_words("name", "benchmark of 2027"),
        table.needed_words("where", "B-2"),
    )
    stated = table.amount("stated", "$42.119647 PMPM", Kind.MONEY_PER)
    first = table.needed_whole("first_year_paid", 2027, 1900)
    years = [_year(row) for row in table.parts("years")]
    if not years:
        fix = 'write years = [{ year = 2025, weight = "55 %", pmpm = "$38.27 PMPM" }]'
        table.note("", "there is no base year", "missing", fix)
    read_years = tuple(one for one in years if one)
    if not (name and where and years) or stated is None or first is None:
        return None
    if len(read_years) < len(years):
        return None
    return BenchmarkBuild(name, stated, first, where, read_years)


def _year(row: EvidenceTable) -> BaseYear | None:
    row.only(*YEAR_KEYS)
    year, weight = row.needed_whole("year", 2025, 1900), row.amount("weight", "55 %", Kind.FRACTION)
    pmpm, factors = row.amount("pmpm", "$38.27 PMPM", Kind.MONEY_PER), row.amounts("factors")
    for name, one in factors.items():
        if one.unit.kind is not Kind.FACTOR:
            what = f"factors: {name} is no factor"
            row.note("factors", what, "wrong-unit", f'write {name} = "1.0774 factor"')
            return None
    if year is None or weight is None or pmpm is None:
        return None
    named = tuple((name, one.amount) for name, one in factors.items())
    return BaseYear(year, weight.amount, pmpm.amount, named)
