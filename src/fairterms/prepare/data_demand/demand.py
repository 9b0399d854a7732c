"""What to have of the plan: files, fields, and the figures of the terms they are for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.records.catalogues import TABLES
from fairterms.records.need import FIGURES, Need

_PAID = (
    "claims.claim_id",
    "claims.claim_line",
    "claims.person_id",
    "claims.starts",
    "claims.service_code",
    "claims.allowed_cents",
    "claims.paid_cents",
    "claims.paid_on",
)
_STAY = (
    "claims.person_id",
    "claims.admitted",
    "claims.discharged",
    "claims.diagnosis_code",
)
_SPARSE = Decimal(0)
"""The least filled share of columns that only stays in hospital have."""
_TOTAL = ("member months", "attribution", "cost of care")
_BY_MODEL: Mapping[str, tuple[str, ...]] = {
    "shared_savings": _TOTAL,
    "risk_corridor": _TOTAL,
    "benchmark": (*_TOTAL, "risk score"),
    "global_payment": _TOTAL,
    "medical_loss_ratio_savings": _TOTAL,
    "aggregate_stop_loss": _TOTAL,
    "episode": ("cost of care", "attribution"),
    "stop_loss": ("cost above a limit of one member",),
    "truncation": ("cost above a limit of one member",),
    "capitation": ("member months", "attribution"),
    "care_coordination": ("member months", "attribution"),
    "utilization_incentive": ("cost of care", "attribution"),
    "per_gap": ("attribution",),
}
_FEES = ("fee_schedule", "withhold", "percentage_reduction", "case_rate", "direct_fee")
_PLANS_TABLES = ("enrolment", "claims")


@dataclass(frozen=True)
class Field:
    """One field of a file.

    Attributes
    ----------
    table, name
        The file it is in, and its name in our records.
    meaning
        In plain words.
    needed_for
        The figures and measures of the terms it is needed for.
    """

    table: str
    name: str
    meaning: str
    needed_for: tuple[str, ...]


@dataclass(frozen=True)
class Demand:
    """What is asked of the plan.

    Attributes
    ----------
    needs
        Figures of the terms, each with the columns it is worked out from.
    fields
        The field map, file by file.
    """

    needs: tuple[Need, ...]
    fields: tuple[Field, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """The files asked for."""
        return tuple(dict.fromkeys(one.table for one in self.fields))


def demand(contract: Contract) -> Demand:
    """Work out what the terms need of the plan's data.

    Parameters
    ----------
    contract
        The payment terms.

    Notes
    -----
    Only what the plan has is asked of the plan: enrolment and claims. What a measure takes from
    the group's own records is no part of it.
    """
    needs = tuple({one.term: one for one in _needs(contract)}.values())
    used: dict[str, dict[str, None]] = {}
    for need in needs:
        for column in need.columns:
            used.setdefault(column, {})[need.term] = None
    ordered = [
        f"{table}.{column.name}" for table in _PLANS_TABLES for column in TABLES[table].columns
    ]
    return Demand(needs, tuple(_field(one, tuple(used[one])) for one in ordered if one in used))


def _needs(contract: Contract) -> Iterator[Need]:
    figures = {one.id for one in contract.figures}
    for clause in contract.clauses:
        for figure in _BY_MODEL.get(clause.model, ()):
            yield Need(figure, FIGURES[figure])
    if "member_months" in figures:
        for figure in ("member months", "attribution"):
            yield Need(figure, FIGURES[figure])
    if "mean_risk_score" in figures:
        yield Need("risk score", FIGURES["risk score"])
    if any(clause.model in _FEES for clause in contract.clauses):
        yield Need("what was paid for each visit", _PAID)
    if any(_is_of_stays(one.name) for one in contract.measures):
        yield Need("follow-up after a hospital stay", _STAY, filled=_SPARSE)


def _is_of_stays(name: str) -> bool:
    return "discharge" in name.lower() or "hospital" in name.lower()


def _field(column: str, needed_for: tuple[str, ...]) -> Field:
    table, _, name = column.partition(".")
    return Field(table, name, TABLES[table].column(name).meaning, needed_for)
