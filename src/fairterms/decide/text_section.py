"""What the contract says: findings by severity, with quotes, reasons and sources."""

from collections.abc import Sequence

from fairterms.decide.basis import Basis
from fairterms.decide.wording import counted
from fairterms.publish.blocks import Block, Bullets, Heading, Place, Prose, Quote
from fairterms.publish.inline import Badge, Emphasis, Severity, Strong, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.units import finding as findings
from fairterms.units.finding import Finding, QuoteEvidence, Source, Status

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
    rows = tuple(Row(((_badge(one),), one.title, _where(one.evidence))) for one in plain)
    return Table(
        "All findings at a glance",
        (Column("Severity"), Column("Finding"), Column("Where")),
        rows,
        has_row_headers=False,
    )


def _badge(finding: Finding) -> Badge:
    severity: Severity = finding.severity.value
    return Badge(severity)


def _finding(finding: Finding, *, is_first: bool) -> list[Block]:
    """Show one finding; the sources of its check are named only the first time."""
    title: Words = (_badge(finding), " ", Strong(finding.title))
    blocks: list[Block] = [Prose(title)]
    evidence = finding.evidence
    if isinstance(evidence, QuoteEvidence):
        blocks.append(Quote(_tidy(evidence.text), _place(evidence), finding.why))
    else:
        blocks += [Prose(_absence(evidence)), Prose(finding.why)]
    details: list[Words] = list(_more(finding))
    if is_first:
        details += [_source(source) for source in finding.sources]
    if details:
        blocks.append(Bullets(tuple(details)))
    return blocks


def _more(finding: Finding) -> list[Words]:
    quoted = [one for one in finding.more_evidence if isinstance(one, QuoteEvidence)]
    shown: list[Words] = [
        ("Also: ", Emphasis(f"“{_tidy(one.text)}”"), f" ({_where(one)})")
        for one in quoted[:SHOWN_PLACES]
    ]
    if len(quoted) > SHOWN_PLACES:
        shown.append(f"And in {len(quoted) - SHOWN_PLACES} more places.")
    return shown


def _source(source: Source) -> Words:
    place = f", {source.locator}" if source.locator else ""
    where = f" ({source.jurisdiction}; {source.known_through})" if source.jurisdiction else ""
    says = f": {source.says}" if source.says else ""
    scope = f" Scope: {source.scope}." if source.scope else ""
    checked = "" if source.checked.value == "read" else f" Our source is {source.checked.value}."
    return f"Compare with {source.title}{place}{where}{says.rstrip('.')}.{scope}{checked}"


def _absence(evidence: findings.Evidence) -> str:
    if isinstance(evidence, findings.AbsenceEvidence):
        looked = ", ".join(evidence.searched_for)
        return (
            f"Not in the contract: {evidence.pages_read} pages of "
            f"{', '.join(evidence.documents)} were searched for {looked}."
        )
    assert isinstance(evidence, findings.WorksheetEvidence), "a quotation is shown as one"
    return f"The worksheet shows {evidence.step} = {evidence.value}."


def _place(evidence: QuoteEvidence) -> Place:
    return Place(evidence.document, str(evidence.page))


def _where(evidence: findings.Evidence) -> str:
    if isinstance(evidence, QuoteEvidence):
        return f"{evidence.document}, page {evidence.page}"
    return "absent" if isinstance(evidence, findings.AbsenceEvidence) else "worksheet"


def _tidy(text: str) -> str:
    """Join the lines of a quotation; the words stay as they are."""
    return " ".join(text.replace("\ufffe", "").split())
