"""Two lists of members are compared, and no count of 1 to 10 people can be worked out."""

import re

import pytest

from fairterms.audit.procedures.evidence import Evidence
from fairterms.audit.procedures.member_list import MemberList, hashed
from fairterms.audit.procedures.observed import Holds, Observed
from tests.audit.procedures.made_up import held, ran


def lists(both: int, group: int, plan: int, of: str = "2027-03") -> tuple[MemberList, ...]:
    ids = [f"M-{number}" for number in range(both + group + plan)]
    ours, theirs = ids[: both + group], ids[:both] + ids[both + group :]
    return (
        MemberList(of, "group", hashed(ours, "k")),
        MemberList(of, "plan", hashed(theirs, "k")),
    )


def compared(both: int, group: int, plan: int) -> Observed:
    (found,) = ran("attribution_list", Evidence(lists=lists(both, group, plan)))
    return found


def test_equal_lists_agree() -> None:
    assert (compared(40, 0, 0).holds, compared(40, 0, 0).figure) == (Holds.YES, "0 members")


def test_members_on_one_list_alone_are_counted() -> None:
    found = compared(40, 12, 15)
    assert (found.holds, found.figure) == (Holds.NO, "27 members")
    assert found.seen == (
        "They differ: 40 are on both lists, 12 only on that of the group, "
        "15 only on that of the plan."
    )


@pytest.mark.parametrize(
    "sizes",
    [(40, 1, 0), (40, 0, 10), (40, 5, 5), (40, 12, 3), (10, 12, 13), (7, 0, 0)],
)
def test_where_a_count_is_small_no_number_at_all_is_told(sizes: tuple[int, int, int]) -> None:
    found = compared(*sizes)
    assert found.figure == ""
    assert re.search(r"\d", found.seen) is None
    assert found.holds is (Holds.NO if sizes[1] or sizes[2] else Holds.YES)


def test_ten_is_hidden_and_eleven_is_not() -> None:
    assert compared(40, 10, 0).figure == ""
    assert compared(40, 11, 0).figure == "11 members"


def test_lists_of_other_months_are_not_compared() -> None:
    march, april = lists(40, 0, 0), lists(40, 0, 20, "2027-04")
    found = ran("attribution_list", Evidence(lists=(*march, *april)))
    assert held(found) == [Holds.YES, Holds.NO]


def test_one_sides_list_alone_is_not_tested() -> None:
    ours, _ = lists(40, 0, 0)
    assert held(ran("attribution_list", Evidence(lists=(ours,)))) == [Holds.NOT_TESTED]
    assert held(ran("attribution_list", Evidence(lists=(ours, ours)))) == [Holds.NOT_TESTED]


def test_two_empty_lists_prove_nothing() -> None:
    empty = (MemberList("m", "group", frozenset()), MemberList("m", "plan", frozenset()))
    (one,) = ran("attribution_list", Evidence(lists=empty))
    assert one.holds is Holds.NOT_TESTED
