"""The part of a report on the work: the programme, the team, the procedures and their samples."""

from collections.abc import Sequence

from fairterms.audit.engagement.book import AuditBook
from fairterms.audit.engagement.engagement import Engagement
from fairterms.audit.engagement.fieldwork import Procedure, Workpaper
from fairterms.audit.engagement.programme import Programme
from fairterms.audit.engagement.sample import Sample
from fairterms.audit.engagement.small_counts import without_small_counts
from fairterms.publish.blocks import Block, Bullets, Definition, Definitions, Heading, Prose
from fairterms.publish.number_blocks import Column, Row, Table

_NO_PROGRAMME = (
    "No programme is written down. Write [programme] into audit.toml: what may be looked at, why, "
    "and the committee's decision."
)
_NO_WORK = (
    "No work has begun. Write an [[engagement]] into audit.toml, with its team and its level."
)
KEPT = "what came out stands in the findings"
_HOW_DRAWN = (
    "How a sample is drawn: write the place of each line of the list as a number, 1 for the first. "
    "Take the HMAC-SHA256 of each number under the seed. Sort by it, and look at the first ones. "
    "Anybody with the seed gets the same lines. The bound is the largest share of failing lines "
    "that the sample does not rule out, at 95 % (hypergeometric; binomial above 10,000 lines)."
)


def work_blocks(book: AuditBook) -> tuple[Block, ...]:
    """Show what was planned and done; no workpaper and no draft stands in it.

    Parameters
    ----------
    book
        The audit up to a day.
    """
    return (
        Heading(2, "What was looked at, and by whom", "work"),
        *_programme(book.programme),
        *_engagements(book),
        *_procedures(book),
    )


def _programme(programme: Programme | None) -> tuple[Block, ...]:
    if programme is None:
        return (Prose(_NO_PROGRAMME),)
    entries = [
        Definition("Programme", programme.title),
        Definition("Days to answer a finding", f"{programme.answer_days} calendar days"),
        Definition("Days to verify", f"{programme.follow_up_days} calendar days"),
    ]
    if not programme.is_shared:
        entries += [
            Definition("Years it looks at", str(programme.period)),
            Definition("May be looked at", "; ".join(programme.universe)),
            Definition("To find out", "; ".join(programme.objectives)),
            Definition("Decided by the committee", programme.decision),
            Definition("Rests on these risks", ", ".join(programme.risks)),
        ]
    return (Definitions(tuple(entries)),)


def _engagements(book: AuditBook) -> tuple[Block, ...]:
    if not book.engagements:
        return (Prose(_NO_WORK),)
    titles = ("Work", "Sort", "Level", "Held against", "From", "To")
    rows = tuple(
        Row(
            (
                without_small_counts(one.title),
                one.kind.words,
                one.level.value,
                "; ".join(one.criteria),
                str(one.period.first),
                str(one.period.last),
            )
        )
        for one in book.engagements
    )
    table = Table("The work", tuple(map(Column, titles)), rows, anchor="work-table")
    told = [line for one in book.engagements for line in _team(one, book)]
    return (table, *((Bullets(tuple(told)),) if told else ()))


def _team(one: Engagement, book: AuditBook) -> list[str]:
    """Say what the level means, whose words allow the work, and what the team declared."""
    lines = []
    if (scope := book.scopes.get(one.level)) is not None:
        aside = "" if one.budget_hours is None else f", {one.budget_hours:,} set aside"
        hours = f"{scope.hours:,} hours at most{aside}"
        looked = f"{scope.interviews} interviews; {', '.join(scope.documents)}"
        lines.append(f"{one.title}, level {one.level.value}: {hours}; {looked}.")
    if one.clause is not None:
        lines.append(f"{one.title} rests on Section {one.clause.section}: “{one.clause.quote}”")
    for declared in book.independence:
        if declared.engagement == one.id:
            interests = without_small_counts(declared.interests)
            what = f"{declared.member} declared on {declared.on}: interests: {interests}"
            free = "; the fee does not depend on the result" if declared.is_fee_free else ""
            lines.append(f"{what}; paid {declared.fee}{free}.")
    return lines


def _procedures(book: AuditBook) -> tuple[Block, ...]:
    if not book.procedures:
        return ()
    titles = ("To find out", "Looked at", "Expected", "Came out")
    papers = {one.procedure: one for one in book.workpapers if book.reviewers_of(one)}
    is_shared = book.programme is not None and book.programme.is_shared
    rows = tuple(
        _procedure(one, KEPT if is_shared else came_out(one, papers.get(one.id)))
        for one in book.procedures
    )
    table = Table("What was done", tuple(map(Column, titles)), rows, anchor="procedures-table")
    drawn = [one for one in book.procedures if one.sample is not None and not one.sample.is_whole]
    return (table, *_seeds(drawn))


def _procedure(one: Procedure, result: str) -> Row:
    looked = "no list" if one.sample is None else looked_at(one.sample)
    cells = (one.objective, looked, one.expected, result)
    return Row(tuple(without_small_counts(part) for part in cells))


def looked_at(sample: Sample) -> str:
    """Say what is looked at of a list.

    Examples
    --------
    >>> looked_at(Sample("lines of the report", 27, 27))
    'all 27 of: lines of the report'
    """
    if sample.is_whole:
        return f"all {sample.population:,} of: {sample.drawn_from}"
    return f"{sample.size:,} of {sample.population:,}, drawn by seed: {sample.drawn_from}"


def came_out(one: Procedure, paper: Workpaper | None) -> str:
    """Say what came out of a procedure, with the bound of its sample.

    Parameters
    ----------
    one
        The procedure.
    paper
        Its workpaper that somebody has looked over; None where there is none.
    """
    if paper is None:
        return "not done and reviewed yet"
    if one.sample is None or paper.deviations is None:
        return "done and reviewed"
    if one.sample.may_show(paper.deviations):
        words = f"{paper.deviations:,} of {one.sample.size:,} did not agree"
    else:
        words = "how many did not agree is not shown: each line is a person"
    bound = one.sample.shown_bound(paper.deviations)
    if one.sample.is_whole or bound is None:
        return words
    return f"{words}; at most {100 * bound:.1f} % of the whole list (95 %)"


def _seeds(drawn: Sequence[Procedure]) -> tuple[Block, ...]:
    if not drawn:
        return ()
    entries = tuple(
        Definition(
            f"Seed for: {without_small_counts(one.objective)}",
            f"“{one.sample.seed}”; it draws {_first(one)}",
        )
        for one in drawn
        if one.sample is not None
    )
    return (Prose(_HOW_DRAWN), Definitions(entries))


def _first(one: Procedure) -> str:
    """Name the first lines that a seed draws, so that a reader can check a drawing of their own."""
    places = one.sample.places if one.sample else ()
    more = ", and so on" if len(places) > 5 else ""
    return f"the lines {', '.join(map(str, places[:5]))}{more}"
