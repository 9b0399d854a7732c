"""Every question of the rooms population and outcomes, and records of an example to ask it of."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from fairterms.outcomes.contract_measures import from_tables
from fairterms.outcomes.forms.scoring_terms import ScoringTerms
from fairterms.outcomes.group_results import declaration_reader
from fairterms.outcomes.group_results.both_sides import look_at_both
from fairterms.outcomes.group_results.feeds import load_into
from fairterms.outcomes.group_results.own_episodes import tabulate
from fairterms.outcomes.patient_change.episodes import EpisodeReason, EpisodeRule
from fairterms.outcomes.patient_change.score_choice import Pick
from fairterms.outcomes.patient_change.score_choice import Tie as SameDay
from fairterms.outcomes.set_operations import episode_table, judged_patients, score_table
from fairterms.outcomes.set_operations.episode_table import EpisodeTerms
from fairterms.outcomes.set_operations.score_reading import ScoreReading, ScoreSource
from fairterms.population import (
    care_elsewhere,
    impactability,
    list_difference,
    member_months,
    open_slots,
    regression,
    risk_score,
    run_out,
    strata,
    total_cost,
    truncation,
)
from fairterms.population.attribution import (
    AttributionRule,
    Method,
    Source,
    Tie,
    VisitsCounted,
    panels,
)
from fairterms.population.care_declaration import SECTION, read_settings
from fairterms.population.care_rules import Dearest, People
from fairterms.population.care_settings import Settings
from fairterms.population.cost_of_care import Amount, CostRule, Outsiders, ServiceDay
from fairterms.population.list_difference import Lists
from fairterms.population.member_months import Exposure, MonthRule
from fairterms.population.risk_score import NoScore
from fairterms.population.selection import Selection
from fairterms.population.strata import Severity, Strata, WhichScore
from fairterms.population.truncation import Ceiling, PartYear
from fairterms.records.engine.connection import Records
from fairterms.records.store import Store
from fairterms.reference.instrument import INSTRUMENTS
from fairterms.reference.instrument_facts import Direction
from fairterms.units.notes import Notes
from fairterms.units.period import Period, calendar_year
from fairterms.units.positions import parse
from fairterms.units.refusal import Refusal

CEDAR = Path(__file__).parents[3] / "examples" / "cedar"
YEAR = calendar_year(2026)
ALL = Selection()
PPO = Selection(plans=("Example PPO",))
Question = Callable[[Records], object]
_SOME = ("patients", "enrolment", "diagnoses")


def _exposure(rule: MonthRule, period: Period = YEAR) -> Exposure:
    days = Decimal("30.4") if rule is MonthRule.DAYS else None
    return Exposure(rule, period, PPO, days)


def _cost(outsiders: Outsiders = Outsiders.LEFT_OUT, until: date | None = None) -> CostRule:
    return CostRule(Amount.ALLOWED, ServiceDay.ADMISSION, until, outsiders)


def _attribution(source: Source, ties: tuple[Tie, ...]) -> AttributionRule:
    statuses = ("finished",) if source is Source.VISITS else None
    visits = VisitsCounted(source, YEAR, statuses, ("90837", "90834", "90791"))
    method = Method.PLURALITY_OF_VISITS if len(ties) > 1 else Method.MOST_RECENT_VISIT
    return AttributionRule(method, visits, ties, date(2026, 7, 1), ALL)


def _strata(which: WhichScore) -> Strata:
    bands = INSTRUMENTS["phq9"].bands[0]
    severity = Severity("phq9", bands, YEAR, which)
    return Strata(date(2026, 2, 28), (18, 26, 65), True, True, severity, ALL)


def _settings(people: People) -> Settings:
    text = (CEDAR / declaration_reader.FILE).read_text(encoding="utf-8")
    document, positions = parse(text)
    notes = Notes("outcomes.toml", tuple(text.splitlines()), positions)
    settings = read_settings(document[SECTION], notes)
    assert settings is not None
    dearest = Dearest(Fraction(1, 20), calendar_year(2025))
    exposure = _exposure(MonthRule.FIRST_DAY)
    return replace(
        settings,
        people=people,
        visit_statuses=("finished",),
        dearest=dearest,
        exposure=exposure,
    )


def _episodes(tie: SameDay, pick: Pick, source: ScoreSource) -> Question:
    def ask(records: Records) -> object:
        rule = EpisodeRule(
            direction=Direction.HIGHER_IS_WORSE,
            tie=tie,
            index=pick,
            index_within=60,
            index_at_least=10,
            last=pick,
            last_from=30,
            last_until=240,
            seen_until=(YEAR.last - date(1970, 1, 1)).days,
        )
        reading = ScoreReading(
            ScoringTerms("phq9", missing_items="prorate-up-to-2"), source, frozenset({"final"})
        )
        connection = records.connection
        scores = score_table.write(connection, "asked", reading)
        table = episode_table.write(connection, "asked", scores, EpisodeTerms(90, 400, rule))
        judged = judged_patients.read(connection, table, tuple(EpisodeReason))
        named = connection.execute(
            f"SELECT * FROM {table.named} ORDER BY person_id, first_day"  # noqa: S608
        ).fetchall()
        return scores.n_forms, scores.n_scored, scores.n_people, table.counts, judged, named

    return ask


def _own(records: Records) -> object:
    declaration = declaration_reader.read(CEDAR)
    assert declaration is not None
    assert declaration.progress is not None
    table = tabulate(records, declaration.progress, declaration.reached)
    return table, look_at_both(records, table, declaration)


def _refused(records: Records) -> object:
    """Ask where spans overlap and amounts are missing: the rows named must be the same."""
    said = []
    claims = replace(_cost(Outsiders.COUNTED), amount=Amount.PAID)
    for ask in (
        lambda: member_months.count(records.connection, Exposure(MonthRule.ANY_DAY, YEAR, ALL)),
        lambda: claims.refuse_gaps(records.connection, YEAR),
        lambda: risk_score.average(
            records.connection, _exposure(MonthRule.FIRST_DAY), NoScore.REFUSED
        ),
    ):
        try:
            ask()
        except Refusal as refusal:
            said.append(str(refusal))
    assert len(said) == 3, "each of them is refused"
    return said


def _rules() -> Iterator[tuple[str, Question]]:
    yield (
        "attribution by the plan's list",
        lambda r: panels(
            r.connection,
            AttributionRule(Method.PLAN_LIST, None, (), date(2026, 7, 1), ALL),
        ),
    )
    for source, ties in product(
        Source, ((Tie.NOBODY,), (Tie.PLAN_LIST, Tie.FIRST_VISIT, Tie.LOWEST_ID))
    ):
        rule = _attribution(source, ties)
        name = f"attribution by {source.name.lower()}, {len(ties)} ties"
        yield name, lambda r, rule=rule: panels(r.connection, rule)  # type: ignore[misc]
    for month_rule in MonthRule:
        yield (
            f"member months: {month_rule.name.lower()}",
            lambda r, rule=month_rule: (  # type: ignore[misc]
                member_months.count(r.connection, _exposure(rule)),
                member_months.by_month(r.connection, _exposure(rule)),
            ),
        )
    for which in WhichScore:
        yield (
            f"strata: {which.name.lower()}",
            lambda r, which=which: strata.sizes(  # type: ignore[misc]
                r.connection, _strata(which), "patients"
            ),
        )
    for people in People:
        yield (
            f"care elsewhere: {people.name.lower()}",
            lambda r, people=people: care_elsewhere.find(  # type: ignore[misc]
                r.connection, _settings(people)
            ),
        )


def questions() -> Mapping[str, Question]:
    """Return every question by name."""
    first_day, by_days = _exposure(MonthRule.FIRST_DAY), _exposure(MonthRule.DAYS)
    ceiling = Ceiling(900_00, PartYear.BY_MEMBER_MONTHS)
    return {
        **dict(_rules()),
        "list difference": lambda r: list_difference.compare(
            r.connection, Lists(_load(r, 0), _load(r, 1), 15, ALL), YEAR
        ),
        "risk score": lambda r: risk_score.average(r.connection, by_days, NoScore.LEFT_OUT),
        "truncation": lambda r: truncation.truncate(r.connection, _cost(), first_day, ceiling),
        "total cost": lambda r: total_cost.measure(
            r.connection,
            _cost(Outsiders.COUNTED, date(2027, 3, 31)),
            first_day,
            Ceiling(500_00, PartYear.WHOLE),
        ),
        "total cost by stratum": lambda r: total_cost.measure_by(
            r.connection,
            (_cost(), by_days, ceiling),
            _strata(WhichScore.FIRST).relation("patients"),
        ),
        "run-out": lambda r: run_out.triangle(r.connection, _cost(), first_day, YEAR.last),
        "impactability": lambda r: impactability.weigh(r.connection, _settings(People.MEMBERS)),
        "regression": lambda r: regression.follow(r.connection, _settings(People.PATIENTS)),
        "open slots": lambda r: tuple(open_slots.samples(r.connection)),
        "patients one by one": lambda r: tuple(from_tables.patients(r, _SOME)),
        "episodes, worst, answers": _episodes(SameDay.WORST, Pick.WORST, ScoreSource.ANSWERS),
        "episodes, mean, totals": _episodes(SameDay.MEAN, Pick.LAST, ScoreSource.TOTALS),
        "episodes, first recorded": _episodes(
            SameDay.FIRST_RECORDED, Pick.FIRST, ScoreSource.ANSWERS
        ),
        "own episodes and both sides": _own,
        "refusals": _refused,
    }


def _load(records: Records, place: int) -> int:
    rows = records.connection.execute(
        "SELECT load_id FROM loads WHERE table_name = 'enrolment' ORDER BY load_id"
    ).fetchall()
    return int(rows[place][0])


@contextmanager
def example() -> Iterator[Store]:
    """Load the records of Cedar, and what they lack: a second list, open slots, gaps, overlaps."""
    with (
        TemporaryDirectory(prefix="fairterms-") as folder,
        Store(Path(folder) / "records.duckdb", threads=1) as store,
    ):
        load_into(store, CEDAR, date(2027, 1, 15))
        _add(store)
        yield store


def _add(store: Store) -> None:
    ask = store.connection.execute
    number = len(store.loads())
    for table in ("enrolment", "open_slots", "claims", "clinicians"):
        number += 1
        ask(
            "INSERT INTO loads (load_id, table_name, feed, file, received) "
            "VALUES (?, ?, 'made up', 'made_up.csv', DATE '2026-09-10')",
            [number, table],
        )
    second, slots, bills, clinicians = range(number - 3, number + 1)
    ask(
        "INSERT INTO clinicians_rows (load_id, row, clinician_id, npi, starts) "
        "VALUES (?, 1, 'c-of-old', '9000000100', DATE '0300-02-28')",
        [clinicians],
    )
    # A newer list: some people gone, some moved, some with another product that overlaps.
    ask(
        "INSERT INTO enrolment_rows (load_id, row, person_id, starts, ends, payer, payer_type, "
        "plan, clinician_id, risk_score) SELECT ?, row, person_id, starts, ends, payer, "
        "payer_type, 'Other product', CASE WHEN row % 11 = 0 THEN 'c0000001' ELSE clinician_id "
        "END, CASE WHEN row % 13 > 0 THEN risk_score END FROM enrolment WHERE row % 7 > 0",
        [second],
    )
    ask("UPDATE enrolment_rows SET risk_score = NULL WHERE row % 50 = 3")
    ask(
        "INSERT INTO open_slots_rows (load_id, row, slot_id, clinician_id, seen_on, starts) "
        "SELECT ?, i, 's' || i, 'c' || i % 7, DATE '2026-05-04' + (i % 3)::INTEGER, "
        "DATE '2026-05-05' + (i % 17)::INTEGER FROM range(60) made(i)",
        [slots],
    )
    # Stays in hospital, one taken back, one without an end, one without an amount.
    ask(
        "INSERT INTO claims_rows (load_id, row, claim_id, claim_line, person_id, claim_type, "
        "bill_type_code, starts, ends, admitted, discharged, paid_on, diagnosis_code, "
        "rendering_npi, billing_npi, paid_cents, allowed_cents) "
        "SELECT ?, i, 'h' || i // 2, i % 2, 'p' || lpad((i * 7 % 2700 + 1)::VARCHAR, 7, '0'), "
        "'Institutional', '0111', day, day + 4, day, "
        "CASE WHEN i // 2 % 9 > 0 THEN day + (i // 2 % 6)::INTEGER END, day + 40, "
        "CASE WHEN i % 3 > 0 THEN 'F' || i % 40 ELSE 'I10' END, 'N9', NULL, "
        "CASE WHEN i % 25 > 0 THEN 900000 + i END, CASE WHEN i // 2 % 10 = 4 THEN "
        "(1 - i % 2 * 2) * 800000 ELSE 800000 + i * 1001 END "
        "FROM (SELECT i, DATE '2025-01-10' + (i // 2 * 3 % 700)::INTEGER AS day "
        "FROM range(400) made(i))",
        [bills],
    )


def told(value: object) -> object:
    """Return a result as plain words and numbers, to the last digit, to be compared."""
    if isinstance(value, np.ndarray):
        return repr(value.tolist())
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: told(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {repr(key): told(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [told(one) for one in value]
    return repr(value)
