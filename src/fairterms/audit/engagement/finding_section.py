"""The part of a report on findings: what was found, what each side answers, what was verified."""

from collections.abc import Iterator, Sequence
from datetime import date

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.finding import Answer, FollowUp, Response, Result
from fairterms.audit.engagement.initiative import Initiative
from fairterms.audit.engagement.small_counts import small_counts, without_small_counts
from fairterms.audit.engagement.standing import Standing, State, latest
from fairterms.outcomes.small_cells.measured_result import MeasuredResult
from fairterms.publish.blocks import (
    Block,
    Callout,
    Definition,
    Definitions,
    Heading,
    Place,
    Prose,
    Quote,
)
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table

ANCHOR = "findings"
_NONE = (
    "No finding has been told to both sides. A finding is told once it says how it should be, how "
    "it is, why, what follows from it and what to do, and once somebody else has looked the work "
    "over: then write an [[issue]] of it into audit.toml."
)
_NO_INITIATIVE = (
    "No improvement is under way. Where a finding asks for one, write it into audit.toml as "
    "[[initiative]], and what was measured as [[effect]]."
)
_ANSWERS = {
    Answer.AGREE: "agrees",
    Answer.PARTLY: "agrees in part",
    Answer.DISAGREE: "disagrees",
}
_RESULTS = {
    Result.CLOSED: "It is put right.",
    Result.OPEN: "It is not put right yet.",
    Result.RISK_ACCEPTED: "The risk is accepted.",
}
_TAKEN_OUT = "A count of 1 to 10 people was taken out of this answer. Nothing else was changed."


def finding_blocks(issued: Sequence[Standing], book: AuditBook) -> tuple[Block, ...]:
    """Show what both sides were told, and what became of it.

    Parameters
    ----------
    issued
        The issued findings as of a day.
    book
        The audit up to that day, with what was seen.
    """
    head = Heading(2, "What was found", ANCHOR)
    if not issued:
        return (head, Prose(_NONE))
    return (head, _numbers(issued), *_late(issued), _table(issued), *_each(issued, book))


def _numbers(issued: Sequence[Standing]) -> Figures:
    over, late = (sum(one.is_over for one in issued), sum(one.is_late for one in issued))
    return Figures(
        (
            KeyNumber("Findings told to both sides", str(len(issued))),
            KeyNumber("Still open", str(len(issued) - over)),
            KeyNumber("Of these past their day", str(late)),
        )
    )


def _late(issued: Sequence[Standing]) -> tuple[Block, ...]:
    late = [one for one in issued if one.is_late]
    if not late:
        return ()
    lines = tuple(Prose(f"{_shown(one.finding.title)}: {waits(one)}.") for one in late)
    return (Callout("warning", "Past their day", lines),)


def _table(issued: Sequence[Standing]) -> Table:
    titles = ("Finding", "How much it matters", "How it stands", "Who acts next, until when")
    rows = tuple(
        Row(
            (
                _shown(one.finding.title),
                one.finding.significance.value if one.finding.significance else "not said",
                one.state.value,
                waits(one),
            ),
            "highlight" if one.is_late else "",
        )
        for one in issued
    )
    caption = "The findings and how they stand"
    return Table(caption, tuple(map(Column, titles)), rows, anchor=f"{ANCHOR}-table")


def waits(one: Standing) -> str:
    """Say who has to act next on a finding, and until when.

    Parameters
    ----------
    one
        The finding as of a day.
    """
    if one.is_over:
        return "nobody"
    by = f", by {one.next_by}" if one.next_by else ""
    if one.state is State.DRAFT:
        return "the auditor, before it is told"
    if one.waits_for:
        return f"the {' and the '.join(one.waits_for)} to answer{by}"
    if one.state is State.DISPUTED:
        return "the committee, which hears both views"
    is_disputed = any(part.answer is Answer.DISAGREE for part in latest(one.responses))
    heard = "; and the committee, which hears both views" if is_disputed else ""
    return f"the auditor to verify{by}{heard}"


def _each(issued: Sequence[Standing], book: AuditBook) -> Iterator[Block]:
    for at, one in enumerate(issued, start=1):
        found = one.finding
        seen = [f"{part.what} ({part.on})" for part in book.seen_for(found)]
        yield Heading(3, f"{at}. {_shown(found.title)}", f"finding-{at}")
        said = {
            "How it should be": found.criteria,
            "How it is": found.condition,
            "What was seen": " ".join(seen),
            "Why": found.cause,
            "What follows": found.effect,
            "What to do": found.recommendation,
            "Told to both sides": str(one.issued_on),
            "How it stands": f"{one.state.value}; next: {waits(one)}",
        }
        yield Definitions(tuple(Definition(key, _shown(said[key])) for key in said if said[key]))
        for answer in one.responses:
            yield from _answer(answer)
        for look in one.follow_ups:
            yield _look(look)


def _answer(one: Response) -> Iterator[Block]:
    yield Prose(f"The {one.party.value} {_ANSWERS[one.answer]} ({one.on}).")
    where = Place(f"Answer of the {one.party.value}, by {one.by}")
    words = [one.reason, one.plan]
    for text in (part for part in words if part):
        why = _TAKEN_OUT if small_counts(text) else ""
        yield Quote(_shown(text), where, why)
    if one.owner and one.due:
        yield Prose(f"{one.owner} does it by {one.due}.")


def _look(one: FollowUp) -> Block:
    files = ", ".join(part.file for part in one.evidence)
    shown_by = f" Shown by {files}." if files else ""
    reason = f" {_shown(one.reason)}" if one.reason else ""
    words = f"{_RESULTS[one.result]}{reason} {one.verified_by} looked on {one.on}: "
    return Prose(f"{words}{_shown(one.test)}{shown_by}")


def initiative_blocks(book: AuditBook, on: date) -> tuple[Block, ...]:
    """Show what is tried to make things better, and what was measured of it.

    Parameters
    ----------
    book
        The audit up to the day.
    on
        The day.
    """
    head = Heading(2, "What is being improved", "improvements")
    told = {one.finding for one in book.issues}
    known = [one for one in book.initiatives if one.finding in told]
    if not known:
        return (head, Prose(_NO_INITIATIVE))
    titles = ("Aim", "Measure", "From", "To", "Measured", "Led by", "How it stands")
    rows = tuple(_initiative(one, book) for one in known)
    note = f"As of {on}. An improvement ends with a measured effect, not with the work done."
    table = Table(
        "Improvements", tuple(map(Column, titles)), rows, note, anchor="improvements-table"
    )
    return (head, table)


def _initiative(one: Initiative, book: AuditBook) -> Row:
    effects = book.effects_of(one.id)
    return Row(
        (
            _shown(one.aim),
            _shown(one.measure),
            _shown(str(one.baseline)) if one.baseline else "not measured",
            _shown(str(one.target)) if one.target else "no number set",
            _effect(effects[-1]) if effects else "not measured yet",
            one.owner,
            "closed with a measured effect" if book.is_closed(one.id) else "open",
        )
    )


def _effect(one: MeasuredResult) -> str:
    if one.is_hidden:
        return f"measured on too few people to show, {one.on}"
    return _shown(f"{one.value}, {one.on} ({one.source})")


def _shown(text: str) -> str:
    return without_small_counts(text)
