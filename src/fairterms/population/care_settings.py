"""What a deal declares about care elsewhere, and the people and bills it speaks of as SQL."""

from dataclasses import dataclass

from fairterms.population.care_rules import (
    CostChange,
    Dearest,
    OwnBy,
    Parts,
    People,
    Proof,
    RateChange,
    Setting,
    VisitRule,
)
from fairterms.population.cost_of_care import CostRule, Outsiders
from fairterms.population.member_months import FAR_AWAY, Exposure
from fairterms.population.selection import listed
from fairterms.records.staged import literal
from fairterms.units.period import Period


@dataclass(frozen=True)
class Settings:
    """What a deal declares about care elsewhere.

    Attributes
    ----------
    people
        Whose care is looked at.
    visit_statuses
        For the group's patients, the words in ``visits.status`` that count as seen.
    exposure
        When a member counts, and the period.
    cost
        Which amount counts, by which day, paid until when.
    own_by
        Which field makes a bill the group's own.
    own_ids
        NPIs and list ids of the group itself, besides those of its clinicians.
    visits, stays, parts
        Which bills are visits, which are days in hospital, and how cost is parted.
    scenarios, rates
        Changes thought possible, of cost and of a rate.
    proof
        How sure a change must be; None only where no change is declared.
    dearest
        Whom to follow to show what falls by itself; None for nobody.
    """

    people: People
    visit_statuses: tuple[str, ...]
    exposure: Exposure
    cost: CostRule
    own_by: OwnBy
    own_ids: tuple[str, ...]
    visits: VisitRule
    stays: Setting
    parts: Parts
    scenarios: tuple[CostChange, ...] = ()
    rates: tuple[RateChange, ...] = ()
    proof: Proof | None = None
    dearest: Dearest | None = None

    def __post_init__(self) -> None:
        assert not self.stays.is_empty, "days in hospital are recognised by something"
        assert self.proof or not (self.scenarios or self.rates), "a change needs a proof"
        assert self.dearest is None or self.dearest.earlier.last < self.period.first, "before"
        assert all(one.part in self.parts.names for one in self.scenarios), "a known part"

    @property
    def period(self) -> Period:
        """The days looked at."""
        return self.exposure.period

    @property
    def own(self) -> str:
        """SQL that stands after FROM: id, since, until; ids of the group and its clinicians."""
        span = f"coalesce(starts, DATE '0001-01-01') AS since, coalesce(ends, {FAR_AWAY}) AS until"
        rows = [
            f"SELECT npi AS id, {span} FROM clinicians WHERE npi IS NOT NULL",  # noqa: S608
            *(
                f"SELECT {literal(one)}, DATE '0001-01-01', {FAR_AWAY}"
                for one in sorted(set(self.own_ids))
            ),
        ]
        return f"({' UNION ALL '.join(rows)})"

    @property
    def months(self) -> str:
        """SQL that stands after FROM: person_id, month, counted."""
        return f"(SELECT m.person_id, m.month, m.counted {self._members})"

    @property
    def _members(self) -> str:
        base = f"FROM {self.exposure.relation} m"
        if self.people is People.ATTRIBUTED:
            ids = (
                f"(SELECT id FROM {self.own} UNION ALL SELECT clinician_id FROM clinicians "  # noqa: S608
                "WHERE clinician_id IS NOT NULL)"
            )
            return (
                f"{base} JOIN enrolment e ON e.load_id = m.load_id AND e.row = m.row "
                f"WHERE m.counted > 0 AND e.clinician_id IN {ids}"
            )
        if self.people is People.PATIENTS:
            return f"{base} SEMI JOIN {self.seen} s ON s.person_id = m.person_id WHERE counted > 0"
        return f"{base} WHERE counted > 0"

    @property
    def seen(self) -> str:
        """SQL that stands after FROM: person_id of those the group saw in the period."""
        return (
            "(SELECT DISTINCT v.person_id FROM visits v "  # noqa: S608
            f"WHERE v.starts BETWEEN DATE '{self.period.first}' AND DATE '{self.period.last}' "
            f"AND v.status IN {listed(self.visit_statuses)})"
        )

    def _joined(self, months: str) -> str:
        """Tie a bill to a person who counts; by month where outsiders are left out."""
        left_out = self.cost.outsiders is Outsiders.LEFT_OUT
        month = " AND n.month = k.month" if left_out else ""
        return f"SEMI JOIN {months} n ON n.person_id = k.person_id{month}"

    def lines(self, months: str) -> str:
        """Return SQL that stands after FROM, one row a bill's line of the people who count.

        Parameters
        ----------
        months
            SQL that stands after FROM, such as :attr:`months` or a table made of it.

        Notes
        -----
        Its columns are person_id, starts, claim_id, cents, side, npi, part, is_visit,
        diagnosis_code and claim_type.
        """
        own = " OR ".join(
            f"EXISTS (SELECT 1 FROM {self.own} o WHERE o.id = c.{column} "  # noqa: S608
            "AND c.starts BETWEEN o.since AND o.until)"
            for column in self.own_by.value
        )
        named = " OR ".join(f"c.{column} IS NOT NULL" for column in self.own_by.value)
        return (
            "(SELECT k.person_id, c.starts, c.claim_id, k.cents, "  # noqa: S608
            f"CASE WHEN {own} THEN 'own' WHEN {named} THEN 'elsewhere' ELSE 'not named' END "
            f"AS side, c.{self.visits.provider.value[0]} AS npi, {self.parts.case} AS part, "
            f"({self.visits.condition}) AND NOT ({self.stays.condition}) AS is_visit, "
            "c.diagnosis_code, c.claim_type "
            f"FROM {self.cost.relation(self.exposure)} k "
            "JOIN claims c ON c.load_id = k.load_id AND c.row = k.row "
            f"{self._joined(months)})"
        )

    def days(self, months: str) -> str:
        """Return SQL that stands after FROM, each night in hospital once: person_id, day.

        Parameters
        ----------
        months
            As for :meth:`lines`.

        Notes
        -----
        A stay taken back counts for nothing; one that ends on its first day counts as one day, and
        the day of discharge does not count.
        """
        first, last = self.period.first, self.period.last
        stays = _stays(self, "min(coalesce(c.admitted, c.starts))")
        nights = (
            "(SELECT person_id, unnest(generate_series(since, greatest(since, until - 1), "  # noqa: S608
            f"INTERVAL 1 DAY)) AS night FROM {stays} WHERE until IS NOT NULL "
            f"AND since <= DATE '{last}' AND until >= DATE '{first}')"
        )
        return (
            "(SELECT DISTINCT k.person_id, k.day FROM "  # noqa: S608
            "(SELECT person_id, CAST(night AS DATE) AS day, "
            f"CAST(date_trunc('month', night) AS DATE) AS month FROM {nights}) k "
            f"{self._joined(months)} "
            f"WHERE k.day BETWEEN DATE '{first}' AND DATE '{last}')"
        )

    def stays_without_end(self, months: str) -> str:
        """Return SQL that stands after FROM: claim_id of stays begun whose end is empty."""
        first, last = self.period.first, self.period.last
        stays = _stays(self, "min(coalesce(c.admitted, c.starts))")
        return (
            "(SELECT k.claim_id FROM (SELECT person_id, claim_id, until, since, "  # noqa: S608
            f"CAST(date_trunc('month', since) AS DATE) AS month FROM {stays}) k "
            f"{self._joined(months)} "
            f"WHERE k.until IS NULL AND k.since BETWEEN DATE '{first}' AND DATE '{last}')"
        )


def _stays(settings: Settings, since: str) -> str:
    amount = settings.cost.amount.value
    return (
        f"(SELECT c.person_id, c.claim_id, {since} AS since, "  # noqa: S608
        "max(coalesce(c.discharged, c.ends)) AS until FROM claims c "
        f"WHERE {settings.stays.condition} GROUP BY c.person_id, c.claim_id "
        f"HAVING NOT (min(c.{amount}) < 0 AND sum(c.{amount}) <= 0))"
    )
