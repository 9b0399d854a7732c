"""The pages on the cost to comply, for the report and for a verb."""

from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.page_duties import (
    basis_blocks,
    missed_blocks,
    not_ours_blocks,
    own_blocks,
)
from fairterms.prepare.cost_to_comply.page_money import (
    incentive_blocks,
    key_figures,
    mandate_blocks,
    revenue_blocks,
    total_blocks,
)
from fairterms.prepare.cost_to_comply.wording import counted
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Place, Prose, Quote
from fairterms.units.finding import Finding, QuoteEvidence

_NOT_COUNTED = (
    "Giving care, filing claims, keeping secrets and obeying the law are not counted: a practice "
    "does them under every contract."
)


def comply_section(found: ComplianceCost, *, is_whole: bool = True) -> list[Block]:
    """Show what the contract asks of the group, what that costs, and what is paid for it.

    Parameters
    ----------
    found
        As :func:`fairterms.prepare.cost_to_comply.assessment.assess` gives it.
    is_whole
        False leaves out the quotes, the group's own costs, what the review says and what every
        number rests on, for a report in which this is one section of many.

    Returns
    -------
    list of Block
        A section with anchors that begin with "comply-".
    """
    blocks: list[Block] = [
        Heading(2, "What the contract's work costs", "comply-cost"),
        Prose(f"{_lead(found)} {_NOT_COUNTED}"),
    ]
    if found.problems:
        items = tuple(
            f"{one.file}, line {one.line}: {one.what}. {one.fix}." for one in found.problems
        )
        title = "duties.toml has lines that could not be used."
        blocks.append(Callout("warning", title, (Bullets(items),)))
    blocks.append(key_figures(found))
    blocks += missed_blocks(found, has_quotes=is_whole)
    blocks += own_blocks(found) if is_whole else ()
    blocks += [*not_ours_blocks(found), *total_blocks(found), *revenue_blocks(found)]
    blocks += [*mandate_blocks(found), *incentive_blocks(found)]
    blocks += _growth(found) if is_whole else ()
    blocks += _unknown(found)
    blocks += basis_blocks(found) if is_whole else ()
    return blocks


def _lead(found: ComplianceCost) -> str:
    if not found.duties:
        return "No duty of the group was found in the documents or in the terms."
    covered = sum(one.cover is not None for one in found.duties)
    missed = len(found.missed)
    idle = len(found.not_ours)
    more = f", {idle} that you say cost nothing more" if idle else ""
    return (
        f"In the text and in the terms {counted(len(found.duties), 'duty')} of the group stood "
        f"out: {covered} in your own costs, {missed} not in them{more}."
    )


def _growth(found: ComplianceCost) -> list[Block]:
    if not found.growth:
        return []
    return [
        Heading(3, "Where the work may grow or go unpaid", "comply-growth"),
        *(_finding(one) for one in found.growth),
    ]


def _finding(finding: Finding) -> Block:
    quote = finding.evidence
    if isinstance(quote, QuoteEvidence):
        where = Place(quote.document, str(quote.page))
        return Quote(quote.text, where, why=f"{finding.title}. {finding.why}")
    return Prose(f"{finding.title}: {finding.why}")


def _unknown(found: ComplianceCost) -> list[Block]:
    unknown = tuple(f"{one.duty.what}: {one.wanted}" for one in found.unknown)
    missing = tuple(f"{name} is not at hand; it may hold more duties" for name in found.missing)
    if not unknown and not missing:
        return []
    return [
        Heading(3, "What is not counted yet", "comply-unknown"),
        Bullets((*unknown, *missing)),
    ]
