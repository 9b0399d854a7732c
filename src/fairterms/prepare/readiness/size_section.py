"""What the forecast says of this contract for groups of other sizes, beside the rule of thumb."""

from fairterms.prepare.readiness.assessment import Readiness
from fairterms.prepare.readiness.criteria.size import RULE_OF_THUMB
from fairterms.publish.blocks import Block, Heading, Prose
from fairterms.publish.chart.curve import Axis, Line, Threshold, curve
from fairterms.publish.number_blocks import Chart, Column, Row, Table


def size_blocks(readiness: Readiness) -> list[Block]:
    """Show the forecast by size; nothing where there is none."""
    if not readiness.sizes:
        return []
    heading = Heading(2, "What size means for this contract", "ready-sizes")
    words = (
        f"A rule of thumb asks for about {RULE_OF_THUMB} clinicians. It knows neither these terms "
        f"nor these patients. Below is the chance of {readiness.loss_means}, from the forecast of "
        "this contract with everything else the same."
    )
    blocks: list[Block] = [heading, Prose(words)]
    if len(readiness.sizes) > 1:
        blocks.append(_chart(readiness))
    return [*blocks, _table(readiness)]


def _chart(readiness: Readiness) -> Chart:
    sizes = readiness.sizes
    lines = [Line("Loss", tuple((one.clinicians, one.loss.value) for one in sizes))]
    luck = tuple((one.clinicians, one.luck.value) for one in sizes if one.luck is not None)
    if len(luck) > 1:
        lines.append(Line("A target failed by luck alone", luck))
    size = readiness.clinicians
    is_inside = size is not None and sizes[0].clinicians <= size <= sizes[-1].clinicians
    mark = Threshold("this group", size) if is_inside and size is not None else None
    axes = (Axis("Clinicians", "number"), Axis("Chance in a year", "percent"))
    return curve("The chance of a loss, by size", lines, axes, threshold=mark)


def _table(readiness: Readiness) -> Table:
    columns = (
        Column("Clinicians", "right"),
        Column("Members", "right"),
        Column("Chance of a loss", "right"),
        Column("A target failed by luck alone", "right"),
    )
    rows = tuple(
        Row(
            (
                f"{one.clinicians:,}",
                "not known" if one.members is None else f"{one.members:,}",
                str(one.loss),
                "no target" if one.luck is None else str(one.luck),
            ),
            "highlight" if one.clinicians == readiness.clinicians else "",
        )
        for one in readiness.sizes
    )
    note = "± is the standard error that comes from the number of years drawn."
    return Table("The forecast by size", columns, rows, note, anchor="ready-size-table")
