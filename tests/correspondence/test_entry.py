"""An entry that cannot be is never built."""

from datetime import date

import pytest

from fairterms.correspondence.entry import Entry, Kind, Side


def one(kind: Kind, due: date | None = None) -> Entry:
    day = date(2026, 10, 3)
    return Entry(
        id="a",
        line=1,
        on=day,
        kind=kind,
        side=Side.PLAN,
        by="analyst",
        to="director",
        words="Soon",
        is_quote=False,
        due=due,
    )


def test_a_promise_without_a_last_day_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError, match="last day"):
        one(Kind.PROMISE)


def test_nothing_is_due_before_it_was_said() -> None:
    with pytest.raises(AssertionError, match="before"):
        one(Kind.REQUEST, date(2026, 10, 2))
    assert one(Kind.REQUEST, date(2026, 10, 3)).due


def test_a_summary_stands_without_quotation_marks() -> None:
    assert one(Kind.NOTICE).said == "Soon"


def test_each_side_has_the_other_across_the_table() -> None:
    assert [side.other for side in Side] == [Side.PLAN, Side.GROUP]
