"""Read [[estimate]] of ``risks.toml``: append-only judgements with their basis."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from fairterms.risks.loss.frequency import Frequency
from fairterms.risks.loss.limits import NO_LIMITS, Limits
from fairterms.risks.loss.severity import Severity
from fairterms.risks.register.block import Block, blocks, ids_written
from fairterms.risks.register.contract_loss import ContractLoss, read_contract_loss
from fairterms.risks.register.distribution_reader import (
    read_frequency,
    read_limits,
    read_severity,
)
from fairterms.risks.register.estimate import Estimate, Knowledge, Stage
from fairterms.risks.register.objective_reader import PERIODS
from fairterms.units.notes import Notes
from fairterms.units.quantity import MONEY, Unit

TYPED = ("frequency", "severity", "limits")


@dataclass(frozen=True)
class _Size:
    """How often and how bad, or the loss that the contract computes."""

    unit: Unit
    frequency: Frequency | None = None
    severity: Severity | None = None
    limits: Limits = NO_LIMITS
    from_contract: ContractLoss | None = None


def read_estimates(document: Mapping[str, Any], notes: Notes) -> tuple[Estimate, ...]:
    """Read the estimates in the order of the file; mistakes go to ``notes``."""
    impacts = ids_written(document, "impact")
    taken: set[str] = set()
    found = [_estimate(block, taken, impacts) for block in blocks(document, "estimate", notes)]
    return tuple(one for one in found if one is not None)


def _estimate(block: Block, taken: set[str], impacts: Collection[str]) -> Estimate | None:
    name = block.id("estimate", taken)
    impact = block.refer("impact", impacts, "impact")
    stage = block.choice("stage", Stage)
    as_of = block.day("as_of")
    horizon = block.quantity("horizon", "1 year", PERIODS)
    basis = block.words("basis", "two late files in the last three years")
    knowledge = block.choice("knowledge", Knowledge)
    assessor = block.words("assessor", "contracting lead")
    supersedes = block.optional_words("supersedes")
    size = _size(block)
    block.close("an estimate")
    if stage is None or as_of is None or horizon is None or knowledge is None or size is None:
        return None
    if not all((name, impact, basis, assessor)):
        return None
    return block.build(
        lambda: Estimate(
            name,
            impact,
            stage,
            as_of,
            horizon,
            basis,
            knowledge,
            assessor,
            size.unit,
            size.frequency,
            size.severity,
            size.limits,
            size.from_contract,
            supersedes,
        )
    )


def _size(block: Block) -> _Size | None:
    if block.has("from_contract"):
        return _computed(block)
    if not any(block.has(key) for key in TYPED):
        what = "the estimate says neither how often and how bad, nor from_contract"
        fix = 'give frequency and severity, or from_contract = "net loss" where it can be computed'
        block.add("", what, "missing", fix)
        return None
    frequency, bad = read_frequency(block), read_severity(block)
    unit = None if bad is None else bad.unit
    limits = read_limits(block, unit)
    if frequency is None or bad is None or limits is None:
        return None
    return _Size(bad.unit, frequency, bad.severity, limits)


def _computed(block: Block) -> _Size | None:
    typed = [key for key in TYPED if block.has(key)]
    for key in typed:
        what = f"the contract can compute this, and {key} is typed beside it"
        block.add(key, what, "guess-beside-contract", f"take {key} out, or from_contract")
    text = block.words("from_contract", "net loss")
    if not text:
        return None
    try:
        return None if typed else _Size(MONEY, from_contract=read_contract_loss(text))
    except ValueError as wrong:
        fix = 'write from_contract = "net loss", "clause withhold" or "term withhold.rate"'
        block.add("from_contract", str(wrong), "no-such-choice", fix)
        return None
