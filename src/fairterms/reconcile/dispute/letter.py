"""The letter that raises a difference: the lines, what we believe right, why, and until when.

It asks and does not accuse. Names in square brackets are for the sender to fill in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fairterms.contract.clause import Citation
from fairterms.publish.blocks import Block, Bullets, Heading, Prose, Quote
from fairterms.publish.inline import Strong
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.publish.page import Report
from fairterms.reconcile.bridge import Bridge
from fairterms.reconcile.comparison import ComparedLine, Comparison
from fairterms.reconcile.dispute.window import DisputeWindow
from fairterms.reconcile.explanation import Explanation, Fit
from fairterms.reconcile.wording import about_few, masked, signed, written
from fairterms.review import wording
from fairterms.units.dollars import dollars

NOT_TOLD = "[day]"


@dataclass(frozen=True)
class Dispute:
    """What a letter about a statement rests on.

    Attributes
    ----------
    comparison, explanation, bridge
        The statement beside ours, and why they differ.
    windows
        The times within which the contract lets the group question a statement, shortest first.
    delivered
        The day the statement came; None where nobody said.
    """

    comparison: Comparison
    explanation: Explanation
    bridge: Bridge
    windows: tuple[DisputeWindow, ...] = ()
    delivered: date | None = None

    @property
    def is_needed(self) -> bool:
        """Whether anything differs."""
        return any(line.differs for line in self.comparison.lines) or self.bridge.difference != 0

    @property
    def closes(self) -> date | None:
        """The last day on which the statement may surely still be questioned."""
        if self.delivered is None or not self.windows:
            return None
        return self.windows[0].closes(self.delivered)


def build(dispute: Dispute, made_on: str = "") -> Report:
    """Write the letter.

    Parameters
    ----------
    dispute
        What it rests on; something in it differs.
    made_on
        The day, as ISO 8601.

    Returns
    -------
    Report
        Counts of 1 to 10 people are left out: a letter leaves the group's room.
    """
    comparison = dispute.comparison
    statement = comparison.statement
    issued = f"of {statement.issued} " if statement.issued else ""
    blocks: list[Block] = [
        Prose(f"[Name of the representative of {statement.plan or 'the plan'}]"),
        Prose(f"Re: your statement {issued}for {comparison.period} ({statement.file})"),
        Prose("Dear [name],"),
        Prose(
            f"We have compared your statement with the agreement “{comparison.contract.name}”. "
            f"Your statement shows {dollars(dispute.bridge.plan)} for the period. We come to "
            f"{dollars(dispute.bridge.ours)}, a difference of "
            f"{signed(dispute.bridge.difference)}. This letter names each line that differs, what "
            "we believe right, and why."
        ),
        *_until_when(dispute),
        Heading(2, "The lines that differ"),
        _lines(comparison),
        Heading(2, "Why they may differ"),
        *_why(dispute),
        Heading(2, "What we ask"),
        Bullets(tuple(_asks(dispute))),
        Prose(
            "Please pay what neither of us questions when it is due; raising this does not hold "
            "it up. We would gladly go through the worksheet with you."
        ),
        Prose("Sincerely,"),
        Prose("[Your name, your practice]"),
        Prose("Enclosed: our worksheet, line by line (XLSX)."),
    ]
    return Report(title="About your settlement statement", blocks=tuple(blocks), made_on=made_on)


def _until_when(dispute: Dispute) -> Iterator[Block]:
    """Quote the contract's own deadline, and say how it was counted."""
    if not dispute.windows:
        yield Prose(
            "We found no time in the agreement within which a statement must be questioned. We "
            "write now so that nothing can be said to have been accepted."
        )
        return
    window = dispute.windows[0]
    closes = dispute.closes
    day = NOT_TOLD if closes is None else closes.isoformat()
    came = NOT_TOLD if dispute.delivered is None else dispute.delivered.isoformat()
    after = " After that day it would be deemed accepted." if window.is_final else ""
    yield Prose(
        f"Your statement came on {came}. The agreement gives us {window.time.text}, so this is in "
        f"time until {day}.{after}"
    )
    yield Quote(wording.tidy(window.quote.text), wording.place(window.quote))


def _lines(comparison: Comparison) -> Table:
    differing = [line for line in comparison.lines if line.differs]
    columns = (
        Column("Your line"),
        Column("Your number", "right"),
        Column("We believe right", "right"),
        Column("Difference", "right"),
        Column("Where the agreement says so"),
    )
    rows = tuple(_row(line, comparison) for line in differing)
    footnote = (
        "A line that is worked out is compared on your own figures; a figure with our own count."
    )
    return Table("Lines that differ", columns, rows, footnote=footnote)


def _row(line: ComparedLine, comparison: Comparison) -> Row:
    assert line.difference is not None, "a line that differs has a difference"
    ours = line.on_ours if line.is_figure else line.on_plans
    name = line.line.label or line.line.id
    where = _where(line, comparison)
    if about_few(line):
        numbers = [masked(number, line.unit) for number in (line.plan, ours)]
        return Row((name, *numbers, "not shown", where))
    cells = (line.plan, ours, line.difference)
    numbers = ["" if one is None else written(one, line.unit) for one in cells]
    return Row((name, *numbers, where))


def _where(line: ComparedLine, comparison: Comparison) -> str:
    """Return the sections that a line of arithmetic rests on."""
    if line.spot is None or not line.spot.clause:
        return ""
    cites: Sequence[Citation] = comparison.contract.clause(line.spot.clause).cites
    return "; ".join(dict.fromkeys(cite.section for cite in cites if cite.section))


def _why(dispute: Dispute) -> Iterator[Block]:
    explanation, whole = dispute.explanation, len(dispute.comparison.steps)
    figures = dispute.bridge.total("figure")
    if figures:
        yield Prose(f"Your figures differ from our count; together this moves {signed(figures)}.")
    if not explanation.is_found:
        if dispute.bridge.difference != figures:
            yield Prose(
                f"We tried {explanation.tried} ways to read the agreement, and none gives your "
                "number. Please send us the worksheet behind it."
            )
        return
    yield Prose(
        (
            Strong("Your number comes out "),
            f"{_if(explanation.best)}. {explanation.best.reproduced} of {whole} lines that are ",
            "worked out then agree with yours. We read the agreement otherwise.",
        )
    )
    if explanation.ties:
        others = "; or ".join(_if(one) for one in explanation.ties)
        yield Prose(f"The same numbers would come out {others}. Please tell us which it was.")
    if explanation.rest:
        yield Prose(f"Even so, {signed(explanation.rest)} stays unexplained.")


def _if(fit: Fit) -> str:
    return "if " + " and ".join(one.sentence for one in fit.assumptions)


def _asks(dispute: Dispute) -> Iterator[str]:
    yield "Tell us in writing which reading of the agreement you followed, and where it stands."
    if dispute.explanation.rest or not dispute.explanation.is_found:
        yield "Send us the worksheet of each amount that differs, with every step."
    if dispute.bridge.total("figure") or dispute.comparison.lent:
        yield "Send us the records behind each figure that differs, so that we can compare them."
    yield "Restate the lines above, or tell us why you believe they are right."
