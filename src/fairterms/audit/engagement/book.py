"""Everything ``audit.toml`` says, in the order in which it was written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from fairterms.audit.engagement.engagement import Engagement, Independence
from fairterms.audit.engagement.fieldwork import Observation, Procedure, Review, Workpaper
from fairterms.audit.engagement.finding import Finding, FollowUp, Issue, Response
from fairterms.audit.engagement.initiative import Initiative
from fairterms.audit.engagement.person import is_among
from fairterms.audit.engagement.programme import Programme
from fairterms.audit.engagement.scope import Level, Scope
from fairterms.outcomes.small_cells.measured_result import MeasuredResult

_E = TypeVar("_E")


@dataclass(frozen=True)
class AuditBook:
    """An audit as it is written down.

    Attributes
    ----------
    programme
        The programme; None where there is none yet.
    scopes
        What each level means.
    engagements, independence, procedures, workpapers, reviews, observations
        The work.
    findings, issues, responses, follow_ups, initiatives, effects
        What came of it.
    """

    programme: Programme | None = None
    scopes: Mapping[Level, Scope] = field(default_factory=dict)
    engagements: tuple[Engagement, ...] = ()
    independence: tuple[Independence, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    workpapers: tuple[Workpaper, ...] = ()
    reviews: tuple[Review, ...] = ()
    observations: tuple[Observation, ...] = ()
    findings: tuple[Finding, ...] = ()
    issues: tuple[Issue, ...] = ()
    responses: tuple[Response, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    effects: tuple[MeasuredResult, ...] = ()

    def up_to(self, day: date) -> "AuditBook":
        """Return the book without what was written after a day."""
        known = replace(
            self,
            independence=_until(self.independence, day),
            workpapers=_until(self.workpapers, day),
            reviews=_until(self.reviews, day),
            observations=_until(self.observations, day),
            findings=_until(self.findings, day),
            issues=_until(self.issues, day),
            responses=_until(self.responses, day),
            follow_ups=_until(self.follow_ups, day),
            initiatives=_until(self.initiatives, day),
            effects=_until(self.effects, day),
        )
        # What both sides have read never disappears, whatever another finding says of it.
        told = {one.finding for one in known.issues}
        replaced = {one.replaces for one in known.findings} - told
        live = tuple(one for one in known.findings if one.id not in replaced)
        return replace(known, findings=live)

    def with_shared(self, other: "AuditBook") -> "AuditBook":
        """Return the auditor's book with what was written in the copy both sides have."""
        return replace(
            self,
            responses=(*self.responses, *other.responses),
            follow_ups=(*self.follow_ups, *other.follow_ups),
            initiatives=(*self.initiatives, *other.initiatives),
            effects=(*self.effects, *other.effects),
        )

    def issue_of(self, finding: str) -> Issue | None:
        """Return when a finding was told to both sides; None for a draft."""
        return next((one for one in self.issues if one.finding == finding), None)

    def responses_to(self, finding: str) -> tuple[Response, ...]:
        """Return the answers to a finding, the oldest first."""
        return _sorted(one for one in self.responses if one.finding == finding)

    def seen_for(self, finding: Finding) -> tuple[Observation, ...]:
        """Return what a finding rests on."""
        return tuple(one for one in self.observations if one.id in finding.observations)

    def follow_ups_of(self, finding: str) -> tuple[FollowUp, ...]:
        """Return the follow-ups of a finding, the oldest first."""
        return _sorted(one for one in self.follow_ups if one.finding == finding)

    def effects_of(self, initiative: str) -> tuple[MeasuredResult, ...]:
        """Return what was measured of an initiative, the oldest first."""
        return _sorted(one for one in self.effects if one.initiative == initiative)

    def is_closed(self, initiative: str) -> bool:
        """Say whether a measured effect closed an initiative; nothing else does."""
        return any(one.closes for one in self.effects_of(initiative))

    def reviewers_of(self, paper: Workpaper) -> tuple[str, ...]:
        """Return who looked a workpaper over; empty where nobody has."""
        later = (one.by for one in self.reviews if one.workpaper == paper.id)
        return tuple(one for one in (paper.reviewed_by, *later) if one)

    def undeclared(self, engagement: str) -> tuple[str, ...]:
        """Return who of a team has declared nothing yet."""
        team = next((one.team for one in self.engagements if one.id == engagement), ())
        named = tuple(one.member for one in self.independence if one.engagement == engagement)
        return tuple(one for one in team if not is_among(one, named))

    @property
    def ids(self) -> frozenset[str]:
        """Every id that is taken."""
        rows: tuple[Iterable[object], ...] = (
            *(self.engagements, self.procedures, self.workpapers, self.observations),
            *(self.findings, self.initiatives),
        )
        return frozenset(str(getattr(one, "id", "")) for row in rows for one in row)


def _until(rows: tuple[_E, ...], day: date) -> tuple[_E, ...]:
    # All have a day.
    return tuple(one for one in rows if one.on <= day)  # type: ignore[attr-defined]


def _sorted(rows: Iterable[_E]) -> tuple[_E, ...]:
    # All have a day.
    return tuple(sorted(rows, key=lambda one: one.on))  # type: ignore[attr-defined]
