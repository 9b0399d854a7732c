"""The canonical form of terms: what moves money, and nothing else, so that it can be hashed.

Titles, comments, citations and the order of terms inside a clause do not change a settlement and
are left out; the order of clauses does, and stays.
"""

import hashlib
from datetime import date

from fairterms.contract.clause import Clause, Contract, Term
from fairterms.contract.value import NotStated, Row, Value, show


def write(contract: Contract) -> str:
    """Return the canonical text of a contract, one statement a line."""
    lines = [
        f"starts {contract.starts}",
        f"ends {contract.ends}",
        f"rounding {contract.rounding}",
        f"payable {' '.join(contract.payable)}".rstrip(),
    ]
    lines += [f"figure {figure.id} in {figure.unit}" for figure in contract.figures]
    lines += [
        f"measure {measure.id} {'higher' if measure.higher_is_better else 'lower'} is better"
        for measure in contract.measures
    ]
    for clause in contract.clauses:
        lines.extend(_clause(clause))
    return "\n".join(lines) + "\n"


def terms_hash(contract: Contract) -> str:
    """Return ``sha256:`` and the digest of the canonical text.

    Two parties with the same hash hold the same terms.
    """
    return f"sha256:{hashlib.sha256(write(contract).encode()).hexdigest()}"


def _clause(clause: Clause) -> list[str]:
    lines = [f"clause {clause.id} {clause.model}"]
    if clause.of:
        lines.append(f"  of {' '.join(clause.of)}")
    lines += [f"  reads {own} from {source}" for own, source in sorted(clause.reads.items())]
    if clause.rounding:
        lines.append(f"  rounding {clause.rounding}")
    for name in sorted(clause.terms):
        lines.extend(_term(clause.terms[name]))
    return lines


def _term(term: Term) -> list[str]:
    if not term.history:
        return [f"  {term.name} = {_value(term.value)}"]
    return [
        f"  {term.name} = {_value(entry.value)} from {entry.effective_from}"
        f" agreed {_day(entry.agreed_on)}{f' by {entry.amendment}' if entry.amendment else ''}"
        for entry in term.history
    ]


def _day(day: date | None) -> str:
    return str(day) if day else "at signing"


def _value(value: Value) -> str:
    match value:
        case tuple():
            return "[" + ", ".join(_value(item) for item in value) + "]"
        case Row(cells):
            return "{" + ", ".join(f"{key} = {_value(cells[key])}" for key in sorted(cells)) + "}"
        case NotStated():
            return "not stated"
        case _:
            return show(value)
