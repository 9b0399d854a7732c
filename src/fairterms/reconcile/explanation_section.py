"""The page's part on why the plan's number is another: lines, assumptions, bridge, rest."""

from collections.abc import Sequence

from fairterms.outcomes.small_cells.audience import NOT_SHOWN, Audience
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.reconcile.bridge import Bridge, bridge_blocks
from fairterms.reconcile.comparison import ComparedLine, Comparison
from fairterms.reconcile.explanation import Explanation, Fit
from fairterms.reconcile.hypothesis import FAMILIES
from fairterms.reconcile.wording import about_few, masked, signed, written
from fairterms.units.dollars import dollars

_WORDS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def explanation_blocks(
    comparison: Comparison,
    explanation: Explanation,
    bridge: Bridge,
    audience: Audience = Audience.GROUP,
) -> tuple[Block, ...]:
    """Show the statement beside ours, what reproduces it, and what nothing explains.

    Parameters
    ----------
    audience
        Counts of 1 to 10 people are shown in the group's own room only.
    """
    return (
        Heading(2, "The plan's statement beside ours", "statement-beside-ours"),
        _key_numbers(bridge),
        *_comparison_blocks(comparison, audience),
        Heading(2, "What reproduces the plan's number", "what-reproduces-it"),
        *_answer(comparison, explanation),
        *_nearest(comparison, explanation),
        Heading(2, "From our amount to the plan's", "our-amount-to-the-plans"),
        *bridge_blocks(bridge),
    )


def _key_numbers(bridge: Bridge) -> Figures:
    parts = [
        KeyNumber("The plan's amount", dollars(bridge.plan)),
        KeyNumber("Ours", dollars(bridge.ours)),
    ]
    if bridge.has_own_figures:
        parts.append(KeyNumber("From other figures", signed(bridge.total("figure"))))
    parts.append(KeyNumber("From another assumption", signed(bridge.total("assumption"))))
    parts.append(KeyNumber("Not explained", signed(bridge.total("rest"))))
    return Figures(tuple(parts))


def _comparison_blocks(comparison: Comparison, audience: Audience) -> list[Block]:
    blocks: list[Block] = [_first_difference(comparison), _table(comparison, audience)]
    for names, words in (
        (comparison.borrowed, "The statement does not print these figures; ours were used:"),
        (comparison.lent, "We have no figures of our own for these; the plan's were used:"),
    ):
        if names:
            blocks.append(Prose(f"{words} {', '.join(names)}."))
    if comparison.left_out:
        blocks.append(Prose("These lines of the statement could not be compared:"))
        items = tuple(f"{line.label or line.id}: {why}." for line, why in comparison.left_out)
        blocks.append(Bullets(items))
    if comparison.our_figures is None:
        blocks.append(
            Prose(
                "No figures of the group's own were given, so nothing says whether the plan's "
                "figures are right. Give them to see how much of the difference comes from figures."
            )
        )
    return blocks


def _first_difference(comparison: Comparison) -> Prose:
    first = comparison.first_difference
    if first is None:
        return Prose("On the plan's own figures every line comes out as the statement prints it.")
    difference = first.difference
    assert difference is not None, "a line that differs has a difference"
    return Prose(
        f"On the plan's own figures, the first line that differs is “{first.line.label}”: the "
        f"statement prints {written(first.plan, first.unit)}, and the terms give "
        f"{written(first.on_plans, first.unit)}."
    )


def _table(comparison: Comparison, audience: Audience) -> Table:
    has_own = comparison.our_figures is not None
    columns = [Column("Line"), Column("Plan", "right"), Column("Ours, plan's figures", "right")]
    columns += [Column("Ours, our figures", "right")] if has_own else []
    columns += [Column("Difference", "right")]
    rows = tuple(_row(line, audience, has_own=has_own) for line in comparison.lines)
    return Table(
        "The statement, line by line",
        tuple(columns),
        rows,
        footnote=(
            "Of a line that is worked out, the difference is taken on the plan's figures. "
            "Of a figure, it is the plan's less ours."
        ),
        anchor="line-by-line",
    )


def _row(line: ComparedLine, audience: Audience, *, has_own: bool) -> Row:
    own = "" if line.on_ours is None else written(line.on_ours, line.unit)
    ours = "" if line.is_figure else written(line.on_plans, line.unit)
    plan, difference = written(line.plan, line.unit), ""
    if line.differs and line.difference is not None:
        difference = written(line.difference, line.unit)
    if audience is Audience.OUTSIDE and about_few(line):
        plan, own = (masked(number, line.unit) for number in (line.plan, line.on_ours))
        difference = NOT_SHOWN if difference else ""
    cells = [line.line.label or line.line.id, plan, ours, *([own] if has_own else []), difference]
    return Row(tuple(cells), "highlight" if line.differs else "")


def _answer(comparison: Comparison, explanation: Explanation) -> list[Block]:
    whole = len(comparison.steps)
    if explanation.agreed.reproduced == whole:
        return [Prose("The agreed terms reproduce every line. No assumption is needed.")]
    if not explanation.is_found:
        words = Prose(
            f"{_count(explanation.tried, 'trial')} were run; none reproduces more lines than the "
            f"agreed terms do. {signed(explanation.rest)} stays unexplained. Ask the plan for its "
            "worksheet of this amount."
        )
        return [Callout("note", "No assumption reproduces the plan's number", (words,))]
    best = explanation.best
    blocks: list[Block] = [Bullets(tuple(f"If {one.sentence}." for one in best.assumptions))]
    blocks.append(Prose(_how_well(best, whole)))
    if explanation.ties:
        blocks.append(_ties(explanation.ties))
    is_one, is_whole = len(best.assumptions) == 1, best.reproduced == whole
    verb = ("reproduces" if is_one else "together reproduce") if is_whole else "explain"
    verb += "s" if is_one and not is_whole else ""
    what = "the plan's number" if is_whole else "a part of the difference"
    count = _count(len(best.assumptions), "assumption")
    return [Callout("note", f"{count} {verb} {what}", tuple(blocks))]


def _how_well(fit: Fit, whole: int) -> str:
    words = f"{fit.reproduced} of {whole} worked-out lines come out as the statement prints them."
    if fit.rest == 0:
        return f"{words} The amount agrees."
    return f"{words} {signed(fit.rest)} of the amount stays unexplained."


def _ties(ties: Sequence[Fit]) -> Prose:
    number = _count(len(ties) + 1, "explanation")
    others = "; or ".join(" and ".join(one.sentence for one in fit.assumptions) for fit in ties)
    return Prose(
        f"{number} give the same numbers, and the statement cannot tell them apart. It also comes "
        f"out if {others}."
    )


def _nearest(comparison: Comparison, explanation: Explanation) -> list[Block]:
    if not explanation.nearest:
        return []
    whole = len(comparison.steps)
    rows = [_fit_row("The agreed terms", "", explanation.agreed, whole)]
    for fit in explanation.nearest:
        families = "; ".join(dict.fromkeys(FAMILIES[one.family].title for one in fit.assumptions))
        words = "; and ".join(one.sentence for one in fit.assumptions)
        rows.append(_fit_row(f"If {words}", families, fit, whole))
    footnote = (
        f"{_count(explanation.tried, 'trial')}, at most "
        f"{_count(explanation.most_together, 'assumption').lower()} at a time"
    )
    if explanation.refused:
        footnote += f"; {explanation.refused} could not be settled"
    return [
        Table(
            "Assumptions tried, the best first",
            (
                Column("Assumption"),
                Column("Sort"),
                Column("Lines reproduced", "right"),
                Column("Amount", "right"),
                Column("Left over", "right"),
            ),
            tuple(rows),
            footnote=f"{footnote}.",
            anchor="assumptions-tried",
        )
    ]


def _fit_row(name: str, family: str, fit: Fit, whole: int) -> Row:
    lines = f"{fit.reproduced} of {whole}"
    return Row((name, family, lines, dollars(fit.amount), signed(fit.rest)))


def _count(number: int, noun: str) -> str:
    word = _WORDS[number] if number < len(_WORDS) else f"{number:,}"
    return f"{word} {noun}{'' if number == 1 else 's'}"
