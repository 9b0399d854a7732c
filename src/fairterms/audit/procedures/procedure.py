"""A ready procedure: what an auditor wants to know, does, needs and expects."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.observed import Observed
from fairterms.units.catalogue import Catalogue

NEEDED: dict[str, str] = {
    "on": "the day as of which it is asked ([audit] on)",
    "period": "the period that is audited ([audit] from and to)",
    "contract": "payment terms that can be read (terms.toml)",
    "scripts": "agreed test scripts (scripts/)",
    "stated": "a statement's lines and the figures to settle ([[stated_settlement]])",
    "builds": "the parts the benchmark was built from ([[benchmark_build]])",
    "measures": "cases, missing scores and two raters of a measure ([[measure_check]])",
    "lists": "two sides' lists of members, hashed ([[member_list]])",
    "controls": "the controls and their tests (risks.toml)",
    "operated": "the days on which a control ran ([[operated]])",
    "acceptances": "records that were loaded and checked (records/)",
    "duties": "duties with their due days ([[kept_duty]])",
    "conflicts": "the register of interests ([conflict_register] and [[conflict]])",
    "diligence": "what was looked at before signing ([[due_diligence]])",
    "reports": "third parties' control reports ([[third_party_report]])",
    "benchmarks": "a record of the benchmark ([[benchmark_version]])",
}
"""Everything a procedure may need, by the field of :class:`Evidence` that holds it."""


@dataclass(frozen=True)
class Procedure:
    """One ready procedure.

    Attributes
    ----------
    id
        Its module's name.
    title, objective
        What it is called, and the question it answers, as a sentence.
    criteria
        Standards by number only; their text belongs to those who wrote it.
    steps
        What is done, in plain words, in order.
    needs
        Fields of :class:`Evidence` without any of which nothing is tested.
    any_of
        Fields of which at least one must be there; empty for none.
    sampling
        How items are chosen, as a sentence.
    expected
        What is found where all is well, as a sentence.
    test
        Recomputes on the evidence, and on nothing else.
    """

    id: str
    title: str
    objective: str
    criteria: tuple[str, ...]
    steps: tuple[str, ...]
    needs: tuple[str, ...]
    sampling: str
    expected: str
    test: Callable[[Evidence], tuple[Observed, ...]]
    any_of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = {field.name for field in fields(Evidence)}
        assert {*self.needs, *self.any_of} <= known & NEEDED.keys(), f"{self.id}: unknown evidence"
        assert self.needs or self.any_of, f"{self.id} needs no evidence at all"
        sentences = (self.objective, *self.steps, self.sampling, self.expected)
        assert all(one.endswith((".", "?")) for one in sentences), f"{self.id}: no full sentence"

    @property
    def evidence_words(self) -> tuple[str, ...]:
        """What it needs, in words."""
        return tuple(NEEDED[name] for name in (*self.needs, *self.any_of))


PROCEDURES = Catalogue("fairterms.audit.procedures.library", "PROCEDURE", Procedure)
"""Every ready procedure, by the name of its module."""
