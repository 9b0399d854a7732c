"""The panel: every signal of both sides on the same evidence, by one standard of proof."""

from __future__ import annotations

import math
from dataclasses import dataclass

from fairterms.outcomes.comparison.many_comparisons import q_values
from fairterms.outcomes.gaming.entry_regression import ByItself, expect_by_itself
from fairterms.outcomes.gaming.evidence import Evidence, Lacking
from fairterms.outcomes.gaming.signal import Finding, Side, Signal, State, look
from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience, show_rate
from fairterms.units.catalogue import Catalogue

SIGNALS = Catalogue("fairterms.outcomes.gaming.signals", "SIGNAL", Signal)
"""Every signal, by name, found by listing the folder."""


@dataclass(frozen=True)
class Panel:
    """All findings.

    Attributes
    ----------
    findings
        One for each signal, those that lack something among them.
    q_values
        The false discovery rate of each over all tested of both sides; NaN where not tested.
    level
        The share of false ones allowed among those worth asking about.
    reached, followed
        Patients who reached the measure, and patients with a last score.
    by_itself
        What entry above the cut brings by regression to the mean alone; None where its terms are
        not agreed.
    """

    findings: tuple[Finding, ...]
    q_values: tuple[float, ...]
    level: float
    reached: int
    followed: int
    by_itself: ByItself | None

    @property
    def observed(self) -> float:
        """The rate among those followed, as a fraction; NaN where nobody is."""
        return self.reached / self.followed if self.followed else math.nan

    def worth_asking(self, side: Side) -> tuple[Finding, ...]:
        """Return what is worth asking one side about: tested, and rare enough by chance."""
        return tuple(
            finding
            for finding, q in zip(self.findings, self.q_values, strict=True)
            if finding.signal.side is side and q <= self.level
        )

    def facts(self, side: Side) -> tuple[Finding, ...]:
        """Return what is known without chance."""
        return tuple(x for x in self.findings if x.signal.side is side and x.state is State.FACT)

    def coverage(self, side: Side) -> tuple[int, int]:
        """Return how many signals of a side could be looked at, and how many there are.

        A panel that can look at one side only proves nothing about which side there is more to ask.
        """
        own = [finding for finding in self.findings if finding.signal.side is side]
        return sum(finding.state is not State.CANNOT for finding in own), len(own)

    def text(self, audience: Audience) -> str:
        """Say what is worth asking about, both sides in the same words."""
        lines = [self._rate_text(audience)]
        for side in Side:
            looked, there = self.coverage(side)
            asked = self.worth_asking(side)
            lines.append(f"the {side}'s side: {looked} of {there} signals could be looked at")
            for finding in asked:
                lines.append(f"  worth asking about: {finding.text(audience)}")
                lines.append(f"    ask: {finding.signal.question}")
                lines.append(f"    it may be harmless: {'; '.join(finding.signal.innocent)}")
                lines.append(f"    what would settle it: {finding.signal.settles}")
            lines += [f"  {State.FACT}: {fact.text(audience)}" for fact in self.facts(side)]
            if not asked:
                lines.append("  nothing stands out from chance")
        return "\n".join(lines)

    def _rate_text(self, audience: Audience) -> str:
        """Say what the rate is, and what of it nobody earned."""
        rate = show_rate(self.reached, self.followed, audience)
        if self.by_itself is None:
            return f"rate among those followed: {rate}; what comes by itself is not known"
        alone = f"{100 * self.by_itself.rate:.1f}" if rate != NOT_SHOWN else NOT_SHOWN
        left = 100 * self.by_itself.subtract(self.observed)
        rest = f"{left:.1f}" if rate != NOT_SHOWN else NOT_SHOWN
        return (
            f"rate among those followed: {rate}; points that regression to the mean alone brings: "
            f"{alone}; left: {rest}"
        )


def examine(evidence: Evidence, level: float, *, whatever_dependence: bool = False) -> Panel:
    """Test every signal of both sides.

    Parameters
    ----------
    evidence
        What the records give.
    level
        The share of false ones allowed among those worth asking about, the same for both sides.
    whatever_dependence
        As in :func:`fairterms.outcomes.comparison.many_comparisons.q_values`.
    """
    findings = tuple(look(SIGNALS[name], evidence) for name in SIGNALS)
    chances = [
        math.nan
        if finding.measured is None or finding.measured.p_value is None
        else finding.measured.p_value
        for finding in findings
    ]
    found = q_values(chances, whatever_dependence=whatever_dependence)
    episodes = evidence.episodes
    reached = evidence.terms.reached(episodes.intake_score, episodes.last_score)
    return Panel(
        findings,
        tuple(found.tolist()),
        level,
        int((reached & episodes.is_followed).sum()),
        int(episodes.is_followed.sum()),
        _by_itself(evidence),
    )


def _by_itself(evidence: Evidence) -> ByItself | None:
    """Return what regression to the mean alone brings to those followed, where it can be told."""
    rows = evidence.episodes.is_followed
    if not rows.any():
        return None
    try:
        return expect_by_itself(evidence.episodes.intake_score[rows], evidence.terms)
    except Lacking:
        return None
