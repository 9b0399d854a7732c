"""Care elsewhere: what of a person's care the group gives, and what it cannot decide about.

All is counted in the store: whole visits, whole cents, whole days. Every part that is about people
carries how many they are, so that a page can hide 1 to 10 of them outside the group.
"""

from collections.abc import Mapping
from fractions import Fraction

from fairterms.population import member_months
from fairterms.population.care_counts import (
    NOTHING,
    Amount,
    CareElsewhere,
    Continuity,
    Hospital,
    PartCost,
    Split,
)
from fairterms.population.care_rules import People, Side
from fairterms.population.care_settings import Settings
from fairterms.population.care_tables import CareTables, laid_out
from fairterms.population.member_months import MemberMonths
from fairterms.records.engine.connection import Connection
from fairterms.records.staged import literal
from fairterms.units.refusal import Refusal


def find(connection: Connection, settings: Settings) -> CareElsewhere:
    """Count care given by the group and elsewhere.

    Parameters
    ----------
    connection
        The store's, with ``claims``, ``enrolment``, ``clinicians`` and, for patients, ``visits``.
    settings
        What the deal declares.

    Raises
    ------
    Refusal
        When nobody counts, the group's own numbers are not known, an amount is missing, or spans
        of one member overlap.
    """
    check(connection, settings)
    with laid_out(connection, settings) as tables:
        members = _members(connection, settings, tables)
        visits = _split(connection, "count(*)", tables.visits)
        return CareElsewhere(
            settings.period,
            settings.people,
            members,
            _seen_but_no_members(connection, settings, tables),
            visits,
            _split(connection, "sum(cents)", tables.lines),
            _parts(connection, settings, tables),
            _reach(connection, settings, tables),
            _providers(connection, tables, members.members),
            _one(
                connection,
                f"SELECT count(*) FROM {tables.visits} WHERE npi IS NULL AND side <> 'own'",  # noqa: S608
            ),
            _continuity(connection, settings, tables),
            _hospital(connection, settings, tables),
            _doubts(connection, tables, visits),
        )


def check(connection: Connection, settings: Settings) -> None:
    """Stop where a count would be a guess.

    Raises
    ------
    Refusal
        See :func:`find`.
    """
    if not _one(connection, f"SELECT count(*) FROM {settings.own}"):  # noqa: S608
        raise Refusal(
            "the group's own bills",
            "no NPI of a clinician and no billing NPI is known",
            "every bill would count as care elsewhere",
            "fill in npi in the table of clinicians, or list own_ids",
        )
    member_months.refuse_overlaps(connection, settings.exposure)
    settings.cost.refuse_gaps(connection, settings.period)
    if not _one(connection, f"SELECT count(*) FROM {settings.months}"):  # noqa: S608
        raise Refusal(
            f"people: {settings.people.value}",
            f"nobody counts from {settings.period.first} to {settings.period.last}",
            "shares of nothing say nothing",
            "check the year, the plan's list and the ids of clinicians on it",
        )


def _one(connection: Connection, statement: str) -> int:
    row = connection.execute(statement).fetchone()
    assert row is not None
    return int(row[0])


def _members(connection: Connection, settings: Settings, tables: CareTables) -> MemberMonths:
    row = connection.execute(
        f"SELECT sum(counted), count(DISTINCT person_id) FROM {tables.months}"  # noqa: S608
    ).fetchone()
    assert row is not None
    return MemberMonths(int(row[0]), row[1], settings.exposure.divisor)


def _seen_but_no_members(connection: Connection, settings: Settings, tables: CareTables) -> int:
    if settings.people is not People.PATIENTS:
        return 0
    return _one(
        connection,
        f"SELECT count(*) FROM {settings.seen} s ANTI JOIN {tables.months} m "  # noqa: S608
        "ON m.person_id = s.person_id",
    )


def _split(connection: Connection, amount: str, relation: str) -> Split:
    rows = connection.execute(
        f"SELECT side, {amount}, count(DISTINCT person_id) FROM {relation} GROUP BY side"  # noqa: S608
    ).fetchall()
    found = {side: Amount(int(number), people) for side, number, people in rows}
    own, elsewhere, not_named = (found.get(side.value, NOTHING) for side in Side)
    return Split(own, elsewhere, not_named)


def _parts(connection: Connection, settings: Settings, tables: CareTables) -> tuple[PartCost, ...]:
    rows = connection.execute(
        f"SELECT part, sum(cents), count(DISTINCT person_id) FROM {tables.lines} GROUP BY part"  # noqa: S608
    ).fetchall()
    found = {part: Amount(int(cents), people) for part, cents, people in rows}
    parts = settings.parts
    return tuple(
        PartCost(name, parts.reach(name), found.get(name, NOTHING)) for name in parts.names
    )


def _reach(
    connection: Connection, settings: Settings, tables: CareTables
) -> Mapping[bool | None, Amount]:
    case = " ".join(
        f"WHEN {literal(name)} THEN {settings.parts.reach(name)}"
        for name in settings.parts.names
        if settings.parts.reach(name) is not None
    )
    rows = connection.execute(
        f"SELECT CASE part {case} END AS reach, sum(cents), count(DISTINCT person_id) "  # noqa: S608
        f"FROM {tables.lines} GROUP BY reach"
    ).fetchall()
    found = {reach: Amount(int(cents), people) for reach, cents, people in rows}
    return {reach: found.get(reach, NOTHING) for reach in (True, False, None)}


def _providers(connection: Connection, tables: CareTables, people: int) -> Mapping[int, int]:
    rows = connection.execute(
        "SELECT others, count(*) FROM (SELECT person_id, count(DISTINCT npi) AS others "  # noqa: S608
        f"FROM {tables.visits} WHERE side = 'elsewhere' AND npi IS NOT NULL "
        "GROUP BY person_id) GROUP BY others ORDER BY others"
    ).fetchall()
    some: dict[int, int] = dict(rows)
    return {0: people - sum(some.values()), **some}


def _continuity(connection: Connection, settings: Settings, tables: CareTables) -> Continuity:
    one_group = "CASE WHEN side = 'own' THEN '' ELSE npi END"
    with_whom = one_group if settings.visits.group_is_one else "npi"
    rows = connection.execute(
        "SELECT visits, count(*), sum(squares), count(*) FILTER (squares = visits * visits) "  # noqa: S608
        "FROM (SELECT sum(number) AS visits, sum(number * number) AS squares FROM "
        f"(SELECT person_id, {with_whom} AS provider, count(*) AS number "
        f"FROM {tables.visits} WHERE {with_whom} IS NOT NULL GROUP BY ALL) "
        f"GROUP BY person_id) WHERE visits >= {settings.visits.least_visits} "
        "GROUP BY visits ORDER BY visits"
    ).fetchall()
    people = sum(number for _, number, _, _ in rows)
    total = sum(
        (
            Fraction(int(squares) - int(n) * number, int(n) * (int(n) - 1))
            for n, number, squares, _ in rows
        ),
        Fraction(0),
    )
    return Continuity(people, sum(row[3] for row in rows), total / people if people else None)


def _hospital(connection: Connection, settings: Settings, tables: CareTables) -> Hospital:
    row = connection.execute(
        "SELECT count(DISTINCT person_id), count(*) FILTER (before IS NULL OR before < day - 1), "  # noqa: S608
        "count(*) FROM (SELECT person_id, day, lag(day) OVER (PARTITION BY person_id ORDER BY day) "
        f"AS before FROM {settings.days(tables.months)})"
    ).fetchone()
    assert row is not None
    endless = _one(connection, f"SELECT count(*) FROM {settings.stays_without_end(tables.months)}")  # noqa: S608
    return Hospital(row[0], row[1], row[2], endless)


def _doubts(connection: Connection, tables: CareTables, visits: Split) -> tuple[str, ...]:
    row = connection.execute(
        "SELECT count(*), count(diagnosis_code), count(*) FILTER (lower(claim_type) = 'pharmacy'), "  # noqa: S608
        "count(*) FILTER (diagnosis_code IS NOT NULL AND NOT starts_with(upper(diagnosis_code), "
        "'F')), count(*) FILTER (side = 'not named') "
        f"FROM {tables.lines}"
    ).fetchone()
    assert row is not None
    lines, diagnosed, pharmacy, bodily, nameless = row
    checks = {
        "There is no bill at all in this period.": not lines,
        "No visit in the bills was with anyone outside the group. Either these people saw nobody "
        "else, or the plan sent only the group's own bills: ask for all bills of these "
        "members.": bool(lines) and not visits.elsewhere.amount,
        "Every bill with a diagnosis is for mental health or substance use. These are hardly all "
        "bills of these members: their total cost is not known, and the shares here are of what "
        "was sent.": bool(diagnosed) and not bodily,
        "There is no bill of a pharmacy, so medicines are missing from all cost here.": bool(lines)
        and not pharmacy,
        "Some bills name no provider in the field this deal goes by. They count neither as the "
        "group's nor as care elsewhere.": bool(nameless),
    }
    return tuple(words for words, is_so in checks.items() if is_so)
