"""Rates by stratum: one rate for everybody, or one for each stratum, population or severity.

A clause gives either ``rate``, and reads ``member_months``; or ``rates``, rows of a name and a
rate, and reads ``member_months.<name>`` for each.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fairterms.contract.clause import Clause
from fairterms.contract.value import Row
from fairterms.payment.model import Objection, TermSpec
from fairterms.payment.sheet import Cells, Sheet
from fairterms.units.quantity import Kind, Unit

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Stratum:
    """One stratum of a clause.

    Attributes
    ----------
    name
        As written in its row; empty when the clause has one rate for everybody.
    cells
        Gives the rate, and whatever else its row holds.
    """

    name: str
    cells: Cells

    def of(self, figure: str) -> str:
        """Return the stratum's own name of a figure or step: ``episodes.mild``, or ``episodes``."""
        return f"{figure}.{self.name}" if self.name else figure

    @property
    def words(self) -> str:
        """Say whom it is about, after a comma; empty for everybody."""
        return f", {self.name.replace('_', ' ')}" if self.name else ""


def strata(sheet: Sheet, column: str) -> tuple[Stratum, ...]:
    """Return the strata of a clause, in written order.

    Parameters
    ----------
    sheet
        Of a clause that :func:`check` finds nothing in.
    column
        The cell of ``rates`` that names the stratum.
    """
    if not sheet.has("rates"):
        return (Stratum("", sheet),)
    return tuple(Stratum(cells.names(column)[0], cells) for cells in sheet.rows("rates"))


def rate_terms(
    column: str, meaning: str, units: tuple[Unit | Kind, ...], more: tuple[TermSpec, ...] = ()
) -> tuple[TermSpec, TermSpec]:
    """Declare ``rate`` and ``rates``; ``more`` are further cells of each row."""
    name = TermSpec(column, f"the name of the {column}, one word", is_required=True, is_names=True)
    rate = TermSpec("rate", meaning, units, is_required=True)
    return (
        TermSpec("rate", f"{meaning}, the same for everybody", units),
        TermSpec("rates", f"{meaning}, for each {column}", columns=(name, rate, *more)),
    )


def rate_rows(clause: Clause) -> tuple[Row, ...]:
    """Return the rows of ``rates`` as written; none when the clause has one rate."""
    term = clause.terms.get("rates")
    value = term.value if term else ()
    rows = value if isinstance(value, tuple) else (value,)
    return tuple(row for row in rows if isinstance(row, Row))


def check(clause: Clause, column: str) -> Iterable[Objection]:
    """Object to no rate, to two sorts of rate, and to strata that cannot be told apart."""
    given = [name for name in ("rate", "rates") if name in clause.terms]
    if len(given) != 1:
        yield Objection(
            given[-1] if given else "",
            "the clause gives both rate and rates" if given else "the clause gives no rate",
            "two-rates" if given else "missing-number",
            "nobody can tell what is paid",
            f"write rate for everybody, or rates with one row for each {column}",
        )
    names = [str(row.cells.get(column, "")) for row in rate_rows(clause)]
    for name, times in Counter(names).items():
        if times > 1:
            yield Objection(
                "rates",
                f'"{name}" has {times} rates',
                "repeated-row",
                "nobody can tell which of them is paid",
                "keep one row for each, or tell them apart by name",
            )
        if not _NAME.fullmatch(name):
            yield Objection(
                "rates",
                f'"{name}" cannot name a {column}',
                "bad-name",
                "its figures are read under this name",
                "write one word of letters, digits and underscores, such as moderate_severity",
            )
