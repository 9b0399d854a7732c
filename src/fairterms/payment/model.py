"""What an entry of the catalogue of payment models is: its terms, its category, its formula."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from fairterms.contract.clause import Clause
from fairterms.payment.sheet import Sheet
from fairterms.units.quantity import FRACTION, Kind, Unit


class Role(Enum):
    """What a model does to the amount paid."""

    STREAM = "pays"
    MODIFIER = "changes what another clause pays"
    FIGURE = "prepares a figure that other clauses read"


@dataclass(frozen=True)
class Category:
    """How the payment is classed.

    Attributes
    ----------
    lan
        Category of the alternative payment model framework, such as "3A"; empty when none fits.
    vbpr
        Payment-stream code of the value-based performance reporting guide; empty when it has none.
    """

    lan: str = ""
    vbpr: str = ""

    def __str__(self) -> str:
        lan = f"LAN {self.lan}" if self.lan else "no LAN category"
        return f"{lan}, {f'VBPR {self.vbpr}' if self.vbpr else 'no VBPR code'}"


@dataclass(frozen=True)
class TermSpec:
    """A term a model understands.

    Attributes
    ----------
    name
        As written in terms.toml.
    meaning
        What it is, for a reader who is a clinician; starts in lower case.
    units
        Units (or kinds of unit) it may carry; empty when it is a word, a list of names or rows.
    is_required
        Whether the clause cannot be settled without it. There are no defaults for numbers.
    lowest, highest
        Limits of the number in its unit; None means no limit.
    has_base
        Whether a percentage of it must name its base ("10 % of benchmark").
    may_be_many
        Whether a list may be given, of which the least applies.
    choices
        The words it may be.
    plain
        For a choice the formula always needs: how a contract that is silent about it is read.
        The silence is reported, and the other choices are priced as open readings; never used
        for a number.
    columns
        For a term given as rows: the cells of each row.
    is_names
        Whether it is a list of names.
    is_yes_no
        Whether it is true or false.
    is_formula
        Whether plain text is a formula too, without its equals sign; the model's check reads it.
    """

    name: str
    meaning: str
    units: tuple[Unit | Kind, ...] = ()
    is_required: bool = False
    lowest: Decimal | None = Decimal(0)
    highest: Decimal | None = None
    has_base: bool = False
    may_be_many: bool = False
    choices: tuple[str, ...] = ()
    plain: str = ""
    columns: tuple["TermSpec", ...] = ()
    is_names: bool = False
    is_yes_no: bool = False
    is_formula: bool = False

    def __post_init__(self) -> None:
        """Refuse a declaration that contradicts itself."""
        assert not self.plain or self.plain in self.choices, f"{self.name}: no such choice"

    def accepts(self, unit: Unit) -> bool:
        """Say whether a quantity in ``unit`` may stand here."""
        return any(unit in (allowed,) or unit.kind is allowed for allowed in self.units)


def share(name: str, meaning: str, *, is_required: bool = False) -> TermSpec:
    """Declare a term that is a share: a percentage between 0 % and 100 %."""
    return TermSpec(name, meaning, (FRACTION,), is_required, highest=Decimal(1))


@dataclass(frozen=True)
class Objection:
    """Something impossible in a clause's terms, found by its model; see Problem for the parts."""

    term: str
    what: str
    code: str
    why: str
    fix: str


def no_objections(_clause: Clause) -> Iterable[Objection]:
    """Object to nothing: the check of a model whose terms cannot contradict each other."""
    return ()


@dataclass(frozen=True)
class Model:
    """An entry of the catalogue.

    Attributes
    ----------
    name
        As written in terms.toml and as the module is called.
    title
        As a person says it.
    summary
        One or two sentences for a clinician.
    role
        Whether it pays, modifies or prepares a figure.
    terms
        The terms it understands; any other is a problem.
    category
        The classification of a clause, which may depend on its terms.
    settle
        The formula. It writes steps on the sheet; the last step is the clause's result.
    check
        Finds terms that contradict each other.
    takes_result
        Whether ``of`` must name the clause whose result it takes.
    """

    name: str
    title: str
    summary: str
    role: Role
    terms: tuple[TermSpec, ...]
    category: Callable[[Clause], Category]
    settle: Callable[[Sheet], None]
    check: Callable[[Clause], Iterable[Objection]] = no_objections
    takes_result: bool = False

    @property
    def plain_readings(self) -> dict[str, str]:
        """How a silent contract is read, choice by choice."""
        return {spec.name: spec.plain for spec in self.terms if spec.plain}

    def term(self, name: str) -> TermSpec | None:
        """Return the declaration of a term, or None."""
        return next((spec for spec in self.terms if spec.name == name), None)
