"""What the contract says: findings by severity, with quotes, reasons and sources."""

from collections.abc import Sequence

from fairterms.decide.basis import Basis
from fairterms.decide.wording import counted
from fairterms.publish.blocks import Block, Bullets, Heading, Prose, Quote
from fairterms.publish.inline import Emphasis, Strong, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.reference.lesson_links import lesson_for_check
from fairterms.reference.lesson_sentence import explained
from fairterms.review import wording
from fairterms.units import finding as findings
from fairterms.units.finding import Finding, QuoteEvidence, Status

SHOWN_PLACES = 3
"""Further places shown of one finding; the rest are counted."""


def text_section(basis: Basis) -> list[Block]:
    """Show every finding, the most severe first."""
    blocks: list[Block] = [Heading(2, "What the contract says", "text")]
    if not basis.documents:
        return [*blocks, Prose("There is no document in the deal's contract folder.")]
    plain = [one for one in basis.findings if one.status is Status.FINDING]
    blocks.append(
        Prose(
            f"Read: {', '.join(document.name for document in basis.documents)}. "
            f"{counted(len(plain), 'finding')}. Each quotes the contract word for word, or says "
            "what was looked for and is not there."
        )
    )
    blocks.append(_summary(plain))
    told: set[str] = set()
    for severity in reversed(findings.Severity):
        group = [one for one in plain if one.severity is severity]
        if group:
            blocks.append(Heading(3, f"{severity.value.capitalize()} findings"))
            for finding in group:
                blocks.extend(_finding(finding, is_first=finding.check not in told))
                told.add(finding.check)
    return blocks


def _summary(plain: Sequence[Finding]) -> Block:
    if not plain:
        return Prose("The checks found nothing to object to.")
    rows = tuple(
        Row(((wording.badge(one),), one.title, wording.where(one.evidence))) for one in plain
    )
    return Table(
        "All findings at a glance",
        (Column("Severity"), Column("Finding"), Column("Where")),
        rows,
        has_row_headers=False,
    )


def _finding(finding: Finding, *, is_first: bool) -> list[Block]:
    """Show one finding; the sources of its check are named only the first time."""
    title: Words = (wording.badge(finding), " ", Strong(finding.title))
    blocks: list[Block] = [Prose(title)]
    evidence = finding.evidence
    if isinstance(evidence, QuoteEvidence):
        blocks.append(Quote(wording.tidy(evidence.text), wording.place(evidence), finding.why))
    else:
        blocks += [Prose(wording.absence_words(evidence)), Prose(finding.why)]
    details: list[Words] = list(_more(finding))
    if is_first:
        details += [wording.source_words(source) for source in finding.sources]
        lesson = explained(lesson_for_check(finding.check))
        details += [lesson] if lesson else []
    if details:
        blocks.append(Bullets(tuple(details)))
    return blocks


def _more(finding: Finding) -> list[Words]:
    quoted = [one for one in finding.more_evidence if isinstance(one, QuoteEvidence)]
    shown: list[Words] = [
        ("Also: ", Emphasis(f"“{wording.tidy(one.text)}”"), f" ({wording.where(one)})")
        for one in quoted[:SHOWN_PLACES]
    ]
    if len(quoted) > SHOWN_PLACES:
        shown.append(f"And in {len(quoted) - SHOWN_PLACES} more places.")
    return shown
