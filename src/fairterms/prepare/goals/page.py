"""The pages on goals: both sides side by side, what cannot be measured, what counts differently."""

from fairterms.prepare.goals.comparison import Comparison, Fit, Placed
from fairterms.prepare.goals.goal import Goal, Holder
from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Heading,
    Prose,
)
from fairterms.publish.inline import Badge, Severity, Words
from fairterms.publish.number_blocks import Column, Row, Table

ANCHOR = "prepare-goals"
_SHAPES: dict[Fit, Severity] = {
    Fit.CONFLICT: "high",
    Fit.SHARED: "passed",
    Fit.OURS: "medium",
    Fit.THEIRS: "medium",
}
_HOLDERS = {Holder.GROUP: "Group", Holder.PLAN: "Plan", Holder.BOTH: "Both"}
_NONE = (
    "Nobody has written the goals of the two sides. Write them as [[objective]] in deal.toml: "
    "what each side wants, how it is measured, by when, and who answers for it."
)


def goals_blocks(comparison: Comparison) -> list[Block]:
    """Show the goals of both sides side by side, with what is to be mended."""
    if not comparison.placed:
        return [Heading(2, "What does each side want?", ANCHOR), Prose(_NONE)]
    return [
        Heading(2, "What does each side want?", ANCHOR),
        _callout(comparison),
        *_values(comparison),
        _table(comparison),
        *_orphans(comparison),
        *_elsewhere(comparison),
    ]


def goals_summary_blocks(comparison: Comparison) -> list[Block]:
    """Show the table and what is to be mended first: the section of a report."""
    blocks = goals_blocks(comparison)
    return [one for one in blocks if not isinstance(one, Definitions)]


def _callout(comparison: Comparison) -> Callout:
    shared, clash = comparison.of(Fit.SHARED), comparison.of(Fit.CONFLICT)
    title = (
        f"{len(shared)} of {len(comparison.placed)} goals are shared, {len(clash)} in conflict, "
        f"{len(comparison.orphans)} cannot be measured yet."
    )
    return Callout("warning" if clash or comparison.orphans else "note", title)


def _values(comparison: Comparison) -> list[Block]:
    said = comparison.declared
    held = (
        ("Both hold", said.shared_values),
        ("The group holds", said.group_values),
        ("The plan holds", said.plan_values),
    )
    entries = tuple(Definition(name, "; ".join(words)) for name, words in held if words)
    return [Definitions(entries)] if entries else []


def _table(comparison: Comparison) -> Table:
    titles = ("Goal", "Held by", "Stands", "Measure and target", "By", "Owner", "Why")
    rows = tuple(Row(_cells(one)) for one in comparison.placed)
    return Table(
        "The goals of both sides",
        tuple(map(Column, titles)),
        rows,
        footnote="“Only ours” and “only theirs” may still fit together: they are what to trade.",
        anchor=f"{ANCHOR}-table",
    )


def _cells(one: Placed) -> tuple[Words, ...]:
    goal = one.goal
    target = "" if goal.target is None else f": {goal.target}"
    return (
        goal.goal,
        _HOLDERS[goal.holder],
        (Badge(_SHAPES[one.fit], one.fit.value),),
        f"{goal.measure or 'not said'}{target}",
        goal.by.isoformat() if goal.by else "not said",
        goal.owner or "not said",
        one.because,
    )


def _orphans(comparison: Comparison) -> list[Block]:
    if not comparison.orphans:
        return []
    items = tuple(
        f"{one.goal.removesuffix('.')}: it needs {_joined(one.wanting)}."
        for one in comparison.orphans
    )
    return [Heading(3, "Goals that cannot be measured yet", f"{ANCHOR}-orphans"), Bullets(items)]


def _joined(words: tuple[str, ...]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _elsewhere(comparison: Comparison) -> list[Block]:
    """Show how other contracts count the same goals."""
    goals = [one.goal for one in comparison.placed if one.goal.elsewhere]
    if not goals:
        return []
    titles = ("Goal", "This contract counts", "Other contract", "It counts", "Same")
    rows = tuple(row for goal in goals for row in _counted(goal))
    ask = (
        "Ask both plans for one definition. Until then two counts are two pieces of work, and a "
        "result of one says nothing about the other."
    )
    blocks: list[Block] = [
        Heading(3, "The same goals in other contracts", f"{ANCHOR}-elsewhere"),
        Table(
            "How other contracts count the same goals",
            tuple(map(Column, titles)),
            rows,
            anchor=f"{ANCHOR}-elsewhere-table",
        ),
    ]
    return [*blocks, Prose(ask)] if comparison.differing else blocks


def _counted(goal: Goal) -> list[Row]:
    said = {True: "yes", False: "no", None: "not compared"}
    return [
        Row(
            (
                goal.goal,
                goal.counts or goal.measure or "not said",
                one.contract,
                one.counts or "not said",
                said[one.is_same],
            )
        )
        for one in goal.elsewhere
    ]
