"""The risk register of a deal, and how it stood on any past day."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from fairterms.risks.control.book import ControlBook
from fairterms.risks.matrix.version import MatrixVersion
from fairterms.risks.register.estimate import Estimate, Stage
from fairterms.risks.register.impact import Impact
from fairterms.risks.register.incident import Incident
from fairterms.risks.register.interest import Interest
from fairterms.risks.register.objective import Holder, Objective
from fairterms.risks.register.risk import Risk
from fairterms.risks.register.value import SharedValue
from fairterms.risks.register.workshop_note import Frame, WorkshopNote
from fairterms.units.problem import Problem


@dataclass(frozen=True)
class Register:
    """Everything ``risks.toml`` says that can be read, in the order of the file.

    Attributes
    ----------
    values, objectives, risks, impacts
        What is held dear, what is to be reached, what may happen, and where the two touch.
    estimates
        Every estimate ever made; none is changed or taken away.
    matrices
        The versions of the risk matrix.
    controls
        Controls with their effects and tests, acceptances, indicators and exceptions.
    incidents, interests, notes
        What went wrong, who is tied to whom, and what workshops said.
    problems
        Everything to mend in the file, in the order of its lines.
    """

    values: tuple[SharedValue, ...] = ()
    objectives: tuple[Objective, ...] = ()
    risks: tuple[Risk, ...] = ()
    impacts: tuple[Impact, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    matrices: tuple[MatrixVersion, ...] = ()
    controls: ControlBook = field(default_factory=ControlBook)
    incidents: tuple[Incident, ...] = ()
    interests: tuple[Interest, ...] = ()
    notes: tuple[WorkshopNote, ...] = ()
    problems: tuple[Problem, ...] = ()

    def risk(self, name: str) -> Risk:
        """Return a risk by its id; an id that is not there is a KeyError."""
        return {one.id: one for one in self.risks}[name]

    def objective(self, name: str) -> Objective:
        """Return an objective by its id; an id that is not there is a KeyError."""
        return {one.id: one for one in self.objectives}[name]

    def impact(self, name: str) -> Impact:
        """Return an impact by its id; an id that is not there is a KeyError."""
        return {one.id: one for one in self.impacts}[name]

    def impacts_of(self, risk: str) -> tuple[Impact, ...]:
        """Return where a risk touches objectives."""
        return tuple(one for one in self.impacts if one.risk == risk)

    def held_by(self, holder: Holder) -> tuple[Objective, ...]:
        """Return the objectives of one holder."""
        return tuple(one for one in self.objectives if one.holder is holder)

    def notes_of(self, frame: Frame, heading: str) -> tuple[WorkshopNote, ...]:
        """Return what a workshop said under one heading."""
        return tuple(one for one in self.notes if (one.frame, one.heading) == (frame, heading))

    @property
    def names_public_harm(self) -> bool:
        """Whether an open risk touches an objective of the public."""
        live = {risk.id for risk in self.risks if risk.is_open}
        public = {one.id for one in self.held_by(Holder.PUBLIC)}
        return any(one.risk in live and one.objective in public for one in self.impacts)

    def standing(self, impact: str, stage: Stage) -> Estimate | None:
        """Return the estimate at the end of a chain, or None where nobody has estimated it.

        Parameters
        ----------
        impact
            The id of an impact.
        stage
            Inherent, current or target.
        """
        chain = [one for one in self.estimates if one.chain == (impact, stage)]
        return newest(chain)

    def history(self, impact: str, stage: Stage) -> tuple[Estimate, ...]:
        """Return a chain of estimates from the first to the one that stands."""
        by_id = {one.id: one for one in self.estimates if one.chain == (impact, stage)}
        found: list[Estimate] = []
        at = newest(by_id.values())
        while at is not None and at not in found:
            found.append(at)
            at = by_id.get(at.supersedes)
        return tuple(reversed(found))


def newest(chain: Iterable[Estimate]) -> Estimate | None:
    """Return the estimate of a chain that nothing supersedes; of several, the latest in time."""
    estimates = tuple(chain)
    replaced = {one.supersedes for one in estimates}
    ends = [one for one in estimates if one.id not in replaced] or list(estimates)
    return max(ends, key=lambda one: one.as_of, default=None)


def as_of(register: Register, day: date) -> Register:
    """Return the register with the estimates, matrices and events that were there on a day.

    Parameters
    ----------
    register
        The register as it is written.
    day
        Any day; what happened on it counts.

    Returns
    -------
    Register
        The same values, objectives, risks, impacts and notes (the file does not date them);
        adoptions, estimates, matrices, incidents and declarations up to the day. An incident that
        was closed later is open. Controls stay: their tests carry days of their own, and credit is
        asked for on a day.
    """
    return replace(
        register,
        values=tuple(one.by(day) for one in register.values),
        estimates=tuple(one for one in register.estimates if one.as_of <= day),
        matrices=tuple(one for one in register.matrices if one.effective <= day),
        incidents=tuple(_seen(one, day) for one in register.incidents if one.day <= day),
        interests=tuple(one for one in register.interests if one.declared <= day),
    )


def _seen(incident: Incident, day: date) -> Incident:
    if incident.closed is None or incident.closed <= day:
        return incident
    return replace(incident, closed=None, lesson="")
