"""Whose patient a person is."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairterms.population.attribution import (
    AttributionRule,
    Method,
    Source,
    Tie,
    VisitsCounted,
    panels,
)
from fairterms.population.selection import Selection
from fairterms.units.period import Period
from fairterms.units.refusal import Refusal
from tests.population.town import YEAR, Town

ALL = Selection()
KEPT = VisitsCounted(Source.VISITS, YEAR, ("finished",), None)


def rule(
    method: Method = Method.PLURALITY_OF_VISITS,
    ties: tuple[Tie, ...] = (Tie.NOBODY,),
    visits: VisitsCounted | None = KEPT,
    list_day: date | None = None,
) -> AttributionRule:
    return AttributionRule(method, visits, ties, list_day, ALL)


def owner(here: Town, chosen: AttributionRule) -> dict[str, str | None]:
    return dict(
        here.connection.execute(f"SELECT person_id, clinician_id FROM {chosen.relation}").fetchall()  # noqa: S608
    )


def seen(here: Town, *visits: tuple[str, str]) -> None:
    """Put finished visits of one patient: clinician, day."""
    here.visits(*[("p1", who, at, "finished") for who, at in visits])


def test_most_visits_and_last_visit_are_two_rules(here: Town) -> None:
    seen(here, ("ann", "01-05"), ("ann", "02-05"), ("bob", "03-05"))
    assert owner(here, rule()) == {"p1": "ann"}
    assert owner(here, rule(Method.MOST_RECENT_VISIT)) == {"p1": "bob"}


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        ((Tie.NOBODY,), None),
        ((Tie.LOWEST_ID,), "ann"),
        ((Tie.MOST_RECENT_VISIT, Tie.NOBODY), "bob"),
        ((Tie.FIRST_VISIT, Tie.NOBODY), "cat"),
        ((Tie.PLAN_LIST, Tie.NOBODY), "cat"),
        ((Tie.MOST_VISITS, Tie.NOBODY), None),
    ],
)
def test_a_tie_is_decided_as_declared(
    here: Town, ties: tuple[Tie, ...], expected: str | None
) -> None:
    seen(here, ("bob", "02-05"), ("ann", "03-05"), ("cat", "01-05"))
    seen(here, ("bob", "06-05"), ("ann", "05-05"), ("cat", "04-05"))
    here.put("enrolment", "person_id starts clinician_id", [("p1", YEAR.first, "cat")])
    chosen = rule(ties=ties, list_day=YEAR.last)
    assert owner(here, chosen) == {"p1": expected}
    found = panels(here.connection, chosen)
    assert (found.tied, found.nobody, found.people) == (
        1,
        int(expected is None),
        int(bool(expected)),
    )


def test_a_clinician_with_fewer_visits_never_wins_a_tie_of_others(here: Town) -> None:
    seen(
        here,
        ("bob", "02-05"),
        ("bob", "02-06"),
        ("ann", "01-05"),
        ("ann", "01-06"),
        ("aaa", "12-01"),
    )
    assert owner(here, rule(ties=(Tie.MOST_RECENT_VISIT, Tie.NOBODY))) == {"p1": "bob"}
    assert owner(here, rule(ties=(Tie.LOWEST_ID,))) == {"p1": "ann"}


def test_missed_visits_count_only_where_declared(here: Town) -> None:
    here.visits(
        ("p1", "ann", "01-05", "finished"),
        ("p1", "bob", "02-05", "missed"),
        ("p1", "bob", "03-05", "missed"),
    )
    every = VisitsCounted(Source.VISITS, YEAR, None, None)
    assert owner(here, rule()) == {"p1": "ann"}
    assert owner(here, rule(visits=every)) == {"p1": "bob"}


@pytest.mark.parametrize(
    ("at", "counts"),
    [("2026-12-31", False), ("01-01", True), ("12-31", True), ("2028-01-01", False)],
)
def test_the_days_looked_at_include_both_ends(here: Town, at: str, counts: bool) -> None:
    seen(here, ("ann", at))
    assert owner(here, rule()) == ({"p1": "ann"} if counts else {})


def test_lines_of_one_day_are_one_visit_in_bills(here: Town) -> None:
    columns = "claim_id claim_line person_id starts rendering_npi service_code"
    rows = [
        ("k1", line, "p1", date(2027, 1, 5), "ann", code)
        for line, code in enumerate(["90837", "96127", "96127"], 1)
    ]
    rows += [(f"k{n}", 1, "p1", date(2027, n, 5), "bob", "90837") for n in (2, 3)]
    here.put("claims", columns, rows)
    every = VisitsCounted(Source.CLAIMS, YEAR, None, None)
    assert owner(here, rule(visits=every)) == {"p1": "bob"}
    tests_only = VisitsCounted(Source.CLAIMS, YEAR, None, ("96127",))
    assert owner(here, rule(visits=tests_only)) == {"p1": "ann"}


def test_a_visit_without_a_clinician_gives_nobody(here: Town) -> None:
    here.visits(("p1", None, "01-05", "finished"))
    assert owner(here, rule()) == {}


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-12-31", None),
        ("01-01", "ann"),
        ("06-30", "ann"),
        ("07-01", "bob"),
        ("09-30", "bob"),
        ("10-01", None),
    ],
)
def test_the_plans_list_is_read_on_its_day(here: Town, at: str, expected: str | None) -> None:
    here.members(
        ("p1", "01-01", "06-30", "ann"),
        ("p1", "07-01", "09-30", "bob"),
        columns="person_id starts ends clinician_id",
    )
    at_day = date.fromisoformat(at if len(at) > 5 else f"2027-{at}")
    chosen = rule(Method.PLAN_LIST, (), None, at_day)
    assert owner(here, chosen).get("p1") == expected
    assert panels(here.connection, chosen).tied == 0


@pytest.mark.parametrize(
    ("method", "ties", "visits", "list_day", "what"),
    [
        (Method.PLURALITY_OF_VISITS, (), KEPT, None, "what decides a tie"),
        (Method.PLURALITY_OF_VISITS, (Tie.MOST_RECENT_VISIT,), KEPT, None, "what decides a tie"),
        (Method.MOST_RECENT_VISIT, (Tie.NOBODY,), None, None, "which visits count"),
        (Method.PLAN_LIST, (), None, None, "the day of the plan's list"),
        (
            Method.MOST_RECENT_VISIT,
            (Tie.PLAN_LIST, Tie.NOBODY),
            KEPT,
            None,
            "the day of the plan's",
        ),
    ],
)
def test_what_is_left_open_is_refused(
    method: Method,
    ties: tuple[Tie, ...],
    visits: VisitsCounted | None,
    list_day: date | None,
    what: str,
) -> None:
    with pytest.raises(Refusal, match=f"attribution: {what}.*missing"):
        rule(method, ties, visits, list_day)


def plain(visits: list[tuple[str, str, int]]) -> dict[str, str]:
    """Most visit days, then the last visit, then the lowest id."""
    found = {}
    for person in {person for person, _, _ in visits}:
        days = {(who, at) for one, who, at in visits if one == person}
        number = Counter(who for who, _ in days)
        last = {who: max(at for one, at in days if one == who) for who in number}
        found[person] = min(number, key=lambda who: (-number[who], -last[who], who))
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.sampled_from("pqr"), st.sampled_from("abc"), st.integers(0, 5)), max_size=20
    )
)
def test_the_rule_agrees_with_plain_counting(
    here: Town, visits: list[tuple[str, str, int]]
) -> None:
    here.empty()
    here.visits(
        *[(one, who, date(2027, 1, 1) + timedelta(at), "finished") for one, who, at in visits]
    )
    chosen = rule(ties=(Tie.MOST_RECENT_VISIT, Tie.LOWEST_ID))
    assert owner(here, chosen) == plain(visits)
    assert panels(here.connection, chosen).sizes == dict(Counter(plain(visits).values()))


def test_a_lookback_of_two_years_looks_at_both(here: Town) -> None:
    seen(here, ("ann", "2026-05-01"), ("ann", "2026-06-01"), ("bob", "2027-05-01"))
    two = Period(date(2026, 1, 1), date(2027, 12, 31))
    wide = VisitsCounted(Source.VISITS, two, ("finished",), None)
    assert owner(here, rule(visits=wide)) == {"p1": "ann"}
    assert owner(here, rule()) == {"p1": "bob"}
