"""Whether poor results gather in a subgroup, and what would follow for the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import numpy as np

from fairterms.outcomes.exceptions import lifted_penalty, scan_significance
from fairterms.outcomes.exceptions.cohort import Cohort, assemble
from fairterms.outcomes.exceptions.confirm import (
    Confirmation,
    ConfirmationRules,
    carry_over,
    confirm,
)
from fairterms.outcomes.exceptions.lifted_penalty import GroupResult, LiftedPenalty
from fairterms.outcomes.exceptions.missing_adjuster import GroupShare, MissingAdjuster, examine
from fairterms.outcomes.exceptions.risk_category import (
    CategoryLimits,
    CategoryPeriod,
    PooledExceptions,
    RiskCategory,
    Side,
    Signature,
)
from fairterms.outcomes.exceptions.scan import ScanSettings
from fairterms.outcomes.exceptions.scan_significance import Significance
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt
from fairterms.outcomes.group_results.declaration import Declaration
from fairterms.outcomes.group_results.own_episodes import UNKNOWN, OwnEpisodes
from fairterms.outcomes.patient_change.scores import Flags
from fairterms.outcomes.targets.minimum_count import MinimumCount
from fairterms.reference.evidence import Basis, Evidence
from fairterms.units.period import Period, calendar_year
from fairterms.units.refusal import Refusal

ALIKE: Final = "first score"
"""Patients are always compared with those equally ill at the start: points of improvement depend on
where a score begins, and every search would find that first."""
LOOKED_AT: Final = ("age", "comorbidity", "earlier episode", "sex")
"""Facts searched, beside each social need. Race, ethnicity and language stand under equity: a worse
result there is a disparity to be closed, never an expectation to be lowered."""
SETTINGS: Final = ScanSettings(penalty=1.0, seed=1, restarts=5)
REPLICATES: Final = 59
SURPRISING: Final = 0.05
ORDERED: Final = ("age",)
MINIMUM: Final = MinimumCount(
    30, "confirming a subgroup", Basis("a choice: the count most measures use", Evidence.GENERAL)
)
LIMITS: Final = CategoryLimits(most_share=0.25, most_growth=0.25, intake_days=30, review_days=366)
"""What the page shows to begin with; both sides agree to their own."""

Pay = Callable[[float], Decimal]
"""From the rate of a measure to what the plan pays, in dollars."""


@dataclass(frozen=True)
class PricedRate:
    """The measure a subgroup's gap is priced by.

    Attributes
    ----------
    measure
        Its id.
    rate
        The group's own rate.
    pay
        What the plan pays at a rate, all else as in the expected scenario.
    """

    measure: str
    rate: float
    pay: Pay


@dataclass(frozen=True, eq=False)
class SubgroupSearch:
    """What a search for harmed subgroups found.

    Attributes
    ----------
    searched, confirmed_in
        The years searched, and the later one in which the finding was looked for again.
    significance
        What was found, with its p-values.
    confirmation
        Whether it is there again among other patients.
    adjuster
        Which facts the contract's own case mix lacks, and what that costs; None without a price.
    lifted
        What a risk category of its own would change in the year looked at, were it signed before;
        None where it is not confirmed or not priced.
    members
        Patients of the subgroup in the later year, of all who were judged.
    priced_by
        The measure behind the dollars; None without one.
    """

    searched: tuple[int, int]
    confirmed_in: int
    significance: Significance
    confirmation: Confirmation
    adjuster: MissingAdjuster | None
    lifted: LiftedPenalty | None
    members: tuple[int, int]
    priced_by: str | None

    @property
    def is_surprising(self) -> bool:
        """Whether chance with unlike providers rarely gives such a subgroup."""
        return self.significance.more.p_value <= SURPRISING


def search(
    table: OwnEpisodes, declaration: Declaration, exceptions: int, priced: PricedRate | None
) -> SubgroupSearch:
    """Search earlier years for a subgroup with more failures, and look for it again in the last.

    Parameters
    ----------
    table
        The episodes.
    declaration
        Years, and the facts the contract adjusts for.
    exceptions
        Patients off track in the judged year.
    priced
        The measure that prices a gap; None where nothing is priced.

    Raises
    ------
    Refusal
        Where there is one year only, too few patients, or no clinician on record.
    """
    years = declaration.years
    if len(years) < 2:
        raise Refusal(
            "subgroups",
            "there is one year only",
            "what is found must be looked for again among other patients",
            "add the records of an earlier year",
        )
    is_early = table.is_judged & (table.year >= years[0]) & (table.year < years[-1])
    is_late = table.is_judged & (table.year == years[-1])
    attributes = _attributes(table, is_early | is_late)
    if not attributes:
        raise Refusal(
            "subgroups",
            "no fact known at intake differs between the patients",
            "there is nothing to search",
            "record sex, diagnoses and social needs at intake",
        )
    wanted = dict.fromkeys([ALIKE, *declaration.adjusts_for])
    facts = [name for name in wanted if _differs(table, name, (is_early, is_late))]
    early = _cohort(table, is_early, attributes, facts)
    late = _cohort(table, is_late, attributes, facts)
    found = scan_significance.judge(early, SETTINGS, replicates=REPLICATES, has_naive=False)
    rules = ConfirmationRules(
        found_in=Period(calendar_year(years[0]).first, calendar_year(years[-2]).last),
        confirmed_in=calendar_year(years[-1]),
        minimum=MINIMUM,
        false_discovery_rate=SURPRISING,
        seed=SETTINGS.seed,
    )
    again = confirm([found.more.found], late, carry_over(early, late), rules)[0]
    inside = found.more.found.subgroup.members(late.attributes, late.codes)
    share = GroupShare(late.patients, int(inside.sum()))
    adjuster = _adjuster(found, declaration, share, priced)
    lifted = None
    if again.is_confirmed and priced is not None:
        category = _category(table, found, again, (years, exceptions))
        lifted = _lift(category, late, inside, priced)
    return SubgroupSearch(
        (years[0], years[-2]),
        years[-1],
        found,
        again,
        adjuster,
        lifted,
        (share.members, share.patients),
        priced.measure if priced else None,
    )


def _attributes(table: OwnEpisodes, is_used: Flags) -> tuple[Attribute, ...]:
    """Return the facts with two values or more among the patients used."""
    needs = [name for name in table.words if name.endswith(" need")]
    found = []
    for name in (*LOOKED_AT, *needs):
        values = tuple(_ordered(name, table, is_used))
        if len(values) > 1:
            is_ordered = name in ORDERED
            found.append(Attribute(name, values, KnownAt.INTAKE, is_ordered))
    return tuple(found)


def _ordered(name: str, table: OwnEpisodes, is_used: Flags) -> list[str]:
    """Return a fact's values: in the order of their bands where they have one."""
    column = table.words[name][is_used]
    values = [str(value) for value in np.unique(column.astype(str))]
    if name == "age":
        ages = table.numbers["age"][is_used]
        known = [one for one in values if one != UNKNOWN]
        rest = [one for one in values if one == UNKNOWN]
        return sorted(known, key=lambda one: float(np.min(ages[column == one]))) + rest
    return values


def _differs(table: OwnEpisodes, name: str, used: tuple[Flags, Flags]) -> bool:
    """Say whether a fact differs between the patients of both times; else it adjusts nothing."""
    if name not in table.numbers:
        return False
    column = table.numbers[name]
    return all(is_used.any() and np.ptp(column[is_used]) > 0 for is_used in used)


def _cohort(
    table: OwnEpisodes,
    is_kept: Flags,
    attributes: Sequence[Attribute],
    names: Sequence[str],
) -> Cohort:
    """Gather patients with their failures: no improvement by the declared points."""
    codes = np.column_stack(
        [_codes(attribute, table.words[attribute.name][is_kept]) for attribute in attributes]
    )
    facts = np.empty((int(is_kept.sum()), 0))
    if names:
        facts = np.column_stack([table.numbers[name][is_kept] for name in names])
    return assemble(
        attributes,
        codes,
        ~table.is_improved[is_kept],
        table.clinician[is_kept].astype(str),
        facts,
        names,
    )


def _codes(attribute: Attribute, column: np.ndarray[tuple[int], np.dtype[np.object_]]) -> list[int]:
    place: Mapping[str, int] = {value: at for at, value in enumerate(attribute.values)}
    return [place[str(value)] for value in column]


def _adjuster(
    found: Significance, declaration: Declaration, share: GroupShare, priced: PricedRate | None
) -> MissingAdjuster | None:
    if priced is None or not found.more.found.subgroup.parts:
        return None

    def price(change: float) -> Decimal:
        # Their failures are in the group's rate already: without the excess it would be higher.
        fair = min(1.0, max(0.0, priced.rate + change))
        return priced.pay(priced.rate) - priced.pay(fair)

    rests_on = [attribute.name for attribute in found.more.found.subgroup.attributes]
    case_mix = [name for name in rests_on if _fact_behind(name) in declaration.adjusts_for]
    return examine(found.more.found, case_mix, share, price)


def _fact_behind(name: str) -> str:
    """Return the number at intake that a fact in words is read from."""
    if name.endswith(" need"):
        return "social needs"
    return {"severity": "first score", "comorbidity": "diagnoses"}.get(name, name)


def _category(
    table: OwnEpisodes,
    found: Significance,
    again: Confirmation,
    known: tuple[tuple[int, ...], int],
) -> RiskCategory:
    """Make the category as it would stand, were it signed before the last year began."""
    years, exceptions = known
    signed = calendar_year(years[-1] - 1).last
    subgroup = found.more.found.subgroup
    periods = []
    for year in years[:-1]:
        is_kept = table.is_judged & (table.year == year)
        inside = _inside(table, is_kept, subgroup.attributes, found)
        reached = int((~table.is_improved[is_kept] & inside).sum())
        periods.append(
            CategoryPeriod(calendar_year(year), int(is_kept.sum()), int(inside.sum()), reached)
        )
    judged = int((table.year == years[-1]).sum())
    return RiskCategory(
        name=str(subgroup),
        population="the group's own patients",
        subgroup=subgroup,
        exceptions=PooledExceptions(calendar_year(years[-1]), judged, min(exceptions, judged), 0),
        search=found.more,
        confirmation=again,
        limits=LIMITS,
        periods=tuple(periods),
        signatures=tuple(Signature(side, "as if signed", signed) for side in Side),
    )


def _inside(
    table: OwnEpisodes,
    is_kept: Flags,
    attributes: Sequence[Attribute],
    found: Significance,
) -> Flags:
    codes = np.column_stack(
        [_codes(attribute, table.words[attribute.name][is_kept]) for attribute in attributes]
    )
    return found.more.found.subgroup.members(tuple(attributes), codes)


def _lift(category: RiskCategory, late: Cohort, inside: Flags, priced: PricedRate) -> LiftedPenalty:
    """Settle the last year with and without the category; failures there lower the rate paid."""
    failed = late.outcomes
    expected = float(failed.mean()) * float(inside.sum())
    result = GroupResult(
        period=calendar_year(category.confirmation.rules.confirmed_in.first.year),
        patients=late.patients,
        reached=int(failed.sum()),
        members=int(inside.sum()),
        members_reached=int(failed[inside].sum()),
        members_expected=expected,
    )
    base = float(failed.mean())

    nothing = priced.pay(0.0)

    def pay(rate_of_failure: float) -> Decimal:
        moved = min(1.0, max(0.0, priced.rate - (rate_of_failure - base)))
        return priced.pay(moved) - nothing

    return lifted_penalty.lift(category, result, pay)
