"""What each impact may cost, and every objective beside what is bearable."""

from collections.abc import Sequence

import numpy as np

from fairterms.publish.blocks import Block, Callout, Heading, Prose
from fairterms.publish.chart.curve import Axis, Line, curve
from fairterms.publish.inline import Badge, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.risks.appraisal.appraised import Appraisal, Appraised, ObjectiveLoss
from fairterms.risks.appraisal.wording import DOLLARS, amount, chance, mean, scale, worst
from fairterms.risks.loss.annual_loss import AnnualLoss
from fairterms.risks.loss.exceedance import FloatArray, even_levels, exceedance
from fairterms.risks.loss.ranking import Ranking
from fairterms.risks.register.objective import Holder

_COLUMNS = (
    Column("What may happen"),
    Column("What it would hurt"),
    Column("Mean year without controls", "right"),
    Column("With controls, claimed", "right"),
    Column("With controls, proven", "right"),
    Column("Worst 5 % of years, proven", "right"),
    Column("Place, and how sure", "right"),
)
_CAUTION = (
    "A register shows what people thought of, not what may happen. Estimates are judgements with a "
    "name and a day; only losses marked “computed” come from the contract itself."
)
_NOTE = (
    "Ranked by the loss of an average year with what is proven of controls. How sure: the "
    "share of resamples of the simulated years with the same place. Where only things as they "
    "are were estimated, nobody knows the loss without controls, and no control was credited."
)
_CLOSE = " too close to tell from so many simulated years"
POINTS = 40
"""Points of a loss exceedance curve."""


def loss_blocks(appraisal: Appraisal, anchor: str) -> list[Block]:
    """Show every impact by what it may cost, one table for each unit.

    Parameters
    ----------
    appraisal
        The register with its numbers.
    anchor
        What the anchors begin with.
    """
    blocks: list[Block] = [Prose(_CAUTION)]
    by_id = {one.impact.id: one for one in appraisal.impacts}
    for number, ranking in enumerate(appraisal.rankings, start=1):
        note = _NOTE if number == len(appraisal.rankings) else ""
        blocks.append(_table(ranking, by_id, f"{anchor}-losses-{number}", note))
    staged = [one for one in appraisal.impacts if one.current or one.target]
    if staged:
        blocks.append(_stages(staged, f"{anchor}-stages"))
    missing = [one for one in appraisal.impacts if one.losses is None]
    if missing:
        blocks.append(_missing(missing, f"{anchor}-without"))
    return blocks


def objective_blocks(appraisal: Appraisal, anchor: str) -> list[Block]:
    """Show every objective: its losses added up, beside what is bearable.

    Parameters
    ----------
    appraisal
        The register with its numbers.
    anchor
        What the anchors begin with.
    """
    if not appraisal.objectives:
        return []
    blocks: list[Block] = [
        Heading(2, "What is bearable, and what may come", f"{anchor}-objectives"),
        _bearable(appraisal.objectives, f"{anchor}-bearable"),
    ]
    if not any(one.objective.is_public_harm for one in appraisal.objectives):
        words = "No objective of the public stands in the register: add who else may be harmed."
        blocks.append(Callout("warning", words))
    for one in appraisal.objectives:
        if one.objective.tolerance is not None:
            blocks += _curve(one, is_inherent=_is_known_without(appraisal, one))
    return blocks


def _table(ranking: Ranking, by_id: dict[str, Appraised], anchor: str, note: str) -> Table:
    rows = []
    for place in ranking.by_expected:
        one = by_id[place.impact]
        assert one.losses is not None, "a ranked impact has losses"
        without = mean(one.losses.inherent) if one.is_inherent else "not known"
        rows.append(
            Row(
                (
                    _what(one),
                    one.objective.measure,
                    without,
                    mean(one.losses.claimed),
                    mean(one.losses.proven),
                    worst(one.losses.proven),
                    f"{place.place} ({chance(place.certainty)})",
                )
            )
        )
    return Table(f"Losses of a year in {ranking.unit}", _COLUMNS, tuple(rows), note, anchor=anchor)


def _what(one: Appraised) -> Words:
    badge = Badge("low", "computed") if one.estimate and one.estimate.is_computed else None
    public = Badge("high", "public") if one.objective.holder is Holder.PUBLIC else None
    marks = [mark for mark in (badge, public) if mark is not None]
    return (one.risk.event, *[part for mark in marks for part in (" ", mark)])


def _stages(staged: Sequence[Appraised], anchor: str) -> Table:
    """Show what was estimated beside the risk without controls: things as they are, and the aim."""
    columns = (
        Column("What may happen"),
        Column("Mean year without controls", "right"),
        Column("With controls, proven", "right"),
        Column("Estimated as things are", "right"),
        Column("Aimed at", "right"),
    )
    rows = []
    for one in staged:
        shown = [mean(loss) if loss else "–" for loss in (one.current, one.target)]
        before = ("–", "–")
        if one.losses is not None:
            without = mean(one.losses.inherent) if one.is_inherent else "not known"
            before = (without, mean(one.losses.proven))
        rows.append(Row((one.risk.event, *before, *shown)))
    note = (
        "Where the proven loss and the estimate of things as they are differ, ask which is wrong."
    )
    return Table("Stages of a risk", columns, tuple(rows), note, anchor=anchor)


def _missing(missing: Sequence[Appraised], anchor: str) -> Table:
    rows = tuple(Row((one.risk.event, one.objective.measure, one.why_not)) for one in missing)
    columns = (Column("What may happen"), Column("What it would hurt"), Column("Why no loss"))
    return Table("Impacts without a loss", columns, rows, anchor=anchor)


def _bearable(objectives: Sequence[ObjectiveLoss], anchor: str) -> Table:
    columns = (
        Column("Objective"),
        Column("Whose"),
        Column("Mean year, proven", "right"),
        Column("Worst 5 % of years, proven", "right"),
        Column("Bearable"),
        Column("Chance of more", "right"),
        Column("Verdict"),
    )
    rows = tuple(_verdict(one) for one in objectives)
    note = (
        "Impacts of one objective are added up year by year, so a chance here can be larger than "
        "what the forecast says of the contract alone. A clause's loss is left out where the net "
        "loss of the whole deal is counted, as it is a part of it."
    )
    return Table("Every objective beside its tolerance", columns, rows, note, anchor=anchor)


def _verdict(one: ObjectiveLoss) -> Row:
    total = one.proven.total
    tail = amount(one.proven.tail.value, total.unit)
    more: str = "–"
    verdict: Words = "nobody said what is bearable"
    if one.beyond is not None:
        at = one.beyond.worst
        more = f"{chance(at.probability)} above {amount(at.loss, total.unit)}"
        badge = (
            Badge("critical", "beyond") if one.beyond.is_breached else Badge("passed", "bearable")
        )
        verdict = (badge,) if one.beyond.is_clear else (badge, _CLOSE)
    objective = one.objective
    cells = (
        objective.measure,
        objective.holder.value,
        mean(total),
        tail,
        objective.tolerance_words,
        more,
        verdict,
    )
    return Row(cells)


def _is_known_without(appraisal: Appraisal, one: ObjectiveLoss) -> bool:
    """Say whether any loss of an objective was estimated without controls."""
    counted = set(one.proven.impacts)
    return any(each.is_inherent for each in appraisal.impacts if each.impact.id in counted)


def _curve(one: ObjectiveLoss, *, is_inherent: bool) -> list[Block]:
    """Draw the chance of losing more, before controls and proven, beside what is bearable."""
    tolerance = one.objective.tolerance
    assert tolerance is not None, "the caller looked"
    end = max(float(even_levels(one.inherent.total)[-1]), tolerance.points[-1][0] * 1.1)
    if end <= 0:
        return []
    levels = np.linspace(0.0, end, POINTS)
    unit = one.proven.total.unit
    drawn = [("with what is proven", one.proven.total)]
    if is_inherent:
        drawn.insert(0, ("without controls", one.inherent.total))
    lines = [Line(name, _points(loss, levels)) for name, loss in drawn]
    allowed = [(float(at) * scale(unit), tolerance.allowed(float(at))) for at in levels]
    lines.append(Line("bearable", tuple(allowed)))
    axes = (
        Axis(f"Loss of a year in {unit}", "dollars" if unit == DOLLARS else "number"),
        Axis("Chance of losing more", "percent"),
    )
    title = f"Chance of losing more: {one.objective.measure}"
    return [curve(title, lines, axes, is_stepped=True), Prose(one.proven.stated())]


def _points(loss: AnnualLoss, levels: FloatArray) -> tuple[tuple[float, float], ...]:
    found = exceedance(loss, levels)
    shown = levels * scale(loss.unit)
    return tuple(zip(shown.tolist(), found.probability.tolist(), strict=True))
