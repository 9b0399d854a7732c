"""The page of a group's results: targets, patients, clinicians, and the records behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fairterms.outcomes.group_results.page.both_sides_section import both_sides_section
from fairterms.outcomes.group_results.page.case_mix_section import case_mix_section
from fairterms.outcomes.group_results.page.clinicians_section import clinicians_section
from fairterms.outcomes.group_results.page.course_section import course_section, exceptions_section
from fairterms.outcomes.group_results.page.equity_section import equity_section
from fairterms.outcomes.group_results.page.other_measures_section import other_measures_section
from fairterms.outcomes.group_results.page.readings_section import readings_section
from fairterms.outcomes.group_results.page.records_section import records_section
from fairterms.outcomes.group_results.page.subgroups_section import subgroups_section
from fairterms.outcomes.group_results.page.targets_section import targets_section
from fairterms.outcomes.group_results.page.wording import chance
from fairterms.outcomes.group_results.results import Results
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Bullets, Callout, Contents, Heading, Prose
from fairterms.publish.number_blocks import Figures, KeyNumber
from fairterms.publish.page import Report

FOOTER = (
    "Made with Fairterms from the group's own records. It helps you ask better questions.",
    "It is neither medical nor legal advice.",
)
_OWN_ROOM = (
    "This page compares clinicians and counts few patients. It is for the group's own room: do "
    "not send it to the plan. The page for others is made with --outside."
)
_OUTSIDE = (
    "This page may leave the group's room: it names nobody, and counts of 1 to 10 people are not "
    "shown."
)


def build(
    results: Results,
    group: str,
    titles: Mapping[str, str],
    audience: Audience,
    made_on: str,
    more: Sequence[Block] = (),
) -> Report:
    """Build the page.

    Parameters
    ----------
    results
        What the records say.
    group
        The group's name.
    titles
        What the contract calls each measure, by id.
    audience
        Whose eyes the page is for.
    made_on
        The day, as ISO 8601.
    more
        Blocks that follow the sections: what other rooms say of the same records.
    """
    is_own = audience is Audience.GROUP
    blocks: list[Block] = [
        Callout("warning" if is_own else "note", _OWN_ROOM if is_own else _OUTSIDE),
        *_head(results),
        Contents(),
        *sections(results, titles, audience),
        *more,
        *records_section(results.loaded, audience),
    ]
    return Report(
        title=f"{group}: the results behind the contract",
        subtitle="What the group's own records say about the contract's targets",
        blocks=tuple(blocks),
        footer=FOOTER,
        made_on=made_on,
    )


def sections(results: Results, titles: Mapping[str, str], audience: Audience) -> list[Block]:
    """Show everything but the records, so that other reports can hold the same pages.

    Parameters
    ----------
    results, titles, audience
        As for :func:`build`.
    """
    return [
        *_measures(results, titles, audience),
        *_patients(results, titles, audience),
        *_people_who_treat(results, audience),
        *_gaps(results, audience),
    ]


def _measures(results: Results, titles: Mapping[str, str], audience: Audience) -> list[Block]:
    left_out = _left_out(results, titles, audience)
    return [
        *targets_section(results.assessed, titles, results.assumed, left_out, audience),
        *other_measures_section(results.measured, titles, audience),
        *readings_section(results.open_measures, titles, audience),
    ]


def _patients(results: Results, titles: Mapping[str, str], audience: Audience) -> list[Block]:
    blocks: list[Block] = []
    if results.expectation is not None and results.episodes is not None:
        blocks += course_section(results.expectation, results.episodes, audience)
        if audience is Audience.GROUP:
            blocks += exceptions_section(results.expectation)
    if results.case_mix is not None:
        blocks += case_mix_section(results.case_mix, results.declaration.adjusts_for, audience)
    if results.subgroups is not None:
        blocks += subgroups_section(results.subgroups, titles, audience)
    if results.equity is not None:
        blocks += equity_section(results.equity, audience)
    return blocks


def _people_who_treat(results: Results, audience: Audience) -> list[Block]:
    blocks: list[Block] = []
    if results.clinicians is not None and audience is Audience.GROUP:
        assert results.declaration.progress is not None, "clinicians are compared by progress"
        progress, years = results.declaration.progress, results.declaration.years
        blocks += clinicians_section(results.clinicians, progress, years)
    if results.both_sides is not None:
        blocks += both_sides_section(results.both_sides, audience)
    return blocks


def _gaps(results: Results, audience: Audience) -> list[Block]:
    if not results.gaps:
        return []
    is_own = audience is Audience.GROUP
    # Why something could not be looked at may count a few people.
    gaps = [gap if is_own else f"{gap.partition(':')[0]}." for gap in results.gaps]
    heading = Heading(2, "What could not be looked at", "gaps")
    return [heading, Bullets(tuple(dict.fromkeys(gaps)))]


def _left_out(results: Results, titles: Mapping[str, str], audience: Audience) -> Sequence[str]:
    """Name the measures that are left out; why may count a few people, so not outside."""
    is_own = audience is Audience.GROUP
    named = [(titles.get(one.measure, one.measure), one.why) for one in results.not_measured]
    return [f"{title}: {why}." if is_own else f"{title}." for title, why in named]


def _head(results: Results) -> list[Block]:
    """Say in three numbers what a reader takes away."""
    judged = [target for one in results.assessed for target in one.targets]
    if not judged:
        words = "No target of the contract could be set beside the group's own results yet."
        return [Prose(words)]
    likely = sum(target.met_now >= 0.5 for target in judged)
    unfair = [t for t in judged if t.average_fails is not None and t.average_fails > 0.5]
    hardest = min(judged, key=lambda target: target.met_now)
    numbers = [
        KeyNumber(
            "Targets the group will more likely meet than miss", f"{likely} of {len(judged)}"
        ),
        KeyNumber("The hardest target", chance(hardest.met_now), "chance to meet it next year"),
    ]
    if any(target.average_fails is not None for target in judged):
        note = "an average group of this size would more likely miss them"
        numbers.append(KeyNumber("Targets above the average", f"{len(unfair)}", note))
    return [Figures(tuple(numbers))]
