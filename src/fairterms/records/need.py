"""No data, no risk: what a contract's term needs of the records, and whether it is there.

A term whose figure nobody can work out from the records cannot be settled, and nobody should carry
a risk that nobody can compute.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from fairterms.records.catalogues import TABLES
from fairterms.records.store import Store

MEMBERS = ("enrolment.person_id", "enrolment.starts")
COST = ("claims.claim_id", "claims.person_id", "claims.starts", "claims.allowed_cents")
OUTCOME = ("assessments.person_id", "assessments.assessed_on", "assessments.score")
FIGURES: Mapping[str, tuple[str, ...]] = {
    "member months": MEMBERS,
    "cost of care": (*COST, "claims.paid_on"),
    "cost above a limit of one member": COST,
    "risk score": (*MEMBERS, "claims.diagnosis_code"),
    "visits": ("visits.visit_id", "visits.person_id", "visits.starts"),
    "response or remission": (*OUTCOME, "assessments.instrument"),
    "fair comparison by intake facts": (
        *OUTCOME,
        "patients.birth_date",
        "diagnoses.diagnosis_code",
    ),
    "a clinician's results": (*OUTCOME, "assessments.clinician_id"),
    "follow-up": ("visits.starts", "visits.person_id", "assessments.assessed_on"),
    "attribution": (*MEMBERS, "enrolment.clinician_id"),
    "equity": ("patients.race", "patients.ethnicity", "patients.language"),
}
"""What the usual figures of a contract are worked out from, as ``table.column``."""


@dataclass(frozen=True)
class Need:
    """What a term needs.

    Attributes
    ----------
    term
        The term or figure, as the contract calls it.
    columns
        What it is worked out from, as ``table.column``.
    filled
        The least share of rows in which a column must be filled, as a fraction.
    """

    term: str
    columns: tuple[str, ...]
    filled: Decimal = Decimal("0.80")

    def __post_init__(self) -> None:
        for column in self.columns:
            table, _, name = column.partition(".")
            assert table in TABLES, f"{self.term}: no table {table}"
            assert TABLES[table].has(name), f"{self.term}: {table} has no {name}"


@dataclass(frozen=True)
class Gap:
    """A term that cannot be run.

    Attributes
    ----------
    term
        The term.
    lacking
        Each column it lacks, and how far it is filled, in words.
    """

    term: str
    lacking: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.term}: cannot be worked out from these records\n"
            f"      why: {'; '.join(self.lacking)}\n"
            "      fix: ask the plan for this, or agree that the term carries no risk without it"
        )


def need(term: str, figure: str) -> Need:
    """Say that a term is worked out from one of the usual figures.

    Parameters
    ----------
    term
        The term, as the contract calls it.
    figure
        A key of :data:`FIGURES`.

    Examples
    --------
    >>> need("per capita benchmark", "member months").columns
    ('enrolment.person_id', 'enrolment.starts')
    """
    return Need(term, FIGURES[figure])


def gaps(store: Store, needs: Iterable[Need]) -> tuple[Gap, ...]:
    """Return the terms that cannot be run on the records in force.

    Parameters
    ----------
    store
        The records.
    needs
        What the terms need.
    """
    found, filled = [], dict[str, Mapping[str, int]]()
    for one in needs:
        lacking = []
        for column in one.columns:
            table, _, name = column.partition(".")
            if table not in filled:
                filled[table] = store.filled(table)
            said = _lacks(column, filled[table], name, one.filled)
            lacking += [said] if said else []
        if lacking:
            found.append(Gap(one.term, tuple(dict.fromkeys(lacking))))
    return tuple(found)


def _lacks(column: str, filled: Mapping[str, int], name: str, least: Decimal) -> str:
    rows = max(filled.values())
    if not rows:
        return f"the table {column.partition('.')[0]} has no rows"
    if not filled[name]:
        return f"{column} is empty"
    if filled[name] < least * rows:
        return f"{column} is filled in {Decimal(filled[name]) / rows:.0%} of rows"
    return ""
