"""What the search found, in words: nothing, under watch, or confirmed with its price."""

from dataclasses import replace

import pytest

from fairterms.outcomes.group_results.page.subgroups_section import HIDDEN, subgroups_section
from fairterms.outcomes.group_results.subgroup_search import SubgroupSearch, search
from fairterms.outcomes.small_cells.audience import Audience
from tests.outcomes.group_results.made_up_deal import episodes
from tests.outcomes.group_results.page.shown import said
from tests.outcomes.group_results.test_subgroup_search import DECLARED, PRICED, people

TITLES = {"response": "Response to treatment"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> SubgroupSearch:
    table = episodes(tmp_path_factory.mktemp("deal"), people(0.55, each=80))
    return search(table, replace(DECLARED, years=(2024, 2025, 2026)), 4, PRICED)


def text(found: SubgroupSearch, audience: Audience = Audience.GROUP) -> str:
    return said(subgroups_section(found, TITLES, audience))


def unsurprising(found: SubgroupSearch) -> SubgroupSearch:
    more = replace(found.significance.more, p_value=0.4)
    return replace(found, significance=replace(found.significance, more=more))


def many(found: SubgroupSearch) -> SubgroupSearch:
    """The same search with large counts in the years searched."""
    more = found.significance.more
    large = replace(more.found, observed=60, patients=100)
    return replace(found, significance=replace(found.significance, more=replace(more, found=large)))


def test_a_surprising_subgroup_is_named_with_its_counts(found: SubgroupSearch) -> None:
    assert found.is_surprising
    inside = found.significance.more.found
    page = text(found)
    assert f"Found: {inside.subgroup}" in page
    assert f"{inside.observed:,} of {inside.patients:,} patients did not improve" in page
    assert "among the patients of 2024 to 2025" in page
    assert "looked for again among the patients of 2026" in page


def test_chance_alone_says_that_nothing_stands_out(found: SubgroupSearch) -> None:
    page = text(unsurprising(found))
    assert "Nothing stands out" in page
    assert "in 40 % of worlds" in page
    assert "Found:" not in page


def test_what_was_not_confirmed_changes_nothing(found: SubgroupSearch) -> None:
    again = replace(found.confirmation, objections=("too few patients of it came",))
    lost = replace(found, confirmation=again, lifted=None)
    assert not lost.confirmation.is_confirmed
    page = text(lost)
    assert "stays under watch and changes nothing" in page
    assert "too few patients of it came" in page
    assert "Priced by" not in page


def test_a_confirmed_one_is_priced_and_the_steps_are_named(found: SubgroupSearch) -> None:
    confirmed = replace(found, confirmation=replace(found.confirmation, objections=()))
    assert confirmed.confirmation.is_confirmed
    page = text(confirmed)
    assert "Priced by “Response to treatment”" in page
    assert "that costs the group $" in page
    assert "From exception to contract term" in page
    assert "Sign, both sides." in page
    share = found.members[0] / found.members[1]
    assert f"would hold {100 * share:.1f} %" in page


def test_without_a_price_it_says_so(found: SubgroupSearch) -> None:
    confirmed = replace(found.confirmation, objections=())
    bare = replace(found, confirmation=confirmed, adjuster=None, lifted=None, priced_by=None)
    assert "No measure of the contract prices this gap." in text(bare)


@pytest.mark.parametrize("members", [(9, 80), (72, 80)])
def test_outside_a_subgroup_of_few_is_not_even_named(
    members: tuple[int, int], found: SubgroupSearch
) -> None:
    few = replace(many(found), members=members)
    page = text(few, Audience.OUTSIDE)
    assert HIDDEN in page
    assert str(found.significance.more.found.subgroup) not in page
    assert "Found:" in text(few)


def test_outside_few_who_improved_are_not_shown_either(found: SubgroupSearch) -> None:
    more = found.significance.more
    most = replace(more.found, observed=more.found.patients - 3)
    telling = replace(found.significance, more=replace(more, found=most))
    assert HIDDEN in text(replace(found, significance=telling), Audience.OUTSIDE)


def test_outside_large_counts_are_shown(found: SubgroupSearch) -> None:
    page = text(replace(many(found), members=(30, 100)), Audience.OUTSIDE)
    assert "Found:" in page
