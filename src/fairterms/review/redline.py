"""Two versions as pages: who gains by each change, and the whole text with its changes tracked."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from fairterms.document.alignment import Change, Kind
from fairterms.document.wording import Run, RunKind
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Deleted, Inline, Inserted, Strong, Words
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.publish.page import Report
from fairterms.review import ratchet
from fairterms.review.comparison import Comparison, Gain, Judged
from fairterms.review.ratchet import Growth

_CAUTION = (
    "Who gains is read from what the words do; it is a first sorting and no judgement of what a "
    "change is worth. Not legal advice: have counsel read the new version."
)
_CONTEXT = 90
"""Letters of unchanged words shown on each side of a change in the list of changes."""


def page(
    comparison: Comparison,
    growth: Sequence[Growth],
    hours_each: Fraction | None = None,
    made_on: str = "",
) -> Report:
    """Build the page that explains what changed.

    Parameters
    ----------
    comparison
        The two versions, the last step where there were several.
    growth
        What every step added, in order; its last is of this comparison.
    hours_each
        Hours one recurring task takes, where the group said so.
    made_on
        The day, as ISO 8601.
    """
    blocks: list[Block] = [
        _figures(comparison),
        Heading(2, "Changes, and who gains", "changes"),
        *_changes(comparison),
        *_parts(comparison),
        *_without_substance(comparison),
        Heading(2, "Is more asked of you?", "ratchet"),
        *_growth(growth, hours_each),
        Heading(2, "The new version with its changes", "redline"),
        *_paragraphs(comparison),
    ]
    return Report(
        title="What changed, and who gains",
        subtitle=f"{comparison.old.name} compared with {comparison.new.name}",
        blocks=tuple(blocks),
        footer=(_CAUTION,),
        made_on=made_on,
        identity=tuple(
            (one.name, f"sha256:{one.sha256}") for one in (comparison.old, comparison.new)
        ),
    )


def redline(comparison: Comparison, made_on: str = "") -> Report:
    """Build the whole text with its changes, for a word processor to track.

    Accepting every change gives the new version's words, refusing them gives the old one's.
    """
    return Report(
        title=f"{comparison.new.name}, changes tracked",
        subtitle=f"against {comparison.old.name}",
        blocks=tuple(_paragraphs(comparison)),
        made_on=made_on,
    )


def _figures(comparison: Comparison) -> Figures:
    gains = [
        KeyNumber(gain.value.capitalize(), str(comparison.count(gain)), "places")
        for gain in (Gain.WORSE, Gain.BETTER, Gain.MIXED, Gain.OPEN)
    ]
    return Figures(tuple(gains))


def _changes(comparison: Comparison) -> Iterator[Block]:
    if not comparison.changes:
        yield Prose("No single change of substance was found.")
        return
    order = (Gain.WORSE, Gain.MIXED, Gain.BETTER, Gain.OPEN)
    for gain in order:
        found = [judged for judged in comparison.changes if judged.gain is gain]
        if found:
            yield Heading(3, f"{gain.value.capitalize()} ({len(found)})")
            yield Table(
                f"Changes: {gain.value}",
                (Column("Where"), Column("What changed"), Column("Why sorted here")),
                tuple(_row(judged) for judged in found),
            )


def _row(judged: Judged) -> Row:
    where = f"{judged.where}, page {judged.page}"
    return Row((where, _excerpt(judged), "; ".join(judged.reasons)))


def _excerpt(judged: Judged) -> Words:
    """Return the changed words with a little of what stands around them."""
    runs: list[Inline] = []
    for change in judged.changes:
        runs += [" "] if runs else []
        runs += [_inline(run) for run in _shortened(change.runs)]
    return tuple(runs)


def _shortened(runs: Sequence[Run]) -> Iterator[Run]:
    for place, run in enumerate(runs):
        text = run.text
        if run.kind is RunKind.KEPT and len(text) > 2 * _CONTEXT:
            head = "" if place == 0 else text[:_CONTEXT]
            tail = "" if place == len(runs) - 1 else text[-_CONTEXT:]
            text = f"{head} … {tail}"
        yield Run(run.kind, text)


def _parts(comparison: Comparison) -> Iterator[Block]:
    if not comparison.parts:
        return
    yield Heading(3, "Whole parts added or removed")
    rows = [
        Row(
            (
                part.title or "untitled part",
                part.kind.value,
                str(part.first_page),
                _told(part.items),
            )
        )
        for part in comparison.parts
    ]
    columns = (Column("Part"), Column("Was"), Column("From page", align="right"), Column("Of it"))
    yield Table("Parts that only one version has", columns, tuple(rows))


def _told(items: Iterable[Judged]) -> str:
    """Say how many places of a part speak for which side."""
    found = list(items)
    counts = ((gain, sum(item.gain is gain for item in found)) for gain in Gain)
    return "; ".join(f"{count} {gain.value}" for gain, count in counts if count)


def _without_substance(comparison: Comparison) -> Iterator[Block]:
    aligned = comparison.alignment
    moved = sum(change.kind is Kind.MOVED for change in aligned.changes)
    told = [
        f"“{one.old}” is called “{one.new}” throughout ({one.times} places)."
        for one in aligned.renamings
    ]
    told += [f"{moved} sentences moved without other changes."] if moved else []
    if told:
        yield Heading(3, "Without substance")
        yield Bullets(tuple(told))


def _growth(steps: Sequence[Growth], hours_each: Fraction | None) -> Iterator[Block]:
    if ratchet.is_ratcheting(steps):
        why = "Ask what the plan adds in return, or decline the new duties."
        title = "Signs of ratcheting: more is asked, or left to the plan, than before"
        yield Callout("warning", title, (Prose(why),))
    columns = (Column("What is counted"), *(Column(f"{s.old} to {s.new}") for s in steps))
    rows = [
        Row((effect.value, *(f"+{s.added[effect]} −{s.removed[effect]}" for s in steps)))
        for effect in ratchet.MEASURED
    ]
    total = "Added and removed, version by version"
    yield Table(total, columns, tuple(rows))
    recurring = [item for step in steps for item in step.recurring]
    times = sum(step.times_a_year for step in steps)
    if recurring:
        yield Prose(f"New duties that come back: {times} tasks a year.")
        yield Bullets(tuple(f"{often} times a year: {_words(one)}" for one, often in recurring))
        yield Prose(_hours(times, hours_each))


def _hours(times: int, hours_each: Fraction | None) -> Words:
    if hours_each is None:
        return "How long one takes only you know: name the hours to see the year's work."
    year = float(hours_each * times)
    return (
        f"At {float(hours_each):g} hours each: ",
        Strong(f"{year:,.1f} hours a year"),
        " unpaid.",
    )


def _words(change: Change) -> str:
    unit = change.new or change.old
    assert unit is not None, "a change has a sentence"
    return unit.words


def _paragraphs(comparison: Comparison) -> Iterator[Block]:
    """Return the whole text, a paragraph for each section."""
    runs: list[Inline] = []
    last: tuple[bool, int] | None = None
    for change in comparison.alignment.changes:
        section = _section(change)
        if runs and section != last:
            yield Prose(tuple(runs))
            runs = []
        last = section
        runs += [*(_inline(run) for run in _of(change)), " "]
    if runs:
        yield Prose(tuple(runs))


def _section(change: Change) -> tuple[bool, int]:
    unit = change.new or change.old
    assert unit is not None, "a change has a sentence"
    return change.new is not None, unit.sentence.section


def _of(change: Change) -> Sequence[Run]:
    if change.kind is Kind.SAME and change.new:
        return (Run(RunKind.KEPT, change.new.printed),)
    return change.runs


def _inline(run: Run) -> Inline:
    if run.kind is RunKind.ADDED:
        return Inserted(run.text)
    return Deleted(run.text) if run.kind is RunKind.REMOVED else run.text
