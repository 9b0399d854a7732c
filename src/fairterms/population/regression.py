"""Regression to the mean in cost: the dearest people cost less the next year without any help.

Whoever pays a programme for the fall pays for chance.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from fairterms.population import member_months
from fairterms.population.care_rules import Dearest
from fairterms.population.care_settings import Settings
from fairterms.population.care_tables import CareTables, laid_out
from fairterms.records.engine.connection import Connection


@dataclass(frozen=True)
class Regression:
    """The dearest people of one period, and the same people in the next.

    Attributes
    ----------
    chosen
        Whom, and by which period.
    people_before
        People who counted in the earlier period.
    picked
        The dearest of them.
    people
        Those of the picked who counted in the later period too; the amounts are theirs.
    before_pmpm_cents, after_pmpm_cents
        Their cents per member month in either period; None where nobody stayed.
    """

    chosen: Dearest
    people_before: int
    picked: int
    people: int
    before_pmpm_cents: Fraction | None
    after_pmpm_cents: Fraction | None

    @property
    def fell_by(self) -> Fraction | None:
        """The share by which their cost fell; below 0 where it rose, None where nothing is known.

        Examples
        --------
        >>> from fairterms.units.period import calendar_year
        >>> dearest = Dearest(Fraction(1, 20), calendar_year(2026))
        >>> Regression(dearest, 400, 20, 18, Fraction(9000), Fraction(3000)).fell_by
        Fraction(2, 3)
        """
        if not self.before_pmpm_cents or self.after_pmpm_cents is None:
            return None
        return 1 - self.after_pmpm_cents / self.before_pmpm_cents


def follow(connection: Connection, settings: Settings) -> Regression:
    """Choose the dearest people of the earlier period and look at them in the later one.

    Parameters
    ----------
    connection
        The store's.
    settings
        What the deal declares, with :attr:`Settings.dearest`.

    Notes
    -----
    People are ranked by all their cost of the earlier period, the dearer first, equals by their id;
    the share is rounded down to whole people. Both periods are read by the same rules.

    Raises
    ------
    Refusal
        When spans overlap or an amount is missing in the earlier period.
    """
    assert settings.dearest is not None, "somebody is followed"
    share = settings.dearest.share
    exposure = replace(settings.exposure, period=settings.dearest.earlier)
    before = replace(settings, exposure=exposure, dearest=None)
    member_months.refuse_overlaps(connection, exposure)
    settings.cost.refuse_gaps(connection, exposure.period)
    with laid_out(connection, before, "earlier") as then, laid_out(connection, settings) as now:
        row = connection.execute(_followed(share, _spent(then), _spent(now))).fetchone()
    assert row is not None
    people_before, picked, people, *sums = (int(number) for number in row)
    cents_before, months_before, cents_after, months_after = sums
    divisor = settings.exposure.divisor
    return Regression(
        settings.dearest,
        people_before,
        picked,
        people,
        cents_before * divisor / months_before if months_before else None,
        cents_after * divisor / months_after if months_after else None,
    )


def _followed(share: Fraction, before: str, after: str) -> str:
    """Return the question: people before, people picked, who stayed, and their sums."""
    stayed = "FILTER (is_picked AND a.m > 0)"
    return (
        f"SELECT coalesce(max(b.people), 0), count(*) FILTER (is_picked), count(*) {stayed}, "  # noqa: S608
        f"coalesce(sum(b.cents) {stayed}, 0), coalesce(sum(b.m) {stayed}, 0), "
        f"coalesce(sum(a.cents) {stayed}, 0), coalesce(sum(a.m) {stayed}, 0) "
        f"FROM (SELECT *, place * {share.denominator} <= people * {share.numerator} AS is_picked "
        "FROM (SELECT *, row_number() OVER (ORDER BY cents DESC, person_id) AS place, "
        f"count(*) OVER () AS people FROM {before})) b "
        f"LEFT JOIN {after} a ON a.person_id = b.person_id"
    )


def _spent(tables: CareTables) -> str:
    """Return SQL that stands after FROM: person_id, m, cents; also of people without a bill."""
    return (
        "(SELECT person_id, m, coalesce(cents, 0) AS cents FROM "  # noqa: S608
        f"(SELECT person_id, sum(counted) AS m FROM {tables.months} GROUP BY person_id) "
        f"LEFT JOIN (SELECT person_id, sum(cents) AS cents FROM {tables.lines} "
        "GROUP BY person_id) USING (person_id))"
    )
