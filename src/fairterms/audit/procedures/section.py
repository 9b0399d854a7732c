"""The parts of a page that show procedures: what they do, and what came of them."""

from collections.abc import Iterator, Sequence

from fairterms.audit.procedures.observed import Holds, Observed, Outcome, ProcedureResult
from fairterms.audit.procedures.procedure import PROCEDURES, Procedure
from fairterms.publish.blocks import (
    Block,
    Callout,
    Definition,
    Definitions,
    Heading,
    Numbered,
    Prose,
)
from fairterms.publish.number_blocks import Column, Row, RowEmphasis, Table

_ORDER = (Holds.NO, Holds.NOT_TESTED, Holds.YES)


def procedure_blocks(results: Sequence[ProcedureResult]) -> tuple[Block, ...]:
    """Show what came of procedures.

    Parameters
    ----------
    results
        In the order shown.

    Returns
    -------
    tuple of Block
        A summary, then each procedure with all it looked at: first what is not so, then what was
        not tested. With no result, what to do.
    """
    return tuple(_blocks(results))


def _blocks(results: Sequence[ProcedureResult]) -> Iterator[Block]:
    yield Heading(2, "What was tested", "procedures")
    if not results:
        yield Prose(
            "No procedure was chosen. Choose one in audit.toml, or run all of them on this deal; "
            "the manual's page “audit” lists them."
        )
        return
    yield _summary(results)
    for result in results:
        yield from _one(result)


def _summary(results: Sequence[ProcedureResult]) -> Table:
    return Table(
        "Each procedure, and how many things it looked at",
        (
            Column("Procedure"),
            Column("Result"),
            Column("So", "right"),
            Column("Not so", "right"),
            Column("Not tested", "right"),
        ),
        tuple(_counted(one) for one in results),
        footnote="“Not tested” is no pass: something was missing, or too little was looked at.",
    )


def _counted(result: ProcedureResult) -> Row:
    counts = (f"{result.count(one):,}" for one in (Holds.YES, Holds.NO, Holds.NOT_TESTED))
    cells = (result.title, result.outcome.value, *counts)
    return Row(cells, _emphasis(result.outcome is Outcome.DOES_NOT_HOLD))


def _one(result: ProcedureResult) -> Iterator[Block]:
    yield Heading(3, result.title, f"procedure-{result.procedure.replace('_', '-')}")
    yield Prose(PROCEDURES[result.procedure].objective)
    if result.why_not:
        yield Callout("note", "Not tested", (Prose(result.why_not),))
        return
    yield Table(
        f"What was looked at: {result.title.lower()}",
        (
            Column("What should be so"),
            Column("What was seen"),
            Column("Where"),
            Column("Is it so?"),
            Column("Figure", "right"),
        ),
        tuple(_row(one) for one in _sorted(result.observed)),
    )


def _sorted(observed: Sequence[Observed]) -> list[Observed]:
    return sorted(observed, key=lambda one: _ORDER.index(one.holds))


def _row(one: Observed) -> Row:
    cells = (one.expected, one.seen, one.where, one.holds.value, one.figure)
    return Row(cells, _emphasis(one.holds is Holds.NO))


def _emphasis(is_to_look_at: bool) -> RowEmphasis:
    return "highlight" if is_to_look_at else ""


def catalogue_blocks() -> tuple[Block, ...]:
    """Show every ready procedure: its question, steps, evidence, sampling and criteria."""
    return tuple(block for one in PROCEDURES.values() for block in _described(one))


def _described(one: Procedure) -> Iterator[Block]:
    yield Heading(3, one.title, f"ready-{one.id.replace('_', '-')}")
    yield Prose(one.objective)
    yield Numbered(one.steps)
    yield Definitions(
        (
            Definition("Its id", one.id),
            Definition("What it needs", "; ".join(one.evidence_words)),
            Definition("How it samples", one.sampling),
            Definition("What is expected", one.expected),
            Definition("Criteria", "; ".join(one.criteria)),
        )
    )
