"""Readiness as rows for other programs: one line a criterion, and one line a piece of evidence."""

from collections.abc import Iterator

from fairterms.prepare.readiness.assessment import Readiness
from fairterms.publish import csv_export

TITLES = ("criterion", "question", "requirements", "stands", "because", "do first", "by when")
EVIDENCE_TITLES = ("criterion", "kind", "words", "source")


def rows(readiness: Readiness) -> tuple[tuple[str, ...], ...]:
    """Return one line a criterion, with a cell for each of :data:`TITLES`."""
    return tuple(
        (
            one.criterion.name,
            one.criterion.question,
            " ".join(one.criterion.requirements),
            one.standing.value,
            one.judgement.because,
            one.judgement.first,
            one.criterion.when.value,
        )
        for one in readiness.judged
    )


def evidence_rows(readiness: Readiness) -> Iterator[tuple[str, ...]]:
    """Give one line a piece of evidence, with a cell for each of :data:`EVIDENCE_TITLES`.

    Yields
    ------
    tuple of str
        Its kind is "found", "said" (nothing shows it) or "missing".
    """
    for one in readiness.judged:
        name = one.criterion.name
        for proof in one.judgement.evidence:
            yield name, "found" if proof.is_shown else "said", proof.words, proof.source
        for words in one.judgement.missing:
            yield name, "missing", words, ""


def as_csv(readiness: Readiness) -> str:
    """Return one line a criterion as CSV."""
    return csv_export.render(TITLES, rows(readiness))


def evidence_as_csv(readiness: Readiness) -> str:
    """Return one line a piece of evidence as CSV."""
    return csv_export.render(EVIDENCE_TITLES, evidence_rows(readiness))
