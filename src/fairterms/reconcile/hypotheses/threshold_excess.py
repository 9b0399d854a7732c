"""From the first dollar or only the excess; band by band or all at the rate of the band reached."""

from collections.abc import Iterator
from types import MappingProxyType

from fairterms.contract import expression
from fairterms.contract.clause import Clause, Term
from fairterms.contract.value import Formula, Lookup, Row, Value, Word
from fairterms.payment.evaluation import model_of
from fairterms.reconcile.hypothesis import Family, Ground, Proposal, said
from fairterms.units.quantity import Quantity


def propose(ground: Ground) -> Iterator[Proposal]:
    """Propose the other sharing of every clause that shares above a threshold or in bands."""
    for clause in ground.contract.clauses:
        yield from _of_minimum(ground, clause)
        if clause.model == "risk_corridor":
            for term in ("bands", "loss_bands"):
                yield from _of_first_band(ground, clause, term)
            yield from _of_flat_rate(ground, clause)


def _of_minimum(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    term, spec = clause.terms.get("shared_from"), model_of(clause).term("shared_from")
    if term is None or spec is None:
        return
    for choice in spec.choices:
        if term.value != Word(choice):
            contract = ground.contract.replacing(clause.with_value("shared_from", Word(choice)))
            sentence = f"sharing starts from {choice}, {said(clause, 'shared_from')}"
            yield Proposal(f"{clause.id} {choice}", sentence, contract)


def _of_first_band(ground: Ground, clause: Clause, term: str) -> Iterator[Proposal]:
    """Propose that a first band of nothing is shared like the next once it is passed."""
    rows = _rows(clause, term)
    if len(rows) < 2:
        return
    none, first = rows[0].cells.get("group_share"), rows[1].cells.get("group_share")
    if isinstance(none, Quantity) and none.amount == 0 and isinstance(first, Quantity):
        changed = (Row({**rows[0].cells, "group_share": first}), *rows[1:])
        contract = ground.contract.replacing(clause.with_value(term, changed))
        edge = rows[0].cells.get("up_to", "the first band")
        sentence = (
            f"{first} is shared from the first dollar, not above {edge}, {said(clause, term)}"
        )
        yield Proposal(f"{clause.id}.{term} first dollar", sentence, contract)


def _of_flat_rate(ground: Ground, clause: Clause) -> Iterator[Proposal]:
    """Propose that the whole difference is shared at the rate of the band it ends in."""
    gains, losses = _rows(clause, "bands"), _rows(clause, "loss_bands")
    how = clause.terms.get("losses")
    if not losses and (how is None or how.value != Word("not shared")):
        losses = gains
    source = clause.reads.get("cost", "cost")
    rates = [_flat_rate(rows) for rows in (gains, losses)]
    base = clause.terms["base"].value
    if not isinstance(base, Formula) or None in rates:
        return
    formulas = (
        ("base", base.text),
        ("gross", f"base - {source}"),
        ("gains", f"max(gross, 0) * {rates[0]}"),
        ("owed", f"max(0 - gross, 0) * {rates[1]}"),
        ("shared", "gains - owed"),
    )
    steps: tuple[Value, ...] = tuple(
        Row({"name": Word(name), "value": Formula(text, expression.parse(text))})
        for name, text in formulas
    )
    flat = Clause(
        clause.id,
        "formula",
        MappingProxyType({"steps": Term("steps", steps)}),
        title=clause.title,
        cites=clause.cites,
        rounding=clause.rounding,
        line=clause.line,
    )
    sentence = (
        f"all of the difference is shared at the rate of its last band, {said(clause, 'bands')}"
    )
    yield Proposal(f"{clause.id} flat rate", sentence, ground.contract.replacing(flat))


def _flat_rate(rows: tuple[Row, ...]) -> str | None:
    """Write the share of the band that a difference ends in as a formula; None when it cannot be.

    A difference that ends exactly on an edge still belongs to the band below the edge.
    """
    text = ""
    for row in reversed(rows):
        share, edge = row.cells.get("group_share"), row.cells.get("up_to")
        if not isinstance(share, Quantity) or isinstance(edge, Formula | Lookup):
            return None
        inside = f"max(gross, 0 - gross) <= {edge} * base"
        text = f"if({inside}, {share}, {text})" if text else str(share)
    return text or "0 %"


def _rows(clause: Clause, term: str) -> tuple[Row, ...]:
    found = clause.terms.get(term)
    value = found.value if found else ()
    rows = value if isinstance(value, tuple) else (value,)
    return tuple(row for row in rows if isinstance(row, Row))


FAMILY = Family("From the first dollar, or only above a threshold", propose)
