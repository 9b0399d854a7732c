"""Read ``positions.toml``; everything wrong in it is reported together, each with its line."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fairterms.contract import offer as offers
from fairterms.contract.clause import Contract
from fairterms.contract.offer import Change
from fairterms.negotiate.positions import amounts
from fairterms.negotiate.positions.issue_reader import read_issues
from fairterms.negotiate.positions.position import (
    FILE,
    KINDS,
    Alternative,
    PlanSide,
    Positions,
    QualityWorth,
    SavingsFrom,
    Spread,
)
from fairterms.payment.loading import load
from fairterms.units.form_file import parsed, text_of
from fairterms.units.notes import Notes
from fairterms.units.problem import Problem, nearest
from fairterms.units.quantity import POINTS, per

_SECTIONS = ("group", "plan", "alternative", "issue")
_GROUP = ("appetite_weight", "walk_away")
_PLAN = ("interests", "goals", "medical_savings", "quality", "walk_away", "evidence")
_ALTERNATIVE = ("kind", "worth", "offer", "without_deal", "switching_cost", "chance", "evidence")
_BASES = ("worth", "offer", "without_deal")
_ESTIMATE = "what we believe of the plan is our estimate, and the page says what it rests on"


def read(folder: Path) -> Positions | None:
    """Read what is on the table.

    Parameters
    ----------
    folder
        The deal folder; its terms are read too, so that a change to nothing is found.

    Returns
    -------
    Positions or None
        None when the deal has no such file. Problems of the file are part of the result.
    """
    text = text_of(folder / FILE)
    if text is None:
        return None
    if isinstance(text, Problem):
        return _unreadable(text)
    terms = folder / "terms.toml"
    contract = load(terms).contract if terms.is_file() else None
    return read_text(text, contract, folder)


def read_text(text: str, contract: Contract | None = None, folder: Path | None = None) -> Positions:
    """Read what is on the table from text.

    Parameters
    ----------
    text
        As in the file.
    contract
        The terms on the table, to check what is changed; None checks no names.
    folder
        Where offer files are; None refuses to read one.
    """
    opened = parsed(text, FILE)
    if isinstance(opened, Problem):
        return _unreadable(opened)
    document, notes = opened
    for name in document.keys() - set(_SECTIONS):
        notes.unknown((name,), name, _SECTIONS, "section")
    group = _section(document, "group", notes, _GROUP)
    weight = amounts.share(group.get("appetite_weight"), ("group", "appetite_weight"), notes)
    leaves = amounts.text(group.get("walk_away"), ("group", "walk_away"), notes)
    plan = _plan(_section(document, "plan", notes, _PLAN), contract, notes)
    other = _alternative(_section(document, "alternative", notes, _ALTERNATIVE), folder, notes)
    issues = read_issues(document.get("issue"), contract, notes)
    if other is not None and contract is not None:
        _check_offer(other.changes, contract, notes)
    return Positions(weight, leaves, plan, other, issues, notes.problems())


def _unreadable(problem: Problem) -> Positions:
    return Positions(None, "", None, None, (), (problem,))


def _section(
    document: Mapping[str, Any], name: str, notes: Notes, known: tuple[str, ...]
) -> dict[str, Any]:
    raw = document.get(name)
    if raw is None:
        fix = f"add a section [{name}] with {known[0]} = ..."
        notes.missing((), f"there is no section [{name}]", fix, amounts.WHY)
        return {}
    if not isinstance(raw, dict):
        what = f"{name} is not a section"
        notes.add((name,), what, "not-a-section", amounts.WHY, f"write [{name}] by itself")
        return {}
    amounts.unknown(raw, (name,), notes, known)
    return raw


def _plan(raw: dict[str, Any], contract: Contract | None, notes: Notes) -> PlanSide | None:
    if not raw:
        return None
    savings = _savings(raw.get("medical_savings"), notes)
    walk_away = amounts.spread(raw.get("walk_away"), ("plan", "walk_away"), notes)
    evidence = amounts.text(raw.get("evidence"), ("plan", "evidence"), notes)
    if not evidence:
        fix = 'write evidence = "their letter of May 4", or "a guess, to be asked at the table"'
        notes.missing(("plan",), "the plan's side has no evidence", fix, _ESTIMATE)
    quality = _quality(raw.get("quality"), contract, notes)
    interests = amounts.texts(raw.get("interests"), ("plan", "interests"), notes)
    goals = amounts.texts(raw.get("goals"), ("plan", "goals"), notes)
    if savings is None or walk_away is None:
        return None
    return PlanSide(savings, walk_away, quality, interests, goals, evidence)


def _savings(raw: Any, notes: Notes) -> Spread | SavingsFrom | None:
    path = ("plan", "medical_savings")
    if not isinstance(raw, dict) or "figure" not in raw:
        return amounts.spread(raw, path, notes)
    amounts.unknown(raw, path, notes, ("figure", "less", "give_or_take"))
    figure = amounts.text(raw["figure"], (*path, "figure"), notes)
    less = amounts.text(raw.get("less"), (*path, "less"), notes)
    off = amounts.share(raw.get("give_or_take"), (*path, "give_or_take"), notes)
    return SavingsFrom(figure, less, off) if figure and off is not None else None


def _quality(raw: Any, contract: Contract | None, notes: Notes) -> tuple[QualityWorth, ...]:
    known = {one.id for one in contract.measures} if contract is not None else None
    found = []
    for at, entry in enumerate(_tables(raw, ("plan", "quality"), notes)):
        path = ("plan", "quality", at)
        amounts.unknown(entry, path, notes, ("measure", "points", "per_point"))
        measure = amounts.text(entry.get("measure"), (*path, "measure"), notes)
        if not measure or (known is not None and measure not in known):
            what = f'the contract has no measure called "{measure}"'
            fix = nearest(measure, known or ()) or "name a measure of terms.toml"
            why = "what better quality is worth is said measure by measure"
            notes.add((*path, "measure"), what, "unknown-measure", why, fix)
        points = amounts.amount(entry.get("points"), (*path, "points"), notes, POINTS)
        worth = amounts.spread(entry.get("per_point"), (*path, "per_point"), notes, per("point"))
        if measure and points is not None and worth is not None:
            found.append(QualityWorth(measure, points * 100, worth))
    return tuple(found)


def _tables(raw: Any, path: tuple[str, ...], notes: Notes) -> list[dict[str, Any]]:
    if raw is None or (isinstance(raw, list) and all(isinstance(one, dict) for one in raw)):
        return raw or []
    name = ".".join(path)
    why = "each is a table of its own"
    notes.add(path, f"{name} is not a list of tables", "not-a-list", why, f"write [[{name}]]")
    return []


def _alternative(raw: dict[str, Any], folder: Path | None, notes: Notes) -> Alternative | None:
    if not raw:
        return None
    kind = amounts.text(raw.get("kind"), ("alternative", "kind"), notes)
    if kind not in KINDS:
        notes.unknown(("alternative", "kind"), kind, KINDS, "kind of alternative")
    evidence = amounts.text(raw.get("evidence"), ("alternative", "evidence"), notes)
    if not evidence:
        fix = 'write evidence = "the contract of 2024", or "a guess"'
        why = "walking away is only as good as what it rests on"
        notes.missing(("alternative",), "the alternative has no evidence", fix, why)
    if sum(key in raw for key in _BASES) != 1:
        said = " and ".join(key for key in _BASES if key in raw) or "none"
        what = f"the alternative has {said} of worth, offer and without_deal; it must have one"
        fix = (
            'write worth = "$40,000.00" a year, offer = "offers/first.toml", or without_deal = true'
        )
        notes.add(("alternative",), what, "no-worth", amounts.WHY, fix)
        return None
    without = _is_without(raw, notes)
    worth, changes = 0.0 if without else None, tuple[Change, ...]()
    if "worth" in raw:
        worth = amounts.amount(raw["worth"], ("alternative", "worth"), notes)
    if "offer" in raw:
        changes = _offer(raw["offer"], folder, notes)
    switching = amounts.cost(raw.get("switching_cost"), ("alternative", "switching_cost"), notes)
    chance = amounts.share(raw.get("chance"), ("alternative", "chance"), notes)
    if switching is None or chance is None or (worth is None and not changes):
        return None
    return Alternative(kind, worth, changes, without, switching, chance, evidence)


def _is_without(raw: dict[str, Any], notes: Notes) -> bool:
    said = raw.get("without_deal", False)
    if "without_deal" in raw and said is not True:
        fix = 'write without_deal = true, or take it out and write worth = "..."'
        path = ("alternative", "without_deal")
        notes.add(path, "without_deal is not true", "not-yes-or-no", amounts.WHY, fix)
    return said is True


def _offer(raw: Any, folder: Path | None, notes: Notes) -> tuple[Change, ...]:
    path = ("alternative", "offer")
    name = amounts.text(raw, path, notes)
    if not name or folder is None:
        return ()
    found = offers.read(folder / name)
    for problem in found.problems:
        what = f"the offer {name} cannot be used: {problem.what}"
        notes.add(path, what, problem.code, problem.why, problem.fix)
    return found.changes


def _check_offer(changes: tuple[Change, ...], contract: Contract, notes: Notes) -> None:
    known = {clause.id for clause in contract.clauses}
    for change in changes:
        if change.clause not in known:
            notes.unknown(("alternative", "offer"), change.clause, known, "clause")
