"""A deal folder: the contract as received, its terms as data, and what the group says of itself."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from fairterms.contract.figure_set import FigureSet
from fairterms.contract.figure_set import read as read_figures
from fairterms.contract.offer import Offer
from fairterms.units import quantity
from fairterms.units.notes import Notes
from fairterms.units.positions import Path as Place
from fairterms.units.positions import parse
from fairterms.units.problem import Problem
from fairterms.units.quantity import MONEY, Quantity, Unit, per

DOCUMENT_SUFFIXES = (".pdf", ".docx", ".html", ".htm", ".txt")


@dataclass(frozen=True)
class Party:
    """A side of the contract: its name and the names the text calls it by."""

    name: str
    called: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cost:
    """Something the group must do or buy because of the contract, per year.

    Attributes
    ----------
    amount
        Dollars a year.
    how
        How the amount was reached, in words: "288 hours × $52.00 per hour".
    section
        The part of the contract that demands it.
    """

    id: str
    what: str
    amount: Decimal
    how: str
    section: str = ""


@dataclass(frozen=True)
class Appetite:
    """What the group can live with; its own decision, in dollars a year.

    Attributes
    ----------
    least_margin
        The least expected gain, after the cost to comply, that makes signing worth while.
    largest_loss
        The most the group can lose in the bad scenario and still sign.
    walk_away_loss
        A loss in the bad scenario beyond which the group walks away from the text as it stands.
    must_haves
        Checks of the contract that must be clear before the group signs.
    """

    least_margin: Decimal
    largest_loss: Decimal
    walk_away_loss: Decimal
    must_haves: tuple[str, ...] = ()


@dataclass(frozen=True)
class WithoutDeal:
    """What the group would be paid anyway, which is no merit of the deal.

    Attributes
    ----------
    clauses
        Clauses whose own amounts it would be paid anyway, such as the fee schedule.
    amount
        Dollars a year it would be paid by another contract.
    """

    clauses: tuple[str, ...] = ()
    amount: Decimal = Decimal(0)


@dataclass(frozen=True)
class Deal:
    """Everything a deal folder holds that is not the terms themselves.

    Attributes
    ----------
    missing
        Names of outside documents the contract binds the group to and that are not at hand.
    documents
        The contract's files, in the order of their names.
    scenarios
        Sets of figures; one of them has the role "expected".
    offer
        Changes to the terms that are to be weighed; None for the terms as they stand.
    """

    folder: Path
    name: str
    group: Party
    plan: Party
    appetite: Appetite | None
    without_deal: WithoutDeal
    costs: tuple[Cost, ...]
    missing: tuple[str, ...]
    documents: tuple[Path, ...]
    scenarios: tuple[FigureSet, ...]
    problems: tuple[Problem, ...] = ()
    offer: Offer | None = None

    @property
    def terms(self) -> Path:
        """The file of payment terms."""
        return self.folder / "terms.toml"

    @property
    def scripts(self) -> Path:
        """The folder of agreed test scripts."""
        return self.folder / "scripts"

    @property
    def cost_to_comply(self) -> Decimal:
        """What the contract demands of the group, in dollars a year."""
        return sum((cost.amount for cost in self.costs), Decimal(0))


_SECTIONS = {"deal", "group", "plan", "appetite", "cost", "objective", "values", "without_deal"}


def read(folder: Path) -> Deal:
    """Read a deal folder; problems of deal.toml and of the scenarios are part of the result."""
    path = folder / "deal.toml"
    document, notes = _read_toml(path)
    for section in document.keys() - _SECTIONS:
        notes.unknown((section,), section, _SECTIONS, "section")
    deal = document.get("deal", {})
    scenarios = tuple(
        read_figures(item) for item in _files(folder / "scenarios", (".toml", ".csv"))
    )
    return Deal(
        folder,
        str(deal.get("name", folder.name)),
        _party(document, "group"),
        _party(document, "plan"),
        _appetite(document, notes),
        _without_deal(document.get("without_deal", {}), notes),
        _costs(document.get("cost", []), notes),
        tuple(str(name) for name in deal.get("missing", [])),
        tuple(
            path
            for path in _files(folder / "contract", DOCUMENT_SUFFIXES)
            if path.stem.lower() != "readme"
        ),
        scenarios,
        (*notes.problems(), *(problem for item in scenarios for problem in item.problems)),
    )


def _read_toml(path: Path) -> tuple[dict[str, Any], Notes]:
    if not path.exists():
        notes = Notes(path.name, (), {})
        notes.missing(
            (),
            f"there is no deal.toml in {path.parent.name}",
            "write one, or start from an example with: fairterms new DEAL",
            "it says who the parties are and what the group can live with",
        )
        return {}, notes
    text = path.read_text(encoding="utf-8")
    try:
        document, positions = parse(text)
    except tomllib.TOMLDecodeError as wrong:
        notes = Notes(path.name, tuple(text.splitlines()), {})
        notes.add(
            (),
            f"the file is not TOML: {wrong}",
            "not-toml",
            "nothing can be read",
            "mend that line",
        )
        return {}, notes
    return document, Notes(path.name, tuple(text.splitlines()), positions)


def _files(folder: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if path.suffix.lower() in suffixes))


def _party(document: dict[str, Any], side: str) -> Party:
    raw = document.get(side, {})
    return Party(str(raw.get("name", side)), tuple(str(name) for name in raw.get("called", [])))


def _appetite(document: dict[str, Any], notes: Notes) -> Appetite | None:
    raw = document.get("appetite")
    if raw is None:
        return None
    names = ("least_margin", "largest_loss", "walk_away_loss")
    for key in raw.keys() - {*names, "must_haves"}:
        notes.unknown(("appetite", key), key, (*names, "must_haves"), "appetite")
    found = [_amount(raw.get(name), ("appetite", name), notes, MONEY) for name in names]
    least, largest, walk_away = found
    if least is None or largest is None or walk_away is None:
        return None
    must_haves = tuple(str(name) for name in raw.get("must_haves", []))
    return Appetite(least.amount, largest.amount, walk_away.amount, must_haves)


def _without_deal(raw: dict[str, Any], notes: Notes) -> WithoutDeal:
    for key in raw.keys() - {"clauses", "amount"}:
        notes.unknown(("without_deal", key), key, ("clauses", "amount"), "key")
    clauses = tuple(str(name) for name in raw.get("clauses", []))
    if "amount" not in raw:
        return WithoutDeal(clauses)
    amount = _amount(raw["amount"], ("without_deal", "amount"), notes, MONEY)
    return WithoutDeal(clauses, amount.amount if amount else Decimal(0))


_COST_KEYS = {"id", "what", "amount", "hours", "wage", "section"}


def _costs(raw: Any, notes: Notes) -> tuple[Cost, ...]:
    taken: set[str] = set()
    found = []
    for position, entry in enumerate(raw if isinstance(raw, list) else []):
        path: Place = ("cost", position)
        for key in entry.keys() - _COST_KEYS:
            notes.unknown((*path, key), key, _COST_KEYS, "cost key")
        name = notes.id((*path, "id"), entry.get("id"), "cost", taken)
        priced = _priced(entry, path, notes)
        if name and priced:
            what, section = str(entry.get("what", name)), str(entry.get("section", ""))
            found.append(Cost(name, what, *priced, section))
    return tuple(found)


def _priced(entry: dict[str, Any], path: Place, notes: Notes) -> tuple[Decimal, str] | None:
    """Return dollars a year and how they were reached: an amount, or hours times a wage."""
    if "amount" in entry:
        amount = _amount(entry["amount"], (*path, "amount"), notes, MONEY)
        return (amount.amount, f"{amount} a year") if amount else None
    hours = _amount(entry.get("hours"), (*path, "hours"), notes, None)
    wage = _amount(entry.get("wage"), (*path, "wage"), notes, per("hour"))
    if hours is None or wage is None:
        return None
    return hours.amount * wage.amount, f"{hours} × {wage}"


def _amount(raw: Any, path: Place, notes: Notes, unit: Unit | None) -> Quantity | None:
    try:
        found = quantity.parse(str(raw if raw is not None else ""))
    except quantity.NotAQuantity as wrong:
        what = f"{path[-1]} is missing" if raw is None else f"{path[-1]}: {wrong.reason}"
        notes.add(path, what, "not-a-quantity", "what it costs is never guessed", wrong.fix)
        return None
    if unit is None or found.unit == unit:
        return found
    notes.add(
        path,
        f"{path[-1]} is in {found.unit}, but it is wanted in {unit}",
        "wrong-unit",
        "a number in another unit is another number",
        f"write it in {unit}",
    )
    return None
