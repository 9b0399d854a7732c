"""Episodes cut in the database are those cut column by column, to the last bit."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairterms.outcomes.forms.scoring import score_items
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.patient_change.episodes import (
    EpisodeReason,
    EpisodeRule,
    Episodes,
    cut,
    split_by_gap,
)
from fairterms.outcomes.patient_change.score_choice import Pick, Tie, settle_ties
from fairterms.outcomes.patient_change.scores import Series
from fairterms.outcomes.set_operations import episode_table, judged_patients, score_table
from fairterms.outcomes.set_operations.episode_table import EpisodeTable, EpisodeTerms
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal
from tests.outcomes.recorded_forms import Form, answers_of, database, put

DATABASE = database()
WORSE, BETTER = Direction.HIGHER_IS_WORSE, Direction.HIGHER_IS_BETTER
SCORING = {
    WORSE: ScoringTerms("gad7", missing_items="prorate-up-to-1"),
    BETTER: ScoringTerms("who5", missing_items="complete-only"),
}
COUNTS = {WORSE: 7, BETTER: 5}
SEVERE = {WORSE: 9.0, BETTER: 60.0}
RULE = EpisodeRule(
    WORSE, Tie.LAST_RECORDED, Pick.FIRST, 30, 8.0, Pick.LAST, 10, 200, seen_until=400
)
PEOPLE = ("d", "a", "c", "b")


def in_database(forms: list[Form], terms: EpisodeTerms) -> EpisodeTable:
    put(DATABASE, forms)
    reading = ScoreReading(SCORING[terms.rule.direction], ScoreSource.ANSWERS, None)
    return episode_table.write(DATABASE, "e", score_table.write(DATABASE, "t", reading), terms)


def in_columns(forms: list[Form], terms: EpisodeTerms) -> Episodes:
    """Cut the same with arrays: people numbered by id, forms in order of recording."""
    scoring = SCORING[terms.rule.direction]
    people = sorted({form.person for form in forms})
    course = Series(
        np.array([people.index(form.person) for form in forms], dtype=np.int64),
        np.array([form.day for form in forms], dtype=np.int64),
        score_items(answers_of(forms, COUNTS[terms.rule.direction]), scoring).total.score,
        len(people),
    )
    return cut(course, split_by_gap(course, terms.gap_days, terms.longest), terms.rule)


def read(table: EpisodeTable) -> Episodes:
    everyone = judged_patients.read(DATABASE, table, list(EpisodeReason))
    spans = everyone.episodes
    return replace(spans, patient=everyone.people[spans.patient])


def assert_same(found: Episodes, expected: Episodes) -> None:
    for name in ("patient", "first_day", "last_day", "reasons", "is_final"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name), name)
    for name in ("index", "last"):
        for column in ("day", "score", "n_scores"):
            np.testing.assert_array_equal(
                getattr(getattr(found, name), column),
                getattr(getattr(expected, name), column),
                f"{name} {column}",
            )


@st.composite
def rules(draw: st.DrawFn, tie: Tie, index: Pick, last: Pick, direction: Direction) -> EpisodeTerms:
    start = draw(st.integers(1, 12))
    rule = EpisodeRule(
        direction,
        tie,
        index,
        draw(st.integers(0, 12)),
        draw(st.none() | st.floats(2, 60)),
        last,
        start,
        draw(st.none() | st.integers(start, 25)),
        seen_until=draw(st.integers(0, 60)),
    )
    return EpisodeTerms(draw(st.integers(1, 9)), draw(st.none() | st.integers(0, 20)), rule)


@st.composite
def filled(draw: st.DrawFn, direction: Direction) -> list[Form]:
    most = 3 if direction is WORSE else 5
    answer = st.integers(0, most) | st.just(1) | st.sampled_from([most, None])
    one = st.builds(
        Form,
        st.sampled_from(PEOPLE),
        st.integers(0, 30),
        items=st.lists(answer, min_size=COUNTS[direction], max_size=COUNTS[direction])
        | st.just([2] * COUNTS[direction]),
        clinician=st.sampled_from(["k", "m", None]),
        instrument=st.just(SCORING[direction].instrument),
    )
    return draw(st.lists(one, max_size=25))


@pytest.mark.slow
@pytest.mark.parametrize(("tie", "direction"), list(product(Tie, Direction)))
@settings(deadline=None, max_examples=25)
@given(drawn=st.data())
def test_every_rule_gives_what_the_columns_give(
    tie: Tie, direction: Direction, drawn: st.DataObject
) -> None:
    picks = st.sampled_from(Pick)
    terms = drawn.draw(rules(tie, drawn.draw(picks), drawn.draw(picks), direction))
    forms = drawn.draw(filled(direction))
    assert_same(read(in_database(forms, terms)), in_columns(forms, terms))


def made_up(count: int, direction: Direction) -> list[Form]:
    draws = np.random.default_rng(11)
    size, most = COUNTS[direction], 3 if direction is WORSE else 5
    answers = draws.integers(0, most + 1, (count, size))
    missing = draws.random((count, size)) < 0.04
    return [
        Form(
            f"p{draws.integers(60):02d}",
            int(draws.integers(0, 300)) // 3 * 3,
            items=[None if gone else int(one) for one, gone in zip(*row, strict=True)],
            clinician=draws.choice(["k", "m"]),
            instrument=SCORING[direction].instrument,
        )
        for row in zip(answers, missing, strict=True)
    ]


@pytest.mark.parametrize(
    ("tie", "index", "last", "direction"),
    [
        pytest.param(tie, index, last, direction, marks=() if n % 55 == 0 else pytest.mark.slow)
        for n, (tie, index, last, direction) in enumerate(product(Tie, Pick, Pick, Direction))
        if n % 11 == 0
    ],
)
def test_a_crowd_gives_what_the_columns_give(
    tie: Tie, index: Pick, last: Pick, direction: Direction
) -> None:
    forms = CROWDS[direction]
    rule = EpisodeRule(direction, tie, index, 21, SEVERE[direction], last, 6, 90, seen_until=260)
    for longest in (None, 51, 12):
        terms = EpisodeTerms(12, longest, rule)
        found, expected = read(in_database(forms, terms)), in_columns(forms, terms)
        assert_same(found, expected)
        every = set(expected.reasons.tolist()) == set(EpisodeReason)
        assert every or longest == 12, "every reason occurs"


CROWDS = {direction: made_up(900, direction) for direction in Direction}


def full(person: str, day: int, total: int, clinician: str | None = None) -> Form:
    answers = [total // 7 + (place < total % 7) for place in range(7)]
    return Form(person, day, items=answers, clinician=clinician, instrument="gad7")


def test_an_episode_stands_there_with_ids_dates_and_words() -> None:
    forms = [
        full("ann", 0, 14, "kim"),
        full("ann", 20, 6, "lee"),
        full("bob", 3, 2),
        Form("cy", 3, items=[None] * 7, instrument="gad7"),
    ]
    table = in_database(forms, EpisodeTerms(60, None, RULE))
    found = DATABASE.execute(f"FROM {table.named} ORDER BY person_id").fetchall()
    first, second = [tuple(str(cell) for cell in row) for row in found]
    assert first == (
        *("ann", "1970-01-01", "1970-03-22", "1970-01-01", "14.0", "kim"),
        *("1970-01-21", "6.0", "lee", "a first and a last score within the declared days", "True"),
    )
    assert second[3:9] == ("None",) * 6
    assert second[9] == "no score severe enough within the days for the first score"
    assert table.n_episodes == 2
    assert table.counts[EpisodeReason.COMPLETE] == table.counts[EpisodeReason.NO_INDEX] == 1
    assert table.n_without_score == 1


@pytest.mark.parametrize(
    ("tie", "clinicians", "expected"),
    [
        (Tie.FIRST_RECORDED, ("kim", "lee"), "kim"),
        (Tie.LAST_RECORDED, ("kim", "lee"), "lee"),
        (Tie.MEAN, ("kim", "lee"), None),
        (Tie.WORST, ("kim", "kim"), "kim"),
        (Tie.BEST, ("kim", None), None),
    ],
)
def test_a_clinician_is_named_only_when_it_is_certain(
    tie: Tie, clinicians: tuple[str, str | None], expected: str | None
) -> None:
    forms = [full("ann", 0, 14 - n, clinician) for n, clinician in enumerate(clinicians)]
    table = in_database(forms, EpisodeTerms(60, None, replace(RULE, tie=tie)))
    found = DATABASE.sql(f"FROM {table.named}").select("index_clinician_id").fetchall()
    assert found == [(expected,)]


def test_the_mean_of_a_day_is_added_up_in_order_of_recording() -> None:
    in_order, otherwise = (0.1 + 0.2 + 0.3) / 3, (0.3 + 0.2 + 0.1) / 3
    assert in_order != otherwise
    put(DATABASE, [Form("ann", 0, total, instrument="gad7") for total in (0.1, 0.2, 0.3)])
    reading = ScoreReading(SCORING[WORSE], ScoreSource.TOTALS, None)
    rule = replace(RULE, tie=Tie.MEAN, index_at_least=None)
    scores = score_table.write(DATABASE, "t", reading)
    table = episode_table.write(DATABASE, "e", scores, EpisodeTerms(60, None, rule))
    assert read(table).index.score.tolist() == [in_order]
    day = Series(np.zeros(3, np.int64), np.zeros(3, np.int64), np.array([0.1, 0.2, 0.3]), 1)
    assert settle_ties(day, Tie.MEAN, WORSE).score.tolist() == [in_order]


def test_a_rule_against_the_instruments_direction_is_refused() -> None:
    put(DATABASE, [full("ann", 0, 14)])
    reading = ScoreReading(SCORING[WORSE], ScoreSource.ANSWERS, None)
    scores = score_table.write(DATABASE, "t", reading)
    rule = replace(RULE, direction=BETTER)
    with pytest.raises(Refusal, match="the best score would be taken for the worst"):
        episode_table.write(DATABASE, "e", scores, EpisodeTerms(60, None, rule))


def test_nothing_of_the_work_in_between_is_left() -> None:
    in_database([full("ann", 0, 14)], EpisodeTerms(60, None, RULE))
    left = DATABASE.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall()
    names = {name for (name,) in left if name.startswith("e_")}
    assert names == {"e_episodes"}
