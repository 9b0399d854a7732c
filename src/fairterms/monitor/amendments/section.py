"""The part of a page on what changed after signing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fairterms.contract.value import show
from fairterms.monitor.amendments.benefit_effect import NotSimulated, Simulated
from fairterms.monitor.amendments.change import NOBODY, PLAN, Change
from fairterms.monitor.amendments.ratchet import Ratchet, RatchetStep, ratchet
from fairterms.monitor.amendments.reader import FILE, Amendments
from fairterms.monitor.amendments.shortfall import Judged, Shortfall, judge
from fairterms.monitor.amendments.term_effect import Effect
from fairterms.publish.blocks import Block, Bullets, Heading, Prose
from fairterms.publish.chart.bars import Bar, bars
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.simulate.page.wording import estimate, share
from fairterms.units.quantity import MONEY, count, write

ANCHOR = "amendments"
_TITLE = "What changed after signing"
_NO_FILE = (
    f"No change has been written down. Put each amendment, policy notice, change of a measure and "
    f"change of a benefit into {FILE} as [[change]], on the day it arrives: when it was received, "
    "from when it applies, who agreed, and what it adds in hours and dollars."
)
_NOTHING_YET = "No change had arrived by this day. Write the next one down on the day it arrives."
_NOT_KNOWN = "not known"


@dataclass(frozen=True)
class ChangesView:
    """What the part shows.

    Attributes
    ----------
    book
        The file as read; None where there is none.
    on
        The day the page holds for; what was told after it is left out.
    judged
        What the notice rules say; None to judge without a calendar of business days.
    effects
        What changes move in a settlement.
    simulated
        What changes of a benefit do to the years that may come.
    """

    book: Amendments | None
    on: date
    judged: Judged | None = None
    effects: tuple[Effect, ...] = ()
    simulated: tuple[Simulated | NotSimulated, ...] = ()


def amendment_blocks(view: ChangesView) -> tuple[Block, ...]:
    """Show what changed, what it adds up to, and how it was told and agreed."""
    head = Heading(2, _TITLE, ANCHOR)
    if view.book is None:
        return (head, Prose(_NO_FILE))
    book = view.book.up_to(view.on)
    if not book.changes:
        return (head, Prose(_NOTHING_YET))
    found = ratchet(book.changes, view.on)
    judged = view.judged or judge(book.changes, book.rules)
    ids = {one.id for one in book.changes}
    return (
        head,
        _numbers(found),
        *_table(found),
        *_grown(found),
        *_coming(found),
        *_notice(judged, ids, has_rules=bool(book.rules)),
        *_effects([one for one in view.effects if one.change.id in ids]),
        *_simulated([one for one in view.simulated if one.change.id in ids]),
    )


def _numbers(found: Ratchet) -> Figures:
    unknown = found.steps[-1] if found.steps else None
    share = found.share_one_sided
    return Figures(
        (
            KeyNumber(
                "Work added since signing",
                f"{_hours(found.hours)} a year",
                _missing(unknown.unknown_hours if unknown else 0),
            ),
            KeyNumber(
                "Cost added beside those hours",
                f"{write(found.dollars, MONEY)} a year",
                _missing(unknown.unknown_dollars if unknown else 0),
            ),
            KeyNumber(
                "Decided without the group",
                "none in force"
                if share is None
                else f"{len(found.one_sided)} of {len(found.steps)}",
                f"{_hours(found.hours_one_sided)} a year of the work added",
            ),
        )
    )


def _missing(number: int) -> str:
    if not number:
        return "of every change in force"
    return f"not counting {number} {'changes' if number > 1 else 'change'} of unknown size"


def _table(found: Ratchet) -> list[Block]:
    if not found.steps:
        return [Prose("No change is in force yet.")]
    titles = ("Change", "What it is", "Told", "Applies from", "Agreed by", "It adds")
    columns = (
        *map(Column, titles),
        Column("Hours a year", "right"),
        Column("Dollars a year", "right"),
        Column("Hours so far", "right"),
    )
    return [
        Table(
            "Every change in force, in the order in which it applies",
            columns,
            tuple(map(_row, found.steps)),
            footnote="“Not known” is not counted as 0: the sum so far leaves it out. A minus sign "
            "means work taken away.",
            anchor=f"{ANCHOR}-table",
        )
    ]


def _row(step: RatchetStep) -> Row:
    change = step.change
    cells = (
        change.summary,
        change.kind.value,
        f"{change.received}, {change.how.value}",
        str(change.effective),
        _agreed(change),
        "; ".join(change.adds.duties) or "no duty named",
        _hours(change.hours),
        _dollars(change.dollars),
        _hours(step.hours),
    )
    return Row(cells, "highlight" if change.is_one_sided else "")


def _agreed(change: Change) -> str:
    if change.agreed_by == NOBODY:
        return "nobody yet"
    if change.agreed_by == PLAN:
        return "the plan alone"
    return f"{change.agreed_by}, {change.agreed_on}"


def _grown(found: Ratchet) -> list[Block]:
    """Draw what stood after each change, where there is more than one of a known size."""
    known = [one for one in found.steps if one.change.hours is not None]
    if len(known) < 2:
        return []
    title = "Hours a year added since signing, after each change"
    drawn = [Bar(f"{one.change.effective}: {one.change.summary}", one.hours) for one in known]
    return [bars(title, drawn, unit="number", anchor=f"{ANCHOR}-grown")]


def _coming(found: Ratchet) -> list[Block]:
    if not found.coming:
        return []
    items = tuple(
        f"From {one.effective}: {one.summary} ({one.kind.value}, told on {one.received}). "
        f"Agreed by: {_agreed(one)}."
        for one in found.coming
    )
    return [Heading(3, "Changes that do not apply yet", f"{ANCHOR}-coming"), Bullets(items)]


def _notice(judged: Judged, ids: set[str], *, has_rules: bool) -> list[Block]:
    head = Heading(3, "How the changes were told", f"{ANCHOR}-notice")
    if not has_rules:
        fix = (
            f"No notice rule is written down. Write what the contract says of its own changes "
            f"into {FILE} as [[notice_rule]]: how many days, who must agree, with the words of "
            "the section."
        )
        return [head, Prose(fix)]
    short = [one for one in judged.shortfalls if one.change.id in ids]
    blocks: list[Block] = [head]
    if short:
        columns = tuple(map(Column, ("Change", "Rule", "What differs", "What the rule opens")))
        rows = tuple(map(_shortfall, short))
        caption = "Changes that differ from a notice rule"
        note = "Whether a law holds for this contract is for counsel to say."
        blocks.append(Table(caption, columns, rows, footnote=note, anchor=f"{ANCHOR}-rules"))
    else:
        blocks.append(Prose("Every change came as the notice rules say."))
    open_points = [one for one in judged.not_judged if one.split(":")[0] in ids]
    open_points += [
        f"{one.summary}: no rule of the file is about a {one.kind.value}."
        for one in judged.uncovered
        if one.id in ids
    ]
    return [*blocks, Bullets(tuple(open_points))] if open_points else blocks


def _shortfall(one: Shortfall) -> Row:
    where = f"{one.rule.where} (law)" if one.rule.said.is_law else one.rule.where
    return Row((one.change.summary, where, one.words, one.rule.opens or "nothing is named"))


def _effects(found: Sequence[Effect]) -> list[Block]:
    if not found:
        return []
    titles = ("Change", "Year", "Scenario")
    amounts = ("Before", "After", "Difference")
    columns = (
        *map(Column, titles),
        *(Column(title, "right") for title in amounts),
    )
    rows = tuple(_effect(one) for one in found if not one.why_not)
    head = Heading(3, "What changes move in the settlement", f"{ANCHOR}-effects")
    if not rows:
        return [head, Prose("No year that the changes reach can be settled."), *_unsettled(found)]
    return [
        head,
        Table(
            "The same figures settled before and after each change",
            columns,
            rows,
            footnote="Below 0 the group owes. Each change is taken by itself.",
            anchor=f"{ANCHOR}-effects-table",
        ),
        *_unsettled(found),
    ]


def _effect(one: Effect) -> Row:
    year = str(one.year.first.year) + ("" if one.is_whole_year else " (begins within the year)")
    named = one.change.summary
    if one.change.terms:
        terms = (f"{term.name}: {show(term.old)} → {show(term.new)}" for term in one.change.terms)
        named = f"{named} ({'; '.join(terms)})"
    amounts = tuple(map(_dollars, (one.before, one.after, one.difference)))
    return Row((named, year, one.scenario, *amounts))


def _unsettled(found: Sequence[Effect]) -> list[Block]:
    notes = list(
        dict.fromkeys(f"{one.year.first.year}: {one.why_not}" for one in found if one.why_not)
    )
    if any(not one.is_whole_year for one in found):
        notes.append(
            "Where a change begins within a year, the contract does not say which value governs "
            "that year. It is shown as if the new one did. Ask before the year is settled."
        )
    return [Bullets(tuple(notes))] if notes else []


def _simulated(found: Sequence[Simulated | NotSimulated]) -> list[Block]:
    if not found:
        return []
    head = Heading(3, "What changes of a benefit may do to a year", f"{ANCHOR}-benefits")
    done = [one for one in found if isinstance(one, Simulated)]
    blocks: list[Block] = [head]
    if done:
        columns = (
            Column("Change"),
            Column("What was changed"),
            Column("Net margin, mean", "right"),
            Column("Worst 5 % of years", "right"),
            Column("Chance of a loss, without and with it", "right"),
        )
        rows = tuple(
            Row(
                (
                    one.change.summary,
                    one.words,
                    estimate(one.difference.mean),
                    estimate(one.difference.worst),
                    f"{share(one.before.loses.value)} → {share(one.loses_after)}",
                )
            )
            for one in done
        )
        note = f"By how much {done[0].years:,} simulated years differ with the change, and without."
        caption = "Simulated years with each change of a benefit"
        blocks.append(Table(caption, columns, rows, footnote=note, anchor=f"{ANCHOR}-stress"))
    others = tuple(
        f"{one.change.summary}: {one.why}" for one in found if isinstance(one, NotSimulated)
    )
    return [*blocks, Bullets(others)] if others else blocks


def _hours(hours: Decimal | None) -> str:
    return _NOT_KNOWN if hours is None else write(hours, count("hour"))


def _dollars(dollars: Decimal | None) -> str:
    return _NOT_KNOWN if dollars is None else write(dollars, MONEY)
