"""The duties the payment terms make by themselves: what is paid on must be measured and sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fairterms.contract.clause import Contract
from fairterms.prepare.cost_to_comply.contract_measures import Need
from fairterms.prepare.cost_to_comply.duty import Duty, Source
from fairterms.prepare.cost_to_comply.frequency import Frequency
from fairterms.prepare.cost_to_comply.kind import KINDS, Trigger
from fairterms.units.quantity import Quantity

_BY_MODEL = {"pay_for_reporting": "report_files", "per_gap": "care_gaps"}
_SETTLED_BY_PLAN = frozenset(
    {"shared_savings", "risk_corridor", "medical_loss_ratio_savings", "episode", "benchmark"}
)
"""Models whose amount rests on the plan's own figures, so that somebody must check them."""


def add(duties: Sequence[Duty], contract: Contract, needs: Iterable[Need]) -> tuple[Duty, ...]:
    """Add what the terms make necessary to the duties found in the text.

    Parameters
    ----------
    duties
        As found in the text. One of the same kind is told what in the terms needs it.
    contract
        The terms.
    needs
        What its measures need.
    """
    told = list(duties)
    for kind_name, terms, frequency in _wanted(contract, needs):
        same = [place for place, one in enumerate(told) if one.kind_name == kind_name]
        if same:
            first = same[0]
            told[first] = replace(told[first], terms=(*told[first].terms, *terms))
        else:
            told.append(_of_terms(kind_name, terms, frequency))
    return tuple(told)


def _wanted(
    contract: Contract, needs: Iterable[Need]
) -> Iterator[tuple[str, tuple[str, ...], Frequency]]:
    unsaid = Frequency("not stated")
    for need in needs:
        yield need.kind_name, need.measures, unsaid
    for clause in contract.clauses:
        title = clause.title or clause.id.replace("_", " ")
        if clause.model in _BY_MODEL:
            most = clause.terms.get("most_reports")
            times = most.value.amount if most and isinstance(most.value, Quantity) else None
            yield _BY_MODEL[clause.model], (title,), _rhythm(times)
        if clause.model in _SETTLED_BY_PLAN:
            yield "settlement_checks", (title,), unsaid


def _rhythm(times: Decimal | None) -> Frequency:
    return Frequency("not stated") if times is None else Frequency(f"{times} times a year", times)


def _of_terms(kind_name: str, terms: tuple[str, ...], frequency: Frequency) -> Duty:
    kind = KINDS[kind_name]
    return Duty(
        id=f"{kind_name}_terms",
        kind=kind,
        kind_name=kind_name,
        what=kind.title,
        places=(),
        trigger=Trigger.OWED,
        frequency=frequency,
        source=Source.TERMS,
        terms=terms,
    )
