"""Without a formula that pays, nothing is paid, or what it takes over is paid unchanged."""

from fairterms.contract import expression
from fairterms.contract.clause import Clause
from fairterms.contract.value import Formula, Row, Value, read
from fairterms.simulate.clause_price.neutral_term import NeutralTerm, NeutralTerms


def strike(clause: Clause) -> Clause:
    """Let the last step pay what the clause takes over, or nothing when it takes nothing."""
    text = " + ".join(clause.of)
    value: Value = Formula(text, expression.parse(text)) if text else read("$0.00")
    return with_step(clause, _last(clause), value)


def with_step(clause: Clause, name: str, value: Value) -> Clause:
    """Return the clause with one of its steps worked out another way."""
    rows = tuple(
        Row({**row.cells, "value": value}) if str(row.cells.get("name", "")) == name else row
        for row in _rows(clause)
    )
    return clause.with_value("steps", rows)


def names(clause: Clause) -> tuple[str, ...]:
    """Name the steps of a clause, in written order."""
    return tuple(str(row.cells.get("name", "")) for row in _rows(clause))


def pays(clause: Clause) -> bool:
    """Say whether the last step is paid; otherwise it only prepares a figure."""
    return not ("pays" in clause.terms and clause.terms["pays"].value is False)


def _last(clause: Clause) -> str:
    return names(clause)[-1]


def _rows(clause: Clause) -> tuple[Row, ...]:
    value = clause.terms["steps"].value
    items = value if isinstance(value, tuple) else (value,)
    return tuple(row for row in items if isinstance(row, Row))


def _can_be_struck(clause: Clause) -> bool:
    return pays(clause) and bool(_rows(clause))


NEUTRAL = NeutralTerms(
    "formula",
    (
        NeutralTerm(
            "steps",
            "this payment",
            "it adds nothing",
            strike,
            _can_be_struck,
        ),
    ),
    {
        "steps": "it prepares a figure; a [[neutral]] of forecast.toml can say what it would be",
        "pays": "it says whether the last step is paid",
        "lan": "it names the sort of payment and moves no money",
        "vbpr": "it names the sort of payment and moves no money",
    },
)
