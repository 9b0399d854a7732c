"""Whether a harmed subgroup is found: the product's search beside tests of one fact at a time."""

import time
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from benchmarks.detection_worlds import Records, declare

from fairterms.outcomes.comparison.chance import normal_probability
from fairterms.outcomes.exceptions import scan_significance
from fairterms.outcomes.exceptions.cohort import Cohort, assemble
from fairterms.outcomes.exceptions.null_worlds import fit
from fairterms.outcomes.exceptions.subgroup import Attribute, KnownAt, Subgroup
from fairterms.outcomes.group_results.own_episodes import OwnEpisodes
from fairterms.outcomes.group_results.subgroup_search import LOOKED_AT, SETTINGS, search

Flags = npt.NDArray[np.bool_]
LEVEL: Final = 0.05
ADJUSTED: Final = ("first score",)
"""What the contract's case mix rests on where it has one."""
NAIVE_REPLICATES: Final = 39


@dataclass(frozen=True)
class Searched:
    """What the product's search said.

    Attributes
    ----------
    is_surprising
        Whether the p-value of the earlier years is at most 0.05.
    is_confirmed
        Whether it is also there again in the last year.
    said
        The subgroup in words.
    members, judged
        Ids of the patients of the subgroup, and of all judged.
    seconds
        Of processor.
    """

    is_surprising: bool
    is_confirmed: bool
    said: str
    members: frozenset[str]
    judged: frozenset[str]
    seconds: float

    def overlap(self, truly: frozenset[str]) -> tuple[float, float]:
        """Return precision and recall among the patients judged."""
        hit = len(self.members & truly)
        return hit / max(1, len(self.members)), hit / max(1, len(self.judged & truly))


def search_group(known: Records, adjusts_for: tuple[str, ...] = ADJUSTED) -> Searched:
    """Search as the product does: earlier years, then the last one again."""
    start = time.process_time()
    found = search(known.table, declare(adjusts_for), 0, None)
    seconds = time.process_time() - start
    subgroup, table = found.significance.more.found.subgroup, known.table
    inside = table.is_judged & _members(table, subgroup)
    return Searched(
        found.is_surprising,
        found.is_surprising and found.confirmation.is_confirmed,
        str(subgroup),
        frozenset(table.person[inside].tolist()),
        frozenset(table.person[table.is_judged].tolist()),
        seconds,
    )


def one_at_a_time(known: Records, adjusts_for: tuple[str, ...] = ADJUSTED) -> tuple[float, int]:
    """Test each value of each fact by itself; return the lowest one-sided p, and how many tests.

    Notes
    -----
    z = (O − E)/√Σp(1 − p) of the patients with the value, p from the same case mix, all patients
    taken as independent.
    """
    cohort = early_cohort(known.table, adjusts_for)
    expected = fit(cohort).expected
    gap, variance = cohort.outcomes - expected, expected * (1 - expected)
    chances = [
        float(1 - normal_probability(gap[inside].sum() / np.sqrt(variance[inside].sum())))
        for at, attribute in enumerate(cohort.attributes)
        for value in range(len(attribute.values))
        if (inside := cohort.codes[:, at] == value).any()
    ]
    return min(chances), len(chances)


def naive_and_right(known: Records) -> tuple[float, float]:
    """Return the scan's p-value without provider effects, and with them, from as many worlds."""
    cohort = early_cohort(known.table, ADJUSTED)
    found = scan_significance.judge(cohort, SETTINGS, replicates=NAIVE_REPLICATES).more
    assert found.naive_p_value is not None, "it was asked for"
    return found.naive_p_value, found.p_value


def early_cohort(table: OwnEpisodes, adjusts_for: tuple[str, ...]) -> Cohort:
    """Gather the patients of all years but the last, with their failures."""
    is_early = table.is_judged & (table.year < declare().years[-1])
    names = [*LOOKED_AT, *(name for name in table.words if name.endswith(" need"))]
    attributes, codes = [], []
    for name in names:
        values, places = np.unique(table.words[name][is_early].astype(str), return_inverse=True)
        if values.size > 1:
            attributes.append(Attribute(name, tuple(values.tolist()), KnownAt.INTAKE))
            codes.append(places)
    facts = np.empty((int(is_early.sum()), 0))
    if adjusts_for:
        facts = np.column_stack([table.numbers[name][is_early] for name in adjusts_for])
    return assemble(
        attributes,
        np.column_stack(codes),
        ~table.is_improved[is_early],
        table.clinician[is_early].astype(str),
        facts,
        adjusts_for,
    )


def _members(table: OwnEpisodes, subgroup: Subgroup) -> Flags:
    inside = np.ones(table.year.shape, dtype=np.bool_)
    for attribute, places in subgroup.parts:
        values = [attribute.values[place] for place in places]
        inside &= np.isin(table.words[attribute.name].astype(str), values)
    return inside
