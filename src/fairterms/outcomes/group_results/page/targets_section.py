"""The contract's targets beside the group's own results: how likely, how fair, what instead."""

from collections.abc import Mapping, Sequence

from fairterms.outcomes.group_results.assessment import MeasureAssessment, TargetAssessment
from fairterms.outcomes.group_results.page.wording import (
    between,
    chance,
    counted,
    dollars,
    percent,
    points,
)
from fairterms.outcomes.small_cells.audience import Audience, may_show_rate
from fairterms.outcomes.targets.benchmark import Benchmark, BenchmarkStep
from fairterms.outcomes.targets.target import Target
from fairterms.publish.blocks import Block, Bullets, Callout, Heading, Prose
from fairterms.publish.inline import Term
from fairterms.publish.number_blocks import Column, Row, Table

_WORDS = (
    "Each target is judged by the group's own patients. The chance is that of next year, if the "
    "group's true rate stays as it is and as many patients come."
)


def targets_section(
    assessed: Sequence[MeasureAssessment],
    titles: Mapping[str, str],
    assumed: Mapping[str, float],
    left_out: Sequence[str],
    audience: Audience = Audience.GROUP,
) -> list[Block]:
    """Show each measure with its targets.

    Parameters
    ----------
    assessed
        The measures that could be worked out.
    titles
        What the contract calls each measure, by id.
    assumed
        The rate the expected scenario assumes, by measure.
    left_out
        Sentences about measures that could not be worked out, and why.
    audience
        Whose eyes the page is for: outside, a measure with a count of 1 to 10 people is left out.
    """
    hidden = [one for one in assessed if audience is Audience.OUTSIDE and _is_telling(one)]
    assessed = [one for one in assessed if one not in hidden]
    left_out = [*left_out, *(_hidden(one, titles) for one in hidden)]
    blocks: list[Block] = [Heading(2, "The contract's targets", "targets"), Prose(_WORDS)]
    if assessed:
        blocks.append(_overview(assessed, titles))
    if left_out:
        title = "Not every measure could be worked out."
        blocks.append(Callout("warning", title, (Bullets(tuple(left_out)),)))
    wrong = [sentence for one in assessed for sentence in _unlike(one, titles, assumed)]
    if wrong:
        title = "The expected scenario does not look like the group's own records."
        blocks.append(Callout("warning", title, (Bullets(tuple(wrong)),)))
    for one in assessed:
        blocks += _measure(one, titles.get(one.declared.measure, one.declared.measure))
    return blocks


def _is_telling(one: MeasureAssessment) -> bool:
    """Say whether a year's counts, or the years together, would tell of 1 to 10 people."""
    counts = [(year.reached, year.n, year.followed) for year in one.years if year.n]
    pairs = [(reached, n) for reached, n, _ in counts]
    pairs += [(followed, n) for _, n, followed in counts if followed is not None]
    return any(not may_show_rate(part, n) for part, n in pairs)


def _hidden(one: MeasureAssessment, titles: Mapping[str, str]) -> str:
    title = titles.get(one.declared.measure, one.declared.measure)
    return f"{title}: a count of 1 to 10 people stands in it, so it stays in the group's room."


def _unlike(
    one: MeasureAssessment, titles: Mapping[str, str], assumed: Mapping[str, float]
) -> list[str]:
    """Say where a scenario assumes a rate that the records make unlikely."""
    rate = assumed.get(one.declared.measure)
    pooled = one.baseline.pooled
    if rate is None or pooled.low <= rate <= pooled.high:
        return []
    words = (
        f"{titles.get(one.declared.measure, one.declared.measure)}: the scenario assumes "
        f"{percent(rate)}, the records show {percent(pooled.rate)} "
        f"({between(pooled.low, pooled.high)})."
    )
    return [words]


def said(target: Target) -> str:
    """Write a target.

    Examples
    --------
    >>> from fairterms.outcomes.targets.target import Direction
    >>> said(Target(0.45, Direction.AT_LEAST))
    'at least 45 %'
    """
    written = percent(target.rate, 2).replace(".00 %", " %")
    return f"{target.direction.value} {written}"


def _overview(assessed: Sequence[MeasureAssessment], titles: Mapping[str, str]) -> Block:
    rows = tuple(
        Row(
            (
                titles.get(one.declared.measure, one.declared.measure),
                said(target.asked.target),
                dollars(target.asked.dollars),
                percent(one.baseline.latest.rate),
                chance(target.met_now),
                _fails(target),
            )
        )
        for one in assessed
        for target in one.targets
    )
    columns = (
        Column("Measure"),
        Column("Target"),
        Column("Worth", "right"),
        Column("Last year", "right"),
        Column("Chance to meet it", "right"),
        Column("An average group fails", "right"),
    )
    note = (
        "Worth: what reaching the target adds in the expected scenario, all else as it is there. "
        "The last column says how often chance alone makes an average group of this size fail."
    )
    return Table("Every target at a glance", columns, rows, footnote=note)


def _fails(target: TargetAssessment) -> str:
    return "–" if target.average_fails is None else chance(target.average_fails)


def _measure(one: MeasureAssessment, title: str) -> list[Block]:
    blocks: list[Block] = [Heading(3, title), _years(one), Prose(_basis(one))]
    blocks.append(Bullets(sentences(one)))
    blocks += _steps(one.declared.benchmark)
    return blocks


def sentences(one: MeasureAssessment) -> tuple[str, ...]:
    """Say what follows for each target, what would be fair, and what a reader must know."""
    found = [sentence for target in one.targets for sentence in _sentences(one, target)]
    return (*found, *_proposal(one), *one.notes)


def _years(one: MeasureAssessment) -> Block:
    rows = [
        Row(
            (
                rate.name,
                f"{rate.reached:,.0f}",
                f"{rate.n:,.0f}",
                percent(rate.rate),
                between(rate.low, rate.high),
            )
        )
        for rate in one.baseline.years
    ]
    pooled = one.baseline.pooled
    cells = (
        "all years",
        f"{pooled.reached:,.0f}",
        f"{pooled.n:,.0f}",
        percent(pooled.rate),
        between(pooled.low, pooled.high),
    )
    columns = (
        Column("Year"),
        Column("Reached", "right"),
        Column("Patients", "right"),
        Column("Rate", "right"),
        Column("Chance allows", "right"),
    )
    trend = one.baseline.trend
    note = ""
    if trend is not None:
        note = (
            f"Change a year: {points(trend.per_year)} "
            f"({points(trend.low)} to {points(trend.high)})."
        )
    return Table(
        f"Baseline by the measure “{one.declared.by}”",
        columns,
        (*rows, Row(cells, "total")),
        footnote=note,
    )


def _basis(one: MeasureAssessment) -> tuple[str | Term, ...]:
    reached, n, words = one.rests_on
    lead = f"The chances rest on {reached:,} of {counted(n, 'patient')}: {words}. "
    peers = one.declared.peers
    if peers is None or one.reliability is None:
        return (lead,)
    others = (
        f"An average group reaches {percent(peers.average)}, and groups differ by "
        f"{100 * peers.spread:.1f} points ({peers.source}). At this size the "
    )
    return (
        lead,
        others,
        Term("reliability", "the share of the differences between groups that is real, not chance"),
        f" of the rate is {one.reliability:.2f}.",
    )


def _sentences(one: MeasureAssessment, target: TargetAssessment) -> list[str]:
    name = said(target.asked.target)
    found = [f"{name.capitalize()}: the chance to meet it is {chance(target.met_now)}."]
    then = target.met_with_follow_up
    if then is not None:
        found.append(
            f"{name.capitalize()} with better follow-up: {percent(then.share_now, 0)} of patients "
            f"are asked again now. With {percent(then.share_then, 0)} the chance goes from "
            f"{chance(then.now)} to between {chance(then.if_none)} (if none of the others reached "
            f"it) and {chance(then.if_same)} (if they did as well)."
        )
    if target.average_fails is not None and one.declared.allowed_to_fail is not None:
        found.append(_fairness(one, target, name))
    return found


def _fairness(one: MeasureAssessment, target: TargetAssessment, name: str) -> str:
    allowed = one.declared.allowed_to_fail
    assert allowed is not None, "asked only with a chance both sides accept"
    assert target.average_fails is not None, "asked only with peers"
    lead = (
        f"{name.capitalize()}: an average group of this size fails it by chance in "
        f"{chance(target.average_fails)} of years; {chance(allowed)} is accepted."
    )
    if target.average_fails <= allowed:
        return f"{lead} It is fair at this size."
    if target.patients_needed is None:
        return f"{lead} No number of patients makes it fair: it asks for more than the average."
    needed = counted(target.patients_needed, "patient")
    return f"{lead} It would be fair from {needed} on."


def _proposal(one: MeasureAssessment) -> list[str]:
    proposed = one.proposed
    if proposed is None:
        return []
    words = (
        f"A fair target at {counted(proposed.n, 'patient')} is {said(proposed.target)}: an average "
        f"group fails it in {chance(proposed.average_fails)} of years, and this group meets it "
        f"in {chance(proposed.group_meets)}."
    )
    return [words]


def _steps(benchmark: Benchmark | None) -> list[Block]:
    """Show how far the benchmark's eight steps are agreed."""
    if benchmark is None:
        words = (
            "How this target was set is not recorded. A benchmark is set in eight steps, each "
            "agreed by both sides; record them under [[measured.step]] in outcomes.toml."
        )
        return [Prose(words)]
    lacking = benchmark.incomplete
    rows = []
    for step in BenchmarkStep:
        record = benchmark.record(step)
        open_points = "; ".join(one.what for one in lacking if one.step is step)
        settled = record.settled if record else ""
        rows.append(Row((f"{step.number}. {step.value}", settled or "–", open_points or "agreed")))
    columns = (Column("Step"), Column("Settled"), Column("State"))
    return [Table("How the benchmark was set", columns, tuple(rows))]
