"""What is wrong in each text of a deal folder, as the core's own readers tell it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from django.conf import settings

from fairterms.audit.committee import charter_reader as charter
from fairterms.audit.disclosure import disclosure_file, mark_file
from fairterms.audit.engagement import reader as audit
from fairterms.audit.procedures.procedure import PROCEDURES
from fairterms.audit.rights import reader as audit_rights
from fairterms.contract import deal, figure_set, offer
from fairterms.monitor.amendments import reader as amendments
from fairterms.monitor.indicators import watchlist
from fairterms.monitor.meetings import reader as meetings
from fairterms.monitor.obligations import reader as obligations
from fairterms.negotiate.positions import reader as positions
from fairterms.outcomes.group_results import declaration_reader as outcomes
from fairterms.prepare.cost_to_comply import declaration_reader as duties
from fairterms.prepare.readiness import declaration_reader as readiness
from fairterms.prepare.responsibilities import declaration_reader as responsibilities
from fairterms.risks.register import reader as risks
from fairterms.settle.workbench import bound_terms, script_trial
from fairterms.simulate.forecast import declaration_reader as forecast
from fairterms.units.form_file import parsed
from fairterms.units.problem import Problem

Problems = Sequence[Problem]


@dataclass(frozen=True)
class Opened:
    """A text that is read.

    Attributes
    ----------
    path
        In the deal folder.
    text
        What the editor holds.
    texts
        Every text that its reading needs, by path; the open one among them.
    """

    path: str
    text: str
    texts: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name of the file."""
        return PurePosixPath(self.path).name

    def on_disk(self, read: Callable[[Path], Problems]) -> Problems:
        """Lay the texts out for a reader that wants files."""
        scratch = Path(settings.HOME) / "scratch"
        scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
        with TemporaryDirectory(dir=scratch) as place:
            folder = Path(place) / "deal"
            for path, text in self.texts.items():
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return read(folder)


def _toml(one: Opened) -> Problems:
    """Read a text of which no more is known than that it is TOML."""
    opened = parsed(one.text, one.name)
    return (opened,) if isinstance(opened, Problem) else ()


def _positions(one: Opened) -> Problems:
    terms = one.texts.get("terms.toml")
    contract = bound_terms.bind(terms).contract if terms is not None else None
    return one.on_disk(lambda folder: positions.read_text(one.text, contract, folder).problems)


def _declared(read: Callable[[Path], object]) -> "_Reader":
    """Return a reader of a file that the core reads from its folder alone."""

    def problems_of(one: Opened) -> Problems:
        found: Problems = one.on_disk(lambda folder: getattr(read(folder), "problems", ()))
        return found

    return problems_of


def _named(read: Callable[[Path], object]) -> "_Reader":
    """Return a reader of a file that the core reads by its own path."""

    def problems_of(one: Opened) -> Problems:
        found: Problems = one.on_disk(
            lambda folder: getattr(read(folder / one.path), "problems", ())
        )
        return found

    return problems_of


_Reader = Callable[[Opened], Problems]
_BY_PATH: Final[Mapping[str, _Reader]] = {
    "deal.toml": _declared(deal.read),
    "forecast.toml": lambda one: forecast.read_text(one.text).problems,
    "risks.toml": lambda one: risks.read_text(one.text).problems,
    "positions.toml": _positions,
    "responsibilities.toml": _declared(responsibilities.read),
    "readiness.toml": _declared(readiness.read),
    "outcomes.toml": _declared(outcomes.read),
    "duties.toml": lambda one: duties.read_text(one.text).problems,
    # Files that these name lie beside them and are not looked up here.
    "obligations.toml": lambda one: obligations.read_text(one.text).problems,
    "meetings.toml": lambda one: meetings.read_text(one.text).problems,
    "amendments.toml": _declared(amendments.read),
    "indicators.toml": _declared(watchlist.read),
    "audit.toml": lambda one: audit.read_text(one.text, known=tuple(PROCEDURES)).problems,
    "audit_rights.toml": _declared(audit_rights.read),
    "disclosures.toml": _named(disclosure_file.read),
    "marks.toml": _named(mark_file.read),
    "charter.toml": _named(charter.read),
    "scripts/equivalent.toml": _toml,
}
_BY_FOLDER: Final[Mapping[str, _Reader]] = {
    "scripts": lambda one: script_trial.read(one.text, one.name).problems,
    "scenarios": lambda one: figure_set.read_toml(one.text, one.name).problems,
    "offers": _named(offer.read),
}


def problems(path: str, text: str, texts: Mapping[str, str]) -> Problems:
    """Return what is wrong in a text, in the order of its lines.

    Parameters
    ----------
    path
        In the deal folder; not of the payment terms, which the workbench examines.
    text
        What the editor holds.
    texts
        The other texts that its reading needs, by path.

    Returns
    -------
    sequence of Problem
        Always; whatever a text does to a reader becomes a problem of the whole text.
    """
    if len(text) > bound_terms.LONGEST:
        return bound_terms.bind(text).problems
    folder = path.partition("/")[0] if "/" in path else ""
    read = _BY_PATH.get(path) or _BY_FOLDER.get(folder, _toml)
    one = Opened(path, text, {**texts, path: text})
    try:
        found = _toml(one) or read(one)
    except Exception as odd:  # noqa: BLE001 - half-typed text must never take the page down
        return (bound_terms.unreadable(odd),)
    return sorted(found, key=lambda one: one.line)
