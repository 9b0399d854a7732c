"""What the group's own records say for its asks: each target, and the chance to meet it."""

from collections.abc import Iterator, Mapping

from fairterms.decide.own_records import OwnRecords
from fairterms.outcomes.group_results.assessment import MeasureAssessment
from fairterms.outcomes.small_cells.audience import may_show_rate
from fairterms.simulate.page.wording import share

CHECKS = (
    "quality-gate",
    "measure-change",
    "quality-term-undefined",
    "recalibration-process",
    "risk-adjustment",
)
"""Checks whose asks are about what is measured."""


def own_criteria(records: OwnRecords | None) -> Mapping[str, tuple[str, ...]]:
    """Return, by check, what the group's own records say, as sentences.

    Parameters
    ----------
    records
        What the records say; None where they were not looked at.

    Notes
    -----
    The asks go to the plan, so a rate from which a count of 1 to 10 people could be told is left
    out.
    """
    if records is None:
        return {}
    found = tuple(sentence for one in records.results.assessed for sentence in _sentences(one))
    return dict.fromkeys(CHECKS, found) if found else {}


def _sentences(one: MeasureAssessment) -> Iterator[str]:
    reached, number, words = one.rests_on
    if not may_show_rate(reached, number):
        return
    name = one.declared.measure.replace("_", " ")
    for target in one.targets:
        yield (
            f"{name}: {share(reached / number)} of {number:,} patients ({words}); if care stays "
            f"as it is and only chance differs, a target of {share(target.asked.target.rate)} is "
            f"met in {share(target.met_now)} of years."
        )
