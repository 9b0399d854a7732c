"""What leaves the room: no count of 1 to 10 people can be worked out, now or later."""

import numpy as np
import pytest

from fairterms.audit.release import evidence
from fairterms.audit.release.count_table import Axis, CountTable
from fairterms.audit.release.evidence import ReleasedTable, release
from fairterms.audit.release.knowledge import Knowledge
from fairterms.outcomes.small_cells.system import Flags
from fairterms.units.refusal import Refusal
from tests.audit.release.outsider import (
    derivable_between,
    derivable_by_flow,
    draw,
    everything_possible,
    table,
)

FOUR_BY_FIVE = [[20, 50, 10, 11, 35], [8, 19, 22, 60, 3], [17, 32, 12, 25, 41], [0, 14, 45, 6, 90]]


def test_a_small_count_in_three_by_three_hides_a_rectangle() -> None:
    found = release([table([[5, 40, 50], [20, 60, 70], [80, 90, 99]])]).tables[0]
    assert found.grid() == (
        ("not shown", "not shown", "50", "95"),
        ("not shown", "not shown", "70", "150"),
        ("80", "90", "99", "269"),
        ("105", "190", "219", "514"),
    )


def test_four_by_five_keeps_every_small_count_between_1_and_more_than_10() -> None:
    found = release([table(FOUR_BY_FIVE)])
    assert len(found.proof) == 4
    assert all(bounds.low <= 1 and bounds.high == 11 for bounds in found.proof)
    assert derivable_by_flow(found.tables[0]) == 0
    assert found.share_hidden < 0.5


def test_one_mark_serves_small_and_larger_counts() -> None:
    texts = {text for row in release([table(FOUR_BY_FIVE)]).tables[0].grid() for text in row}
    assert "1 to 10" not in texts
    assert "not shown" in texts


def test_a_table_without_small_counts_is_shown_whole() -> None:
    found = release([table([[0, 30], [60, 90]])])
    assert not found.tables[0].is_hidden.any()
    assert found.proof == ()


def test_an_outsider_who_tries_every_table_finds_all_of_1_to_10_possible() -> None:
    for counts in ([[4, 12], [11, 3]], [[1, 1], [12, 0]], [3, 4, 11, 12]):
        found = release([table(counts)]).tables[0]
        (possible,) = everything_possible([found.grid()], [(0,)], 19)
        full = found.table.with_margins().reshape(-1)
        for at in np.flatnonzero((full >= 1) & (full <= 10)):
            assert set(range(1, 11)) <= set(possible[:, at].tolist())


def test_random_tables_stand_against_an_outsider_with_another_method() -> None:
    generator = np.random.default_rng(9)
    for _ in range(4):
        found = release([draw(generator, int(generator.integers(2, 5)), 3)])
        assert derivable_by_flow(found.tables[0]) == 0


@pytest.mark.slow
def test_a_hundred_random_tables_and_twenty_pairs_have_nothing_to_derive() -> None:
    generator = np.random.default_rng(99)
    for _ in range(100):
        found = release([draw(generator, 4, 5)])
        assert derivable_by_flow(found.tables[0]) == 0
    for _ in range(20):
        first = draw(generator, 3, 3)
        second = draw(generator, 3, 3).counts // 2 + first.counts
        half = release([table(first.counts, ("half",))])
        year = release([table(second, ("half", "rest"))], [half])
        assert derivable_between(half.tables[0], year.tables[0]) == 0


def test_skipping_the_complementary_step_releases_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_small(knowledge: Knowledge) -> Flags:
        return knowledge.is_small

    monkeypatch.setattr(evidence, "choose", only_small)
    with pytest.raises(Refusal, match="clinic 0, age 0: a count of 1 to 10 people could be worked"):
        release([table([[5, 40, 50], [20, 60, 70], [80, 90, 99]])])


def test_the_other_outsider_sees_the_skipped_step_too() -> None:
    counts = table([[5, 40, 50], [20, 60, 70], [80, 90, 99]])
    full = counts.with_margins()
    assert derivable_by_flow(ReleasedTable(counts, (full >= 1) & (full <= 10))) == 1


def test_people_who_came_between_two_releases_cannot_be_had_by_subtracting() -> None:
    half = release([table([40, 52, 61], ("half",))])
    assert not half.tables[0].is_hidden.any()
    counts = table([43, 90, 95], ("half", "rest"))
    assert not release([counts]).tables[0].is_hidden.any()
    year = release([counts], [half]).tables[0]
    assert year.is_hidden[0]
    assert year.is_hidden.sum() == 2
    assert [bounds.name for bounds in release([counts], [half]).proof] == [
        "visits: clinic 0 without visits: clinic 0"
    ]


def test_differences_stand_against_trying_every_table() -> None:
    half = release([table([12, 13], ("half",))])
    year = release([table([16, 25], ("half", "rest"))], [half])
    grids = [half.tables[0].grid(), year.tables[0].grid()]
    first, second = everything_possible(grids, [(0,), (0, 1)], 25)
    assert set(range(1, 11)) <= set((second - first)[:, 0].tolist())


def test_releases_of_other_people_do_not_matter() -> None:
    other = release([table([40, 52, 61], ("2026",))])
    counts = table([43, 90, 95], ("2027",))
    assert not release([counts], [other]).tables[0].is_hidden.any()


def test_a_chain_of_releases_is_followed_to_its_end() -> None:
    first = release([table([40, 52], ("a",))])
    second = release([table([80, 99], ("a", "b"))], [first])
    last = release([table([60, 90], ("b", "c"))], [first, second])
    assert not last.tables[0].is_hidden.any()
    with_few = table([44, 90], ("b", "c"))  # b has 40 of the 44, so c has 4
    assert not release([with_few]).tables[0].is_hidden.any()
    assert release([with_few], [first, second]).tables[0].is_hidden[0]


def test_what_was_shown_before_and_gives_a_count_away_is_refused() -> None:
    half = release([table([40, 52], ("half",))])
    year = _all_shown(table([44, 52], ("half", "late")))
    with pytest.raises(Refusal) as caught:
        release([table([4, 0], ("late",))], [half, year])
    assert caught.value.sentences == (
        "visits: clinic 0: a count of 1 to 10 people could be narrowed down from this or an "
        "earlier release. What was shown before, or is shown beside it, cannot be hidden any more. "
        "Release a coarser table: larger groups, one kind of group fewer, or a longer period."
    )


def _all_shown(counts: CountTable) -> evidence.TableRelease:
    nothing = np.zeros(counts.with_margins().shape, bool)
    return evidence.TableRelease((ReleasedTable(counts, nothing),), ())


def test_a_total_in_two_tables_is_hidden_in_both_or_in_none() -> None:
    sex = CountTable("sex", ("2027",), (Axis("sex", ("women", "men")),), np.array([8, 40]))
    age = CountTable("age", ("2027",), (Axis("age", ("under 65", "older")),), np.array([24, 24]))
    one, other = release([sex, age]).tables
    assert one.is_hidden[2] == other.is_hidden[2]
    assert one.is_hidden.tolist() == [True, True, False]


def test_a_finer_list_of_ages_does_not_give_back_a_coarser_one() -> None:
    coarse = Axis("age", ("under 65", "older"), (("0-17", "18-64"), ("65+",)))
    fine = Axis("age", ("0-17", "18-64", "65+"))
    first = release([CountTable("fine", ("2027",), (fine,), np.array([5, 40, 60]))])
    assert first.tables[0].is_hidden.tolist() == [True, True, False, False]
    second = release([CountTable("coarse", ("2027",), (coarse,), np.array([45, 60]))], [first])
    assert not second.tables[0].is_hidden.any()
    wide = Axis("age", ("0-17", "older"), (("0-17",), ("18-64", "65+")))
    third = release([CountTable("wide", ("2027",), (wide,), np.array([5, 100]))], [first])
    assert third.tables[0].is_hidden.tolist() == [True, True, False]


def test_three_tables_that_tell_of_a_crossing_together_are_refused() -> None:
    cube = np.array([[[3, 30], [30, 0]], [[30, 20], [20, 0]]])
    names = ("a", "b", "c")
    axes = [Axis(name, (f"{name}0", f"{name}1")) for name in names]
    pairs = [
        CountTable(f"{names[i]}{names[j]}", ("x",), (axes[i], axes[j]), cube.sum(axis=3 - i - j))
        for i, j in ((0, 1), (0, 2), (1, 2))
    ]
    with pytest.raises(Refusal, match="crossing"):
        release(pairs)
    with pytest.raises(Refusal, match="crossing"):
        release([*pairs, CountTable("others", ("y",), (axes[0],), np.array([40, 50]))])
    assert not release(pairs[:2]).tables[0].is_hidden.any()


def test_three_tables_that_tell_of_two_crossings_together_are_refused() -> None:
    # Neither the 3 nor the 1 follows, but that both together are 4: one grows as the other falls.
    cube = np.array([[[3, 20], [20, 20]], [[20, 20], [20, 1]]])
    axes = [Axis(name, (f"{name}0", f"{name}1")) for name in ("a", "b", "c")]
    pairs = [
        CountTable(f"{i}{j}", ("x",), (axes[i], axes[j]), cube.sum(axis=3 - i - j))
        for i, j in ((0, 1), (0, 2), (1, 2))
    ]
    with pytest.raises(Refusal, match="crossing"):
        release(pairs)
    assert not any(one.is_hidden.any() for one in release(pairs[:2]).tables)


def test_a_zero_that_everybody_knows_hides_nothing() -> None:
    axes = Axis("sex", ("women", "men")), Axis("kind", ("birth", "other"))
    known = np.array([[False, False], [True, False]])
    counts = np.array([[5, 40], [0, 60]])
    found = release([CountTable("v", ("x",), axes, counts, known)]).tables[0]
    assert not found.is_hidden[1, 0]
    assert found.is_hidden[2, 0]  # the margin of births is the 5 again
    assert derivable_by_flow(found) == 0
