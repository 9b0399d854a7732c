"""Run a contract over figures: the one place where clauses meet numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from fairterms.contract.clause import Clause, Contract
from fairterms.payment.arithmetic import evaluate
from fairterms.payment.book import Book, Given, Wanted
from fairterms.payment.model import Model, Role
from fairterms.payment.models_catalogue import MODELS
from fairterms.payment.sheet import Sheet
from fairterms.payment.worksheet import PAYABLE, Step, Worksheet
from fairterms.units.number import EXACT, Column, NumberKind, exact_arithmetic
from fairterms.units.quantity import MONEY
from fairterms.units.refusal import Refusal


@dataclass(frozen=True)
class Survey:
    """What a contract reads, found by running it once on made-up figures.

    Attributes
    ----------
    wanted
        Every figure a clause reads, with its unit and meaning.
    terms_read
        Pairs of clause and term that some formula read.
    thresholds
        Pairs of clause and the path of a term (term, row, cell) that is used as a threshold.
    asked
        Pairs of clause and figure, under the model's own name for it.
    silent
        Pairs of clause and choice that the contract leaves open, with the plain reading taken.
    unknown
        Pairs of clause and name that stand for nothing.
    refused
        Pairs of clause and refusal: what could not be settled whatever the figures are.
    worksheet
        The worksheet of that run; its numbers mean nothing, its words do.
    """

    wanted: Mapping[str, Wanted]
    terms_read: frozenset[tuple[str, str]]
    thresholds: frozenset[tuple[str, tuple[str | int, ...]]]
    asked: frozenset[tuple[str, str]]
    silent: Mapping[tuple[str, str], str]
    unknown: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, Refusal], ...]
    worksheet: Worksheet


def run(
    contract: Contract,
    given: Mapping[str, Given],
    rows: int,
    kind: NumberKind = EXACT,
) -> Worksheet:
    """Settle a contract for ``rows`` sets of figures at once.

    Parameters
    ----------
    contract
        Bound terms: :func:`fairterms.payment.binding.problems` found nothing.
    given
        Name to figure; each holds columns of shape (rows,) of the same kind of number.
    rows
        How many settlements.
    kind
        EXACT to settle, FLOAT to simulate.

    Returns
    -------
    Worksheet
        Every step, the gates, and the payable amount as the last step.

    Raises
    ------
    Refusal
        When a figure or term is missing, in the wrong unit, or makes a clause meaningless.
    """
    book = open_book(contract, given, rows, kind)
    with exact_arithmetic():
        _settle_clauses(contract, book)
        write_payable(contract, book, paying_clauses(contract))
    return Worksheet(tuple(book.steps.values()), tuple(book.gates))


def open_book(
    contract: Contract, given: Mapping[str, Given], rows: int, kind: NumberKind = EXACT
) -> Book:
    """Open an empty book of ``rows`` settlements, with the contract's rounding and its figures."""
    declared = {figure.id: figure.unit for figure in contract.figures}
    return Book(kind, rows, contract.rounding, given, evaluate, declared=declared)


def survey(contract: Contract) -> Survey:
    """Find out what a contract reads, without figures and without refusing anything."""
    declared = {figure.id: figure.unit for figure in contract.figures}
    book = Book(EXACT, 1, contract.rounding, {}, evaluate, is_probe=True, declared=declared)
    with exact_arithmetic():
        _settle_clauses(contract, book)
        write_payable(contract, book, paying_clauses(contract))
    return Survey(
        book.wanted,
        frozenset(book.terms_read),
        frozenset(book.thresholds),
        frozenset(book.asked),
        book.silent,
        tuple(book.unknown),
        tuple(book.refused),
        Worksheet(tuple(book.steps.values()), tuple(book.gates)),
    )


def survey_over_time(contract: Contract) -> Survey:
    """Find out what a contract reads in any of its years.

    The worksheet is that of the latest terms; figures, terms and names are those of all of them.
    """
    latest = survey(contract)
    wanted, terms_read = dict(latest.wanted), set(latest.terms_read)
    asked = set(latest.asked)
    days = {
        entry.effective_from
        for clause in contract.clauses
        for term in clause.terms.values()
        for entry in term.history
    }
    for day in sorted(days):
        try:
            earlier = survey(contract.on(day))
        except Refusal:
            continue  # a term that must be there has not begun on that day
        wanted = {**earlier.wanted, **wanted}
        terms_read |= earlier.terms_read
        asked |= earlier.asked
    return replace(latest, wanted=wanted, terms_read=frozenset(terms_read), asked=frozenset(asked))


def paying_clauses(contract: Contract) -> tuple[str, ...]:
    """Name the clauses whose results add up to the payable amount.

    The contract's own ``payable`` list, when it has one. Otherwise every clause that pays, or
    changes what another pays, and whose result no later clause takes over.
    """
    if contract.payable:
        return contract.payable
    pays: dict[str, bool] = {}
    taken: set[str] = set()
    for clause in contract.clauses:
        role = _role(clause)
        sources = [source.partition(".")[0] for source in clause.of]
        pays[clause.id] = role is Role.STREAM or (
            role is Role.MODIFIER and any(pays.get(source, False) for source in sources)
        )
        if pays[clause.id]:
            taken.update(sources)
    return tuple(name for name, is_paying in pays.items() if is_paying and name not in taken)


def model_of(clause: Clause) -> Model:
    """Return the catalogue entry of a clause; KeyError when it names none."""
    return MODELS[clause.model]


def _role(clause: Clause) -> Role:
    is_figure = "pays" in clause.terms and clause.terms["pays"].value is False
    return Role.FIGURE if is_figure else model_of(clause).role


def settle_clause(clause: Clause, book: Book) -> None:
    """Write the steps of one clause; the book must hold the steps of the clauses it reads."""
    model = model_of(clause)
    model.settle(Sheet(clause, book, model.plain_readings))
    _round_result(clause, book)


def write_payable(contract: Contract, book: Book, parts: tuple[str, ...]) -> None:
    """Write the payable amount: the results of ``parts``, added up and rounded, in dollars."""
    total: Column = book.kind.full(book.rows, Decimal(0))
    for part in parts:
        total += book.results[part].values
    rounding = contract.rounding
    rounded = book.kind.round(total, rounding.unit, rounding.mode)
    words = f"{' + '.join(parts) or 'nothing'}, to the {rounding.place}, {rounding.mode}"
    book.write(Step("", PAYABLE, rounded, MONEY, words, (), parts))


def _settle_clauses(contract: Contract, book: Book) -> None:
    for clause in contract.clauses:
        settle_clause(clause, book)


def _round_result(clause: Clause, book: Book) -> None:
    """Round a clause's result where its own rounding, or the contract's, says so."""
    rounding = clause.rounding or book.rounding
    at_result = "after each clause" if clause.rounding is None else "once at the end"
    result = book.results[clause.id]
    if rounding.point not in {at_result, "after each clause"} or result.unit != MONEY:
        return
    words = f"{result.name.replace('_', ' ')}, rounded {rounding}"
    book.write(
        Step(
            clause.id,
            "rounded",
            book.kind.round(result.values, rounding.unit, rounding.mode),
            MONEY,
            words,
            (),
            (result.id,),
        )
    )
