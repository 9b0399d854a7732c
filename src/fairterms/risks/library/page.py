"""The section of a report on the library: which risks are live, why, and what helps."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from fairterms.publish.blocks import (
    Block,
    Bullets,
    Callout,
    Definition,
    Definitions,
    Heading,
    Prose,
)
from fairterms.publish.inline import Badge, Severity, Strong, Words
from fairterms.publish.number_blocks import Column, Row, Table
from fairterms.reference.lesson_links import lesson_for_risk
from fairterms.reference.lesson_sentence import explained
from fairterms.risks.library.library_risk import LibraryRisk
from fairterms.risks.library.waking import Reason, Woken, quiet
from fairterms.risks.register.risk import Area

ANCHOR = "risks-library"
_REASONS_SHOWN = 4
_AREAS = {
    Area.MONEY: "Money",
    Area.OPERATIONS: "Operations",
    Area.QUALITY: "Quality",
    Area.RISK_POOL: "The risk pool: who the patients are",
    Area.LAW: "Law",
}
_WHAT_IT_IS = (
    "The library holds risks that contracts of this kind carry. Those below are proposals: what "
    "the text or the terms show is a sign that the risk is live here, and no judgment of anybody. "
    "How often it would happen and how bad it would be is for you to say; no number is assumed."
)
_NOT_ADVICE = "What is said on law is no legal advice; ask counsel."


def library_blocks(woken: Sequence[Woken], registered: Collection[str] = ()) -> list[Block]:
    """Show which risks of the library are live, by area, and name those that are not.

    Parameters
    ----------
    woken
        Of :func:`fairterms.risks.library.waking.wake`.
    registered
        Ids of the library's risks that ``risks.toml`` already has, such as ``"F3"``.

    Returns
    -------
    list of Block
        A section of level 2. What is in the register already is named and not proposed again.
    """
    proposed = _proposed(woken, registered)
    return [
        *summary_blocks(woken, registered),
        *[block for area in Area for block in _area(area, proposed)],
        *_already(woken, registered),
        *_quiet(quiet(woken), registered),
    ]


def summary_blocks(woken: Sequence[Woken], registered: Collection[str] = ()) -> list[Block]:
    """Show in one table which risks are live and the strongest reason for each.

    Parameters
    ----------
    woken, registered
        As for :func:`library_blocks`.
    """
    heading = Heading(2, "Risks this contract may carry", ANCHOR)
    return [heading, *_opening(woken, _proposed(woken, registered))]


def _proposed(woken: Sequence[Woken], registered: Collection[str]) -> list[Woken]:
    return [one for one in woken if one.risk.id not in registered]


def _opening(woken: Sequence[Woken], proposed: Sequence[Woken]) -> list[Block]:
    if not woken:
        return [Callout("note", "Nothing in the text or the terms wakes a risk of the library.")]
    if not proposed:
        return [Callout("note", "Every risk that is live here is in your register already.")]
    return [Callout("note", _title(proposed), (Prose(_WHAT_IT_IS),)), _table(proposed)]


def _title(proposed: Sequence[Woken]) -> str:
    live = sum(one.is_certain for one in proposed)
    unsure = len(proposed) - live
    if not live:
        return f"Of {_many(unsure)} it cannot be told: live here or not."
    verb = "is" if live == 1 else "are"
    rest = f"; of {unsure} more it cannot be told" if unsure else ""
    return f"{_many(live)} {verb} live here and not yet in your register{rest}."


def _many(count: int) -> str:
    return "1 risk" if count == 1 else f"{count} risks"


def _table(proposed: Sequence[Woken]) -> Table:
    rows = tuple(
        Row(
            (
                f"{one.risk.id}: {one.risk.title}",
                (_badge(one),),
                one.because[0].told,
            )
        )
        for one in proposed
    )
    columns = (Column("Risk"), Column("Weight"), Column("The strongest reason"))
    return Table("Live risks, the strongest first", columns, rows, anchor=f"{ANCHOR}-list")


def _badge(one: Woken) -> Badge:
    if not one.is_certain:
        return Badge("low", "cannot be told")
    severity: Severity = one.severity.value
    return Badge(severity)


def _area(area: Area, proposed: Iterable[Woken]) -> list[Block]:
    members = [one for one in proposed if one.risk.area is area]
    if not members:
        return []
    anchor = f"{ANCHOR}-{area.name.lower().replace('_', '-')}"
    blocks: list[Block] = [Heading(3, _AREAS[area], anchor)]
    if area is Area.LAW:
        blocks.append(Prose(_NOT_ADVICE))
    return [*blocks, *[block for one in members for block in _risk(one)]]


def _risk(one: Woken) -> list[Block]:
    risk = one.risk
    anchor = f"{ANCHOR}-{risk.id.lower()}"
    return [
        Heading(4, f"{risk.id}: {risk.title}", anchor),
        Prose((_badge(one), f" {risk.cause} {risk.event} {risk.effect}")),
        Definitions(
            (
                Definition("Why it is live here", _reasons(one.because)),
                Definition("What it would hurt", _hurts(risk)),
                Definition("Prevent", " ".join(risk.prevents)),
                Definition("Detect", " ".join(risk.detects)),
                Definition("Correct", " ".join(risk.corrects)),
                Definition("Watch", _indicator(risk)),
                Definition("Never", " ".join(risk.guardrails)),
                Definition("If nobody acts", risk.if_ignored),
                *_lesson(risk),
            )
        ),
    ]


def _lesson(risk: LibraryRisk) -> list[Definition]:
    lesson = explained(lesson_for_risk(risk.id))
    return [Definition("To learn more", lesson)] if lesson else []


def _reasons(because: Sequence[Reason]) -> Words:
    """Say each check's first finding and count what else it saw; then count what is left."""
    first = {one.name: one.told for one in reversed(because)}
    alike = Counter(one.name for one in because)
    names = list(dict.fromkeys(one.name for one in because))
    said = [
        f"{first[name]} And {alike[name] - 1} more like it." if alike[name] > 1 else first[name]
        for name in names[:_REASONS_SHOWN]
    ]
    others = len(names) - _REASONS_SHOWN
    return " ".join([*said, f"Other reasons: {others}."] if others > 0 else said)


def _hurts(risk: LibraryRisk) -> Words:
    first, *others = (kind.name for kind in risk.kinds)
    names = "; ".join([first, *(f"{name[:1].lower()}{name[1:]}" for name in others)])
    if not risk.is_public_harm:
        return f"{names}."
    return (f"{names}. ", Strong("The public bears part of the harm."))


def _indicator(risk: LibraryRisk) -> Words:
    seen = risk.indicator
    return (
        f"{seen.words[:1].upper()}{seen.words[1:]} ({seen.unit}). Look closely: {seen.amber}. "
        f"Act: {seen.red}. {seen.lead}"
    )


def _already(woken: Iterable[Woken], registered: Collection[str]) -> list[Block]:
    names = tuple(
        f"{one.risk.id}: {one.risk.title}. {one.because[0].told}"
        for one in woken
        if one.risk.id in registered
    )
    if not names:
        return []
    heading = Heading(3, "Live, and already in your register", f"{ANCHOR}-registered")
    return [heading, Bullets(names)]


def _quiet(asleep: Sequence[LibraryRisk], registered: Collection[str]) -> list[Block]:
    if not asleep:
        return []
    kept = [risk.id for risk in asleep if risk.id in registered]
    sentence = (
        f"Nothing in the text or the terms wakes {len(asleep)} of the library's risks. They may "
        f"still matter: what no contract says, such as how a team works, wakes nothing here."
    )
    if kept:
        sentence += f" Your register holds {', '.join(kept)} all the same, which is fine."
    names = tuple(f"{risk.id}: {risk.title}" for risk in asleep)
    return [Heading(3, "Quiet risks", f"{ANCHOR}-quiet"), Prose(sentence), Bullets(names)]
