"""What the group's own records say: the pages of the verb ``outcomes``, inside the report."""

from fairterms.decide.basis import Basis
from fairterms.decide.own_records import care_blocks
from fairterms.outcomes.group_results.page.report import sections
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Callout, Heading, Prose

_OWN_ROOM = (
    "The pages on targets, patients and clinicians count few people. Keep this report in the "
    "group's own room."
)


def records_section(basis: Basis) -> list[Block]:
    """Show the targets beside the records, or say that there are none."""
    if basis.records is None:
        words = (
            "The deal holds no records of the group's own, or no outcomes.toml that says how its "
            "measures are worked out. Whether the targets can be met is therefore not known. See "
            "fairterms outcomes --help."
        )
        return [Heading(2, "The contract's targets", "targets"), Prose(words)]
    titles = {measure.id: measure.name for measure in basis.contract.measures}
    return [
        Callout("warning", _OWN_ROOM),
        *sections(basis.records.results, titles, Audience.GROUP),
        *care_blocks(basis.records.care, Audience.GROUP),
    ]
