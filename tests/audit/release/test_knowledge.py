"""Counts of the same people are one count, and what does not fit together is refused."""

import numpy as np
import pytest

from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.evidence import release
from fairterms.audit.release.knowledge import gather, key_of
from fairterms.units.refusal import Refusal
from tests.audit.release.outsider import table

NOTHING = np.zeros(3, bool)


def test_every_count_is_a_sum_of_finest_groups() -> None:
    counts = table([[4, 30], [60, 90]])
    knowledge = gather([counts], [])
    assert (knowledge.sums @ counts.counts.reshape(-1) == knowledge.counts).all()
    assert (knowledge.counts[knowledge.places(counts)] == counts.with_margins()).all()


def test_the_total_of_one_table_is_the_total_of_the_other() -> None:
    sex = CountTable("sex", ("x",), (Axis("sex", ("women", "men")),), np.array([8, 40]))
    age = CountTable("age", ("x",), (Axis("age", ("young", "old")),), np.array([24, 24]))
    assert key_of(sex, (2,)) == key_of(age, (2,))
    assert len(gather([sex, age], []).names) == 5


def test_two_different_totals_of_the_same_people_are_refused() -> None:
    sex = CountTable("sex", ("x",), (Axis("sex", ("women", "men")),), np.array([8, 40]))
    age = CountTable("age", ("x",), (Axis("age", ("young", "old")),), np.array([24, 25]))
    with pytest.raises(Refusal, match="different counts of the same people"):
        gather([sex, age], [])


def test_the_people_between_any_two_of_three_releases_are_counted() -> None:
    first, second = table([20, 20], ("a",)), table([30, 40], ("a", "b"))
    third = table([70, 70], ("a", "b", "c"))
    knowledge = gather([third], [(first, NOTHING), (second, NOTHING)])
    found = dict(zip(knowledge.keys, knowledge.counts.tolist(), strict=True))
    asked = key_of(first, (0,))[1]
    assert found[frozenset("b"), asked] == 10
    assert found[frozenset("c"), asked] == 40
    assert found[frozenset("bc"), asked] == 50
    assert knowledge.is_withheld.sum() == 12  # a with c, too


def test_people_are_found_by_subtracting_twice() -> None:
    every = table([64, 90], ("a", "b", "c"))
    knowledge = gather(
        [every], [(table([20, 30], ("a",)), NOTHING), (table([40, 30], ("b",)), NOTHING)]
    )
    found = dict(zip(knowledge.keys, knowledge.counts.tolist(), strict=True))
    assert found[frozenset("c"), key_of(every, (0,))[1]] == 4


def test_a_later_release_that_lost_people_is_refused() -> None:
    with pytest.raises(Refusal, match="counts fewer than a part of it"):
        gather([table([19, 60], ("a", "b"))], [(table([20, 20], ("a",)), NOTHING)])


def test_other_groups_of_the_same_kind_need_their_parts() -> None:
    one = CountTable("one", ("x",), (Axis("age", ("young", "old")),), np.array([24, 24]))
    other = CountTable("other", ("x",), (Axis("age", ("0-40", "41+")),), np.array([20, 28]))
    with pytest.raises(Refusal) as caught:
        gather([one, other], [])
    assert caught.value.fix == (
        "use its groups, with 0 where nobody is, or say what each group is made of"
    )


def test_a_kind_of_group_is_the_same_in_capitals() -> None:
    # Else four people who came to Elm in the second half could be had by subtracting.
    half = CountTable("half", ("h1",), (Axis("clinic", ("Elm", "Oak")),), np.array([30, 40]))
    axis = Axis(" Clinic", ("Elm", "Oak"))
    year = CountTable("year", ("h1", "h2"), (axis,), np.array([34, 60]))
    first = release([half])
    assert first.tables[0].grid() == (("30",), ("40",), ("70",))
    assert release([year], [first]).tables[0].grid()[0] == ("not shown",)


def test_people_between_two_coarse_groups_are_one_group_though_it_has_two_parts() -> None:
    # 44 and 40 tell of four people of 41 to 50, though of neither 41-45 nor 46-50 alone.
    low, high = (("0-40",), ("41-45", "46-50", "51+")), (("0-40", "41-45", "46-50"), ("51+",))
    first, second = (
        CountTable("ages", ("x",), (Axis("age", ("young", "old"), parts),), np.array(counts))
        for parts, counts in ((low, [40, 64]), (high, [44, 60]))
    )
    assert gather([first, second], []).sums.shape[1] == 3
    with pytest.raises(Refusal, match="a crossing of the groups"):
        release([second], [release([first])])


def test_too_many_finest_groups_are_refused() -> None:
    with pytest.raises(Refusal, match=r"10,000 finest groups are more than the 5,000"):
        gather([table(np.full((100, 100), 20))], [])


def test_tables_of_other_people_may_have_other_groups_and_what_was_shown_stays_shown() -> None:
    hidden = np.array([True, True, False])
    knowledge = gather([table([14, 40, 50])], [(table([14, 40], ("2026",)), hidden)])
    assert not knowledge.is_withheld[knowledge.places(table([14, 40, 50]))].any()
    again = gather([table([14, 40])], [(table([14, 40]), hidden)])
    assert again.is_printed.tolist() == [False, False, True]
    assert not again.is_withheld.any()
