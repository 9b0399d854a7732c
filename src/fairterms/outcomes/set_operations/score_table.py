"""Every score of one instrument in the store, as a table of numbers: person, day, score, clinician.

People and clinicians are numbered in tables beside it, so that no id is carried through the work.
"""

from dataclasses import dataclass

from fairterms.outcomes.forms.form_checks import (
    answers_outside,
    totals_between,
    totals_outside,
)
from fairterms.outcomes.forms.score_codes import check_code, codes
from fairterms.outcomes.forms.scoring_terms import ScoringRules
from fairterms.outcomes.set_operations.score_expression import (
    RECORDED,
    answer,
    answers,
    double,
    score,
)
from fairterms.outcomes.set_operations.score_reading import ScoreReading, rules_of
from fairterms.records.engine.connection import Connection
from fairterms.records.instrument import plain
from fairterms.records.staged import literal
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.scoring_rule import Handling, Items
from fairterms.units.refusal import Refusal

_HAS_ANSWERS = "coalesce(array_length(items), 0) > 0"


@dataclass(frozen=True)
class ScoreTable:
    """The scores of one instrument, in temporary tables.

    Attributes
    ----------
    name
        Of the table ``patient, day, place, score, clinician``: one row a form. ``day`` counts from
        1 January 1970; ``place`` is the order of recording; ``score`` is in points, NULL where
        the rule gives none; ``clinician`` is −1 where none is named.
    people
        Of the table ``patient, person_id``.
    clinicians
        Of the table ``clinician, clinician_id``.
    rules
        By which rules; what was assumed and what is unconfirmed stands there.
    n_forms, n_scored
        Forms, and those with a score.
    n_people
        People with a form, scored or not.
    """

    name: str
    people: str
    clinicians: str
    rules: ScoringRules
    n_forms: int
    n_scored: int
    n_people: int


def write(connection: Connection, name: str, reading: ScoreReading) -> ScoreTable:
    """Score every form of an instrument that is in force in the store.

    Parameters
    ----------
    connection
        The store's.
    name
        What the tables are called by; those of an earlier use of the name are replaced.
    reading
        Which records are read, and how.

    Raises
    ------
    Refusal
        When the contract leaves open what decides the score; when a form has another number of
        answers, an answer or a total lies outside its range, a total lies between the scores that
        can occur, or a code is another instrument's.
    """
    assert name.isidentifier(), f"{name!r} is no name of a table"
    rules = rules_of(reading)
    forms = _forms(reading)
    _check_codes(connection, rules, forms)
    if reading.source.reads_answers:
        assert rules.scoring.items is not None, "answers are of items"
        _check_answers(connection, rules, rules.scoring.items, forms)
    if reading.source.reads_totals:
        _check_totals(connection, rules, reading, forms)
    people = _number(connection, forms, f"{name}_people", "patient", "person_id")
    clinicians = _number(connection, forms, f"{name}_clinicians", "clinician", "clinician_id")
    items = rules.scoring.items if reading.source.reads_answers else None
    taken = f", {answers(items)}" if items is not None else ""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {name}_scores AS SELECT p.patient, f.day, f.place, "  # noqa: S608
        f"{_score(reading, rules)} AS score, coalesce(c.clinician, -1) AS clinician FROM ("
        "SELECT person_id, clinician_id, "
        "date_diff('day', DATE '1970-01-01', assessed_on)::INTEGER AS day, "
        f"(load_id::BIGINT << 40) + row AS place, items, score::DOUBLE AS {RECORDED}{taken} "
        f"FROM {forms}) f JOIN {people} p USING (person_id) "
        f"LEFT JOIN {clinicians} c USING (clinician_id)"
    )
    [counted] = connection.execute(
        f"SELECT count(*), count(score), (SELECT count(*) FROM {people}) FROM {name}_scores"  # noqa: S608
    ).fetchall()
    return ScoreTable(f"{name}_scores", people, clinicians, rules, *map(int, counted))


def _forms(reading: ScoreReading) -> str:
    """Write SQL of the forms that are read, to stand after FROM."""
    only = ""
    if reading.statuses is not None:
        only = f" AND status IN ({', '.join(literal(word) for word in sorted(reading.statuses))})"
    # A store loaded without the list of instruments has their names as plain letters and digits.
    names = {reading.terms.instrument, plain(reading.terms.instrument)}
    named = ", ".join(literal(name) for name in sorted(names))
    return f"(SELECT * FROM assessments WHERE instrument IN ({named}){only})"  # noqa: S608


def _score(reading: ScoreReading, rules: ScoringRules) -> str:
    if not reading.source.reads_answers:
        return RECORDED
    if not reading.source.reads_totals:
        return f"(CASE WHEN {_HAS_ANSWERS} THEN {score(rules)} END)"
    return f"(CASE WHEN {_HAS_ANSWERS} THEN {score(rules)} ELSE {RECORDED} END)"


def _number(connection: Connection, forms: str, table: str, number: str, column: str) -> str:
    """Make a table of people or clinicians by the order of their ids, and return its name."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {table} AS "  # noqa: S608
        f"SELECT (row_number() OVER (ORDER BY {column}) - 1)::INTEGER AS {number}, {column} "
        f"FROM (SELECT DISTINCT {column} FROM {forms} WHERE {column} IS NOT NULL)"
    )
    return table


def _check_codes(connection: Connection, rules: ScoringRules, forms: str) -> None:
    loinc = INSTRUMENTS[rules.instrument.name].loinc
    suspect = {code for code, name in codes().items() if name != rules.instrument.name}
    suspect |= set(loinc.often_mistaken) if loinc is not None else set()
    listed = ", ".join(literal(code) for code in sorted(suspect))
    [found] = connection.execute(
        f"SELECT min(loinc_code) FROM {forms} WHERE loinc_code IN ({listed})"  # noqa: S608
    ).fetchall()
    check_code(rules.instrument.name, found[0] or "")


def _check_answers(connection: Connection, rules: ScoringRules, items: Items, forms: str) -> None:
    """Refuse forms with another number of answers, and answers outside their range."""
    span = f"NOT BETWEEN {items.lowest:d} AND {items.highest:d}"
    outside = [f"coalesce({answer(n)} {span}, false)" for n in items.numbers]
    counts = ", ".join(f"count(*) FILTER ({test})" for test in outside)
    [found] = connection.execute(
        f"SELECT count(*), count(*) FILTER (n <> {items.count:d}), "  # noqa: S608
        f"count(*) FILTER ({' OR '.join(outside)}), {counts} "
        f"FROM (SELECT array_length(items) AS n, {answers(items)} FROM {forms} "
        f"WHERE {_HAS_ANSWERS})"
    ).fetchall()
    n_forms, n_other, n_wrong, *by_item = found
    if n_other:
        raise Refusal(
            rules.instrument.name,
            f"a form has {items.count} answers, and {n_other:,} of {n_forms:,} have another number",
            "answers would be counted to the wrong items",
            "ask the sender which answers were left out, and for an empty one in their place",
        )
    if n_wrong:
        columns = [number for number, count in zip(items.numbers, by_item, strict=True) if count]
        raise answers_outside(rules, items, columns, n_wrong, n_forms)


def _check_totals(
    connection: Connection, rules: ScoringRules, reading: ScoreReading, forms: str
) -> None:
    """Refuse totals no form can have."""
    scoring = rules.scoring
    read = f" AND NOT ({_HAS_ANSWERS})" if reading.source.reads_answers else ""
    steps = f"((total - {double(scoring.lowest)}) / {double(scoring.step or 1)})"
    [found] = connection.execute(
        f"SELECT count(*), count(*) FILTER (total < {double(scoring.lowest)} "  # noqa: S608
        f"OR total > {double(scoring.highest)}), count(*) FILTER ({steps} <> round({steps})) "
        f"FROM (SELECT score::DOUBLE AS total FROM {forms} WHERE true{read})"
    ).fetchall()
    n_totals, n_outside, n_between = found
    if n_outside:
        raise totals_outside(rules, scoring.lowest, scoring.highest, n_outside, n_totals)
    keeps_fractions = (
        rules.is_missing_rule_named and rules.missing_items.handling is Handling.PRORATE
    )
    if scoring.step is not None and not keeps_fractions and n_between:
        raise totals_between(rules, scoring.lowest, scoring.step, n_between, n_totals)
