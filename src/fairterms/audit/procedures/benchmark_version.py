"""How a benchmark was set, part by part; with a part missing it cannot be approved."""

from dataclasses import dataclass, replace
from datetime import date

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal

PARTS = {
    "population": "whom it is about",
    "records": "the records it was worked out from",
    "peers": "with whom it compares",
    "strata": "the groups that are judged apart",
    "measures": "what is measured",
    "source": "where the numbers come from",
    "baseline": "the period they were taken from",
    "interval": "how far chance alone may move it",
    "adjustment": "how it allows for sicker patients",
    "validated_by": "the clinicians who checked it",
    "review_on": "the day on which it is looked at again",
}
"""Every part a benchmark needs, with what it is."""
KEYS = ("id", *PARTS, "approved_on", "approved_by", "decision")
LEAST_CLINICIANS = 2
"""So many clinicians must have checked it (our choice)."""


@dataclass(frozen=True)
class BenchmarkVersion:
    """One version of a benchmark; parts may be missing while it is being set.

    Attributes
    ----------
    id
        Its id.
    population, records, source, interval, adjustment
        In words; see :data:`PARTS`.
    peers, strata, measures, validated_by
        Each a list.
    baseline, review_on
        A period, and a day.
    approved_on, approved_by, decision
        When, by which role, by which decision of the committee; empty while it is not approved.

    Raises
    ------
    Refusal
        When it is approved with a part missing.
    """

    id: str
    population: str = ""
    records: str = ""
    peers: tuple[str, ...] = ()
    strata: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    source: str = ""
    baseline: Period | None = None
    interval: str = ""
    adjustment: str = ""
    validated_by: tuple[str, ...] = ()
    review_on: date | None = None
    approved_on: date | None = None
    approved_by: str = ""
    decision: str = ""

    def __post_init__(self) -> None:
        """Refuse an approval of something unfinished."""
        if self.approved_on is None:
            return
        lacking = [*self.missing]
        lacking += [] if self.approved_by else ["approved_by"]
        lacking += [] if self.decision else ["decision"]
        if lacking:
            raise Refusal(
                f"the benchmark {self.id}",
                f"cannot be approved without {', '.join(lacking)}",
                "what is left open is filled in later by the side it helps",
                "add what is missing, or leave approved_on out until it is there",
            )

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that are not there, in the order of :data:`PARTS`."""
        lacking = {name for name in PARTS if not getattr(self, name)}
        if len(set(self.validated_by)) < LEAST_CLINICIANS:
            lacking.add("validated_by")
        return tuple(name for name in PARTS if name in lacking)

    @property
    def is_approved(self) -> bool:
        """Whether it has been approved."""
        return self.approved_on is not None


def approve(version: BenchmarkVersion, by: str, on: date, decision: str) -> BenchmarkVersion:
    """Return a version as approved.

    Parameters
    ----------
    version
        With every part.
    by, on, decision
        The role, the day, and the id of the committee's decision.

    Raises
    ------
    Refusal
        When a part is missing.
    """
    return replace(version, approved_on=on, approved_by=by, decision=decision)


def read(table: EvidenceTable) -> BenchmarkVersion | None:
    """Read one ``[[benchmark_version]]``; None where it cannot be used as it is written."""
    table.only(*KEYS)
    name, review_on, approved_on = (
        table.needed_words("id", "benchmark_2027"),
        table.day("review_on"),
        table.day("approved_on"),
    )
    baseline = _baseline(table)
    if not name or ("baseline" in table.raw and baseline is None):
        return None
    try:
        return BenchmarkVersion(
            id=name,
            population=table.words("population"),
            records=table.words("records"),
            peers=table.listed("peers"),
            strata=table.listed("strata"),
            measures=table.listed("measures"),
            source=table.words("source"),
            baseline=baseline,
            interval=table.words("interval"),
            adjustment=table.words("adjustment"),
            validated_by=table.listed("validated_by"),
            review_on=review_on,
            approved_on=approved_on,
            approved_by=table.words("approved_by"),
            decision=table.words("decision"),
        )
    except Refusal as refusal:
        table.notes.add(
            (*table.path, "approved_on"),
            f"{refusal.subject} {refusal.what}",
            "not-whole",
            refusal.why,
            refusal.fix,
        )
        return None


def _baseline(table: EvidenceTable) -> Period | None:
    raw = table.raw.get("baseline")
    if raw is None:
        return None
    if not isinstance(raw, dict):
        fix = "write baseline = { from = 2023-01-01, to = 2025-12-31 }"
        table.note("baseline", "baseline is no period", "not-a-period", fix)
        return None
    part = EvidenceTable(raw, (*table.path, "baseline"), table.notes)
    part.only("from", "to")
    return part.span()
