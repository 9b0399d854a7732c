"""The pages on controls: what is claimed beside what is proven, and why they differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Strong, Words
from fairterms.publish.number_blocks import Column, Row, RowEmphasis, Table
from fairterms.risks.control.book import ControlBook
from fairterms.risks.control.credit import Credit, Residual
from fairterms.risks.control.rcm import NamedImpact, percent, risk_control_rows
from fairterms.risks.control.test import ControlTest
from fairterms.risks.control.watch_section import watch_blocks

ANCHOR = "control"
_WHAT_IS_SHOWN = (
    "A control is something done so that a risk happens less often or costs less. What is claimed "
    "for it is not yet known to be so. It is proven where a test of its design and a test of its "
    "operation are passed and current; even then the part that the sample does not rule out is "
    "taken off. Several controls of one risk are multiplied, as if they failed apart from each "
    "other."
)
_MONTHS = (
    "A sample proves less than it seems: a test of two months of a year misses a single failed "
    "month in 83 of 100 cases. The whole list is better where it is small."
)


@dataclass(frozen=True)
class LossWords:
    """The mean yearly loss of an impact as shown, with its unit.

    Attributes
    ----------
    inherent, claimed, proven
        Without controls, with what is claimed, with what is proven.
    """

    inherent: str
    claimed: str
    proven: str


@dataclass(frozen=True)
class CurrentRating:
    """The estimate that holds for an impact now, and how the map rates it.

    Attributes
    ----------
    estimate, rating
        Its id, and its rating in words.
    """

    estimate: str
    rating: str


def control_blocks(
    impacts: Sequence[NamedImpact],
    book: ControlBook,
    on: date,
    losses: Mapping[str, LossWords] | None = None,
    ratings: Mapping[str, CurrentRating] | None = None,
) -> list[Block]:
    """Show controls, claimed and proven side by side; then acceptances, indicators, exceptions.

    Parameters
    ----------
    impacts
        The impacts in the order shown.
    book
        What the deal says of controls.
    on
        The day the page holds for.
    losses
        Mean yearly losses by impact, where they were worked out.
    ratings
        The current estimate and rating by impact; acceptances are held against them. None where
        nobody rated anything, so that staleness by rating cannot be told.

    Returns
    -------
    list of Block
        A section of a report. Without any control it says so, and what to do.
    """
    head = Heading(2, "What is done against these risks", ANCHOR)
    if book.is_empty:
        return [head, Callout("note", _EMPTY, (Prose(_START),))]
    residuals = [book.residual(impact.id, on) for impact in impacts]
    what = {impact.id: f"“{impact.risk}” ({impact.objective})" for impact in impacts}
    current = {name: (one.estimate, one.rating) for name, one in (ratings or {}).items()}
    return [
        head,
        Prose(_WHAT_IS_SHOWN),
        *_callouts(residuals, book, what),
        _side_by_side(impacts, residuals, losses or {}, on),
        *_why(residuals, book, what),
        risk_control_rows(impacts, book, on),
        *_tests(book, on),
        *watch_blocks(impacts, book, on, None if ratings is None else current),
    ]


_EMPTY = "Nobody has written down what is done against these risks."
_START = (
    "Add a control and its effect to risks.toml. Until then each risk stands as it is without any "
    "control."
)


def _callouts(
    residuals: Sequence[Residual], book: ControlBook, what: Mapping[str, str]
) -> list[Block]:
    found: list[Block] = []
    raising = [one for residual in residuals for one in residual.raising]
    if raising:
        items = tuple(_raises(one, book, what) for one in raising)
        found.append(
            Callout("warning", "A control that makes a risk worse is in use.", (Bullets(items),))
        )
    claimed = [one for residual in residuals for one in residual.credits if one.claimed < 1]
    proven = [one for one in claimed if one.is_proven]
    if len(proven) < len(claimed):
        verb = "is" if len(proven) == 1 else "are"
        title = f"{len(proven)} of {len(claimed)} effects of controls {verb} proven."
        found.append(Callout("note", title, (Prose("The others may work; nobody has shown it."),)))
    return found


def _raises(one: Credit, book: ControlBook, what: Mapping[str, str]) -> str:
    title = book.control(one.effect.control).title
    side, impact = one.effect.acts_on.value, what[one.effect.impact]
    return f"{title}: the {side} of {impact} becomes {percent(one.claimed)} of what it was"


def _side_by_side(
    impacts: Sequence[NamedImpact],
    residuals: Sequence[Residual],
    losses: Mapping[str, LossWords],
    on: date,
) -> Table:
    columns = [
        Column("Risk"),
        Column("Objective"),
        Column("Frequency left, claimed", "right"),
        Column("Frequency left, proven", "right"),
        Column("Severity left, claimed", "right"),
        Column("Severity left, proven", "right"),
        Column("Mean loss left, claimed", "right"),
        Column("Mean loss left, proven", "right"),
    ]
    if losses:
        columns += [
            Column("Mean loss a year, without controls", "right"),
            Column("claimed", "right"),
            Column("proven", "right"),
        ]
    rows = tuple(
        Row((impact.risk, impact.objective, *_left(residual), *_loss(impact, losses)))
        for impact, residual in zip(impacts, residuals, strict=True)
    )
    note = (
        f"As of {on}. 100 % is what there would be without controls. What is left of the mean loss "
        "is frequency × severity; caps and floors of the contract come after it."
    )
    caption = "What the controls leave, claimed and proven"
    return Table(caption, tuple(columns), rows, note, anchor=f"{ANCHOR}-left")


def _left(residual: Residual) -> tuple[str, ...]:
    parts = (residual.frequency, residual.severity, residual.mean_loss)
    return tuple(percent(share) for part in parts for share in (part.claimed, part.proven))


def _loss(impact: NamedImpact, losses: Mapping[str, LossWords]) -> tuple[str, ...]:
    if not losses:
        return ()
    found = losses.get(impact.id)
    unknown = "not worked out"
    return (found.inherent, found.claimed, found.proven) if found else (unknown,) * 3


def _why(residuals: Sequence[Residual], book: ControlBook, what: Mapping[str, str]) -> list[Block]:
    """List why effects earn no credit or less than is claimed."""
    items: list[Words] = []
    for residual in residuals:
        for one in residual.credits:
            title = book.control(one.effect.control).title
            side, impact = one.effect.acts_on.value, what[one.effect.impact]
            lead = (Strong(title), f", on the {side} of {impact}: ")
            items.append((*lead, f"{one.why}{_bound(one)}."))
    if not items:
        return []
    heading = Heading(3, "Why each control is credited so", f"{ANCHOR}-why")
    return [heading, Bullets(tuple(items))]


def _bound(one: Credit) -> str:
    if one.bound95 is None:
        return ""
    return f"; up to {percent(one.bound95)} of failures are not ruled out, and that part is off"


def _tests(book: ControlBook, on: date) -> list[Block]:
    known = [test for test in book.tests if test.valid_from <= on]
    if not known:
        return []
    columns = (
        Column("Control"),
        Column("Tested"),
        Column("How"),
        Column("Looked at", "right"),
        Column("Deviations", "right"),
        Column("Not ruled out (95 %)", "right"),
        Column("The seed draws this sample"),
        Column("Counts"),
        Column("Result"),
    )
    rows = tuple(Row(_test_cells(test, book), _mark(test)) for test in known)
    return [
        Heading(3, "Tests of the controls", f"{ANCHOR}-tests"),
        Table("Tests of the controls", columns, rows, anchor=f"{ANCHOR}-test-table"),
        Prose(_MONTHS),
    ]


def _mark(test: ControlTest) -> RowEmphasis:
    return "" if test.is_pass else "highlight"


_REPLAYED = {True: "yes", False: "no: ask how it was drawn", None: "only who has the list can tell"}


def _test_cells(test: ControlTest, book: ControlBook) -> tuple[str, ...]:
    sampled = test.sampled
    counts = ("", "", "", "")
    if sampled:
        counts = (
            f"{sampled.size:,} of {sampled.population:,}",
            f"{sampled.deviations:,}",
            percent(sampled.bound95),
            _REPLAYED[sampled.is_replayed],
        )
    return (
        book.control(test.control).title,
        test.part.value,
        ", ".join(method.value for method in test.methods),
        *counts,
        f"{test.valid_from} to {test.valid_to}",
        test.result.value,
    )
