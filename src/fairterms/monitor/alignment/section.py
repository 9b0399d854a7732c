"""The page on several contracts side by side."""

from collections.abc import Sequence

from fairterms.monitor.alignment.alignment import Alignment
from fairterms.monitor.alignment.extract import Extract
from fairterms.monitor.alignment.measure_family import Likeness, MeasureFamily, Part
from fairterms.monitor.alignment.shared_calendar import Week, crowded
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Badge, Severity
from fairterms.publish.number_blocks import Column, Figures, KeyNumber, Row, Table
from fairterms.units.quantity import count, write

ANCHOR = "alignment"
_SHAPES: dict[Likeness, Severity] = {
    Likeness.DIFFERS: "high",
    Likeness.LEFT_OPEN: "medium",
    Likeness.NOT_SAID: "low",
    Likeness.SAME: "passed",
}
_NO_FAMILY = (
    "No measure stands in two of these contracts. Two measures are taken for the same one where "
    "outcomes.toml names the same entry of the catalogue for them."
)
_NAMESAKES = (
    "These have the same id in terms.toml. One contract may mean a visit after hospital by it and "
    "another a second score. Name the entry of the catalogue for each in outcomes.toml, and they "
    "can be compared in full."
)
_NO_WEEKS = (
    "No deadlines are written down. Confirm what each contract wants, and by when, in its "
    "obligations.toml."
)
_NO_EXTRACT = (
    "No two reports of different contracts hold the same fields, as far as they are written down. "
    "Put each report of the group into meetings.toml as [[report]], with its fields and its hours "
    "a year."
)


def alignment_blocks(found: Alignment) -> tuple[Block, ...]:
    """Show several contracts side by side."""
    return (
        Heading(2, "Your contracts side by side", ANCHOR),
        _numbers(found),
        *_measures(found),
        *_calendar(found.weeks),
        *_extracts(found),
    )


def _numbers(found: Alignment) -> Figures:
    counted = sum(one.definitions for one in found.confirmed)
    asked = f"counted in {counted} ways by {len(found.sides)} contracts"
    if found.namesakes:
        asked += f"; {len(found.namesakes)} more are called the same"
    note = "at most; a report that is made once must still be sent to each plan"
    if found.unknown:
        note += f". Not counting {found.unknown} of unknown size"
    saved = write(found.hours_saved, count("hour"))
    if not found.hours_saved and (found.unknown or found.without_reports):
        saved = "not known"
    crowd = len(tuple(crowded(found.weeks)))
    return Figures(
        (
            KeyNumber("Measures in several contracts", str(len(found.confirmed)), asked),
            KeyNumber("Weeks in which several want much", str(crowd), "three days due or more"),
            KeyNumber("Hours a year that one extract would save", saved, note),
        )
    )


def _measures(found: Alignment) -> list[Block]:
    head = Heading(3, "The same measure in several contracts", f"{ANCHOR}-measures")
    blocks: list[Block] = [head]
    if not found.families:
        blocks.append(Prose(_NO_FAMILY))
    if found.confirmed:
        blocks.append(_ask(found.confirmed))
        blocks += (_family(one, at) for at, one in enumerate(found.confirmed, start=1))
    if found.namesakes:
        title = "Called the same, and nobody has said whether it is the same"
        blocks += [Heading(3, title, f"{ANCHOR}-namesakes"), Prose(_NAMESAKES)]
        first = len(found.confirmed) + 1
        blocks += (_family(one, at) for at, one in enumerate(found.namesakes, start=first))
    return blocks


def _ask(found: Sequence[MeasureFamily]) -> Callout:
    differing = [one for one in found if one.differing]
    open_ones = [
        one for one in found if any(part.likeness is Likeness.LEFT_OPEN for part in one.parts)
    ]
    title = (
        f"Measures in several contracts: {len(found)}. Counted differently: {len(differing)}. "
        f"Left open in part: {len(open_ones)}."
    )
    ask = (
        "Ask the plans for one definition. Until then a result of one contract says nothing about "
        "the other, and the work is done twice."
    )
    is_harmful = bool(differing or open_ones)
    return Callout("warning" if is_harmful else "note", title, (Prose(ask),) if is_harmful else ())


def _family(one: MeasureFamily, at: int) -> Table:
    """Show a family: what differs first; what is the same in all is only named."""
    columns = (
        Column("Part"),
        *(Column(f"{measure.deal}: {measure.id}") for measure in one.measures),
        Column("Compared"),
    )
    order = list(_SHAPES)
    shown = sorted(
        (part for part in one.parts if part.likeness is not Likeness.SAME),
        key=lambda part: (not part.is_counted, order.index(part.likeness)),
    )
    same = ", ".join(part.name for part in one.parts if part.likeness is Likeness.SAME)
    names = Row(("name", *(measure.name for measure in one.measures), ""))
    return Table(
        f"{one.title}, as each contract has it",
        columns,
        (names, *map(_part, shown)),
        footnote=f"The same in all: {same or 'nothing'}. Words are compared letter for letter; "
        "whether two wordings mean the same is for a person to say. Weights and targets may differ "
        "and do no harm to the count.",
        anchor=f"{ANCHOR}-measure-{at}",
    )


def _part(one: Part) -> Row:
    name = one.name if one.is_counted else f"{one.name} (pay)"
    said = tuple(words or "not said" for words in one.said)
    badge = Badge(_SHAPES[one.likeness], one.likeness.value)
    is_harmful = one.is_counted and one.likeness is Likeness.DIFFERS
    return Row((name, *said, (badge,)), "highlight" if is_harmful else "")


def _calendar(found: Sequence[Week]) -> list[Block]:
    head = Heading(3, "All deadlines in one calendar", f"{ANCHOR}-calendar")
    if not found:
        return [head, Prose(_NO_WEEKS)]
    titles = ("Week of", "Due", "Contract", "What")
    rows = tuple(
        Row(
            (str(week.monday), str(one.due), one.deal, one.obligation),
            "highlight" if week.is_crowded else "",
        )
        for week in found
        for one in week.deadlines
    )
    note = "Marked weeks hold three deadlines or more, of several contracts."
    table = Table(
        "What is due to each plan, week by week",
        tuple(map(Column, titles)),
        rows,
        footnote=note,
        anchor=f"{ANCHOR}-calendar-table",
    )
    return [head, table]


def _extracts(found: Alignment) -> list[Block]:
    head = Heading(3, "Reports that one extract could serve", f"{ANCHOR}-extracts")
    blocks: list[Block] = [head]
    if found.extracts:
        titles = (
            "Reports",
            "Fields they share",
            "Fields to be added",
            "Hours a year saved, at most",
        )
        rows = tuple(map(_extract, found.extracts))
        caption = "One extract in place of several reports"
        blocks.append(
            Table(caption, tuple(map(Column, titles)), rows, anchor=f"{ANCHOR}-extracts-table")
        )
    else:
        blocks.append(Prose(_NO_EXTRACT))
    if found.without_reports:
        lacking = tuple(
            f"{name}: no report is written down in its meetings.toml, so none is compared."
            for name in found.without_reports
        )
        blocks.append(Bullets(lacking))
    return blocks


def _extract(one: Extract) -> Row:
    reports = "; ".join(f"{each.deal}: {each.report.what}" for each in one.reports)
    saved = "not known" if one.saved is None else write(one.saved, count("hour"))
    if one.unknown:
        named = ", ".join(f"{each.deal}: {each.report.what}" for each in one.unknown)
        saved += f" (nobody said how long it takes: {named})"
    return Row((reports, ", ".join(one.shared), ", ".join(one.further) or "none", saved))
