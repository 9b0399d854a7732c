"""Which records become scores, whose they are, and what is refused."""

from collections.abc import Sequence

import pytest

from fairterms.outcomes.forms.scoring import score_items, score_totals
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.set_operations import score_table
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.units.refusal import Refusal
from tests.outcomes.recorded_forms import Form, answers_of, database, put

TERMS = ScoringTerms("phq9", missing_items="prorate-up-to-2")
PLAIN = ScoringTerms("phq9", missing_items="complete-only")
FULL = [2, 2, 2, 2, 2, 2, 2, 2, 2]
DATABASE = database()


def write(
    forms: Sequence[Form],
    source: ScoreSource,
    terms: ScoringTerms = TERMS,
    statuses: frozenset[str] | None = None,
) -> score_table.ScoreTable:
    put(DATABASE, forms)
    return score_table.write(DATABASE, "t", ScoreReading(terms, source, statuses))


def scores(table: score_table.ScoreTable) -> list[float | None]:
    rows = DATABASE.sql(f"FROM {table.name} ORDER BY place").select("score").fetchall()
    return [score for (score,) in rows]


MIXED = [
    Form("p1", 0, score=5, items=FULL),
    Form("p1", 9, score=6),
    Form("p2", 9, score=7, items=[None] * 6 + [1, 1, 1]),
    Form("p2", 9, score=8, items=[]),
    Form("p3", 9),
]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (ScoreSource.ANSWERS, [18, None, None, None, None]),
        (ScoreSource.TOTALS, [5, 6, 7, 8, None]),
        (ScoreSource.ANSWERS_ELSE_TOTALS, [18, 6, None, 8, None]),
    ],
)
def test_a_form_is_scored_from_what_the_contract_names(
    source: ScoreSource, expected: list[float | None]
) -> None:
    table = write(MIXED, source)
    assert scores(table) == expected
    assert (table.n_forms, table.n_people) == (5, 3)
    assert table.n_scored == sum(score is not None for score in expected)


def test_only_records_of_the_declared_statuses_count() -> None:
    forms = [Form("p1", 0, 5, status="final"), Form("p1", 1, 6, status="wrong"), Form("p2", 1, 7)]
    assert scores(write(forms, ScoreSource.TOTALS, statuses=frozenset({"final"}))) == [5]
    assert scores(write(forms, ScoreSource.TOTALS)) == [5, 6, 7]


def test_other_instruments_are_left_alone() -> None:
    forms = [Form("p1", 0, 5), Form("p2", 0, 300, instrument="gad7")]
    assert scores(write(forms, ScoreSource.TOTALS)) == [5]


def test_a_name_in_plain_letters_is_the_same_instrument() -> None:
    forms = [Form("p1", 0, 5, instrument="auditc"), Form("p1", 1, 6, instrument="audit_c")]
    assert scores(write(forms, ScoreSource.TOTALS, ScoringTerms("audit_c"))) == [5, 6]


def test_people_and_clinicians_are_numbered_by_their_ids() -> None:
    forms = [Form("b", 0, 5, clinician="y"), Form("a", 3, 6, clinician="x"), Form("b", 5, 7)]
    table = write(forms, ScoreSource.TOTALS)
    found = DATABASE.sql(f"FROM {table.name} ORDER BY place").select("patient, day, clinician")
    assert found.fetchall() == [(1, 0, 1), (0, 3, 0), (1, 5, -1)]
    people = DATABASE.sql(f"FROM {table.people} ORDER BY patient").select("person_id")
    assert people.fetchall() == [("a",), ("b",)]


def test_an_answer_outside_its_range_is_refused_in_the_same_words() -> None:
    forms = [Form("p1", 0, items=FULL), Form("p2", 0, items=[9, 2, 2, 2, 2, 2, 2, 2, -1])]
    with pytest.raises(Refusal) as ours:
        write(forms, ScoreSource.ANSWERS)
    with pytest.raises(Refusal) as theirs:
        score_items(answers_of(forms, 9), TERMS)
    assert str(ours.value) == str(theirs.value)


@pytest.mark.parametrize("total", [28, -1, 4.5])
def test_a_total_that_cannot_be_is_refused_in_the_same_words(total: float) -> None:
    with pytest.raises(Refusal) as ours:
        write([Form("p1", 0, 5), Form("p2", 0, total)], ScoreSource.TOTALS, PLAIN)
    with pytest.raises(Refusal) as theirs:
        score_totals([5, total], PLAIN)
    assert str(ours.value) == str(theirs.value)


def test_a_rule_that_keeps_fractions_lets_them_pass() -> None:
    assert scores(write([Form("p1", 0, 4.5)], ScoreSource.TOTALS)) == [4.5]


def test_a_form_with_another_number_of_answers_is_refused() -> None:
    with pytest.raises(Refusal, match="a form has 9 answers, and 1 of 2 have another number"):
        write([Form("p1", 0, items=FULL), Form("p2", 0, items=FULL[:8])], ScoreSource.ANSWERS)


@pytest.mark.parametrize("code", ["70274-6", "69737-5"])
def test_a_code_of_another_instrument_is_refused(code: str) -> None:
    with pytest.raises(Refusal, match="is that of another form"):
        write([Form("p1", 0, 5), Form("p2", 0, 6, code=code)], ScoreSource.TOTALS)


def test_its_own_code_and_an_unheard_of_one_are_not() -> None:
    forms = [Form("p1", 0, 5, code="44261-6"), Form("p2", 0, 6, code="12345-6")]
    assert scores(write(forms, ScoreSource.TOTALS)) == [5, 6]


def test_no_forms_give_an_empty_table() -> None:
    table = write([], ScoreSource.ANSWERS)
    assert (table.n_forms, table.n_scored, table.n_people) == (0, 0, 0)
