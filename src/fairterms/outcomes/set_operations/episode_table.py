"""Episodes of every patient cut in the database: where they start and end, which scores count.

Each step is one question over whole tables, so that memory is bounded by the database's own limit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fairterms.outcomes.patient_change.episodes import REASONS, EpisodeReason, EpisodeRule
from fairterms.outcomes.patient_change.score_choice import Pick, Tie
from fairterms.outcomes.set_operations.score_expression import double
from fairterms.outcomes.set_operations.score_table import ScoreTable
from fairterms.records.engine.connection import Connection
from fairterms.records.staged import literal
from fairterms.reference.instrument_facts import Direction
from fairterms.units.refusal import Refusal

_ONE = "CASE WHEN min(clinician) = max(clinician) THEN min(clinician) ELSE -1 END"
"""Who assessed on a day with several forms: one clinician, or nobody alone."""


@dataclass(frozen=True)
class EpisodeTerms:
    """What a contract must say before episodes can be cut. Nothing has a default.

    Attributes
    ----------
    gap_days
        A silence longer than this starts a new episode.
    longest
        An episode ends this many days after it starts at the latest; None for no limit.
    rule
        Which scores of an episode count; its days count from 1 January 1970.
    """

    gap_days: int
    longest: int | None
    rule: EpisodeRule

    def __post_init__(self) -> None:
        assert self.gap_days >= 1, "a gap is at least a day"
        assert self.longest is None or self.longest >= 0, "an episode lasts from its first day on"


@dataclass(frozen=True)
class EpisodeTable:
    """Episodes in a temporary table.

    Attributes
    ----------
    name
        Of the table of numbers: ``patient, first_day, last_day``; of the first score that counts
        ``index_day, index_score, index_n, index_clinician``, where ``n`` counts the days with a
        score to choose from; of the last ``last_score_day, last_score, last_n, last_clinician``;
        ``reason`` and ``is_final``. A day or clinician that is not there is −1, a score NULL.
    named
        Of a view of the same with ids, dates and the reason in words.
    scores
        What they were cut from.
    counts
        Episodes by reason; every reason is there.
    n_without_score
        People with forms but no score at all: they have no episode, and are missing from a rate
        that counts episodes only.
    """

    name: str
    named: str
    scores: ScoreTable
    counts: Mapping[EpisodeReason, int]
    n_without_score: int

    @property
    def n_episodes(self) -> int:
        """How many episodes there are."""
        return sum(self.counts.values())


def write(
    connection: Connection, name: str, scores: ScoreTable, terms: EpisodeTerms
) -> EpisodeTable:
    """Cut episodes out of all scores.

    Parameters
    ----------
    connection
        The store's.
    name
        What the tables are called by; those of an earlier use of the name are replaced.
    scores
        From :func:`fairterms.outcomes.set_operations.score_table.write`.
    terms
        How episodes are cut.

    Raises
    ------
    Refusal
        When the rule takes the other direction for better than the instrument does.

    Notes
    -----
    The same as :func:`fairterms.outcomes.patient_change.episodes.split_by_gap` followed by
    :func:`fairterms.outcomes.patient_change.episodes.cut`, to the last bit. A score's clinician is
    that of the form recorded first or last, where that one counts; where the worst, the best or
    the mean of a day counts, it is the clinician of all its forms, or nobody.
    """
    assert name.isidentifier(), f"{name!r} is no name of a table"
    _check_direction(scores, terms.rule)
    days = f"{name}_days"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {days} AS {_days(scores, terms)}")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE {name}_index AS {_index(days, terms)}")
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE {name}_episodes AS {_episodes(days, f'{name}_index', terms)}"
    )
    for done in (days, f"{name}_index"):
        connection.execute(f"DROP TABLE {done}")
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW {name}_named AS {_named(f'{name}_episodes', scores)}"
    )
    found: dict[int, int] = dict(
        connection.execute(
            f"SELECT reason, count(*) FROM {name}_episodes GROUP BY reason"  # noqa: S608
        ).fetchall()
    )
    [with_score] = connection.execute(
        f"SELECT count(DISTINCT patient) FROM {name}_episodes"  # noqa: S608
    ).fetchall()
    return EpisodeTable(
        f"{name}_episodes",
        f"{name}_named",
        scores,
        {reason: int(found.get(reason.value, 0)) for reason in EpisodeReason},
        scores.n_people - int(with_score[0]),
    )


def _check_direction(scores: ScoreTable, rule: EpisodeRule) -> None:
    instrument = scores.rules.instrument
    if rule.direction is not instrument.direction:
        raise Refusal(
            instrument.name,
            f"the rule for episodes says {rule.direction.value}, the instrument "
            f"{instrument.direction.value}",
            "the best score would be taken for the worst",
            "name the instrument's direction in the rule",
        )


def _days(scores: ScoreTable, terms: EpisodeTerms) -> str:
    """Write SQL of one score a patient and day, with the first day of its episode."""
    in_order = "PARTITION BY patient ORDER BY day, place"
    starts = f"CASE WHEN since IS NULL OR since > {terms.gap_days:d} THEN day END"
    rows = (
        f"SELECT patient, day, place, score, clinician, "  # noqa: S608
        f"coalesce(since = 0, false) OR coalesce(until = 0, false) AS is_tied, "
        f"max({starts}) OVER ({in_order} ROWS UNBOUNDED PRECEDING) AS first_day FROM ("
        "SELECT *, day - (lag(day) OVER w) AS since, (lead(day) OVER w) - day AS until "
        f"FROM {scores.name} WHERE score IS NOT NULL WINDOW w AS ({in_order}))"
    )
    # Days with one score are most: only the others are put together.
    return (
        f"WITH known AS ({rows}) "  # noqa: S608
        "SELECT patient, first_day, day, score, clinician FROM known WHERE NOT is_tied UNION ALL "
        f"SELECT patient, first_day, day, {_tie(terms.rule)} AS score, {_clinician(terms.rule)} "
        "AS clinician FROM known WHERE is_tied GROUP BY patient, first_day, day"
    )


def _tie(rule: EpisodeRule) -> str:
    """Write SQL of the score that counts of several of one day."""
    low, high = "min(score)", "max(score)"
    worse_is_high = rule.direction is Direction.HIGHER_IS_WORSE
    match rule.tie:
        case Tie.FIRST_RECORDED:
            return "arg_min(score, place)"
        case Tie.LAST_RECORDED:
            return "arg_max(score, place)"
        case Tie.WORST:
            return high if worse_is_high else low
        case Tie.BEST:
            return low if worse_is_high else high
        case Tie.MEAN:
            # Added up in order of recording: fractions added in another order differ at the end.
            in_order = "list_reduce(list(score ORDER BY place), lambda a, b: a + b)"
            return f"{in_order} / count(*)"


def _clinician(rule: EpisodeRule) -> str:
    match rule.tie:
        case Tie.FIRST_RECORDED:
            return "arg_min(clinician, place)"
        case Tie.LAST_RECORDED:
            return "arg_max(clinician, place)"
        case _:
            return _ONE


def _pick(rule: EpisodeRule, pick: Pick, prefix: str) -> str:
    """Write SQL of the score that counts among the rows that are open."""
    worst_first = "-score" if rule.direction is Direction.HIGHER_IS_WORSE else "score"
    best_first = "score" if rule.direction is Direction.HIGHER_IS_WORSE else "-score"
    first = {
        Pick.FIRST: "day",
        Pick.LAST: "-day",
        Pick.WORST: f"row({worst_first}, day)",
        Pick.BEST: f"row({best_first}, day)",
    }[pick]
    chosen = ", ".join(
        f"arg_min({column}, {first}) FILTER (is_open) AS {prefix}_{column}"
        for column in ("day", "score", "clinician")
    )
    return f"{chosen}, count(*) FILTER (is_open) AS {prefix}_n"


def _index(days: str, terms: EpisodeTerms) -> str:
    """Write SQL of the episodes with their first score."""
    rule = terms.rule
    last = f"max(day) + {terms.gap_days:d}"
    within = "true"
    if terms.longest is not None:
        last = f"least({last}, first_day + {terms.longest:d})"
        within = f"day <= first_day + {terms.longest:d}"
    is_open = f"{within} AND day - first_day <= {rule.index_within:d}"
    if rule.index_at_least is not None:
        compare = ">=" if rule.direction is Direction.HIGHER_IS_WORSE else "<="
        is_open += f" AND score {compare} {double(rule.index_at_least)}"
    return (
        f"SELECT patient, first_day, {last} AS last_day, "  # noqa: S608
        f"{_pick(rule, rule.index, 'index')} "
        f"FROM (SELECT *, {is_open} AS is_open FROM {days}) GROUP BY patient, first_day"
    )


def _episodes(days: str, index: str, terms: EpisodeTerms) -> str:
    """Write SQL of the episodes with both scores and the reason."""
    rule = terms.rule
    until = "" if rule.last_until is None else f" AND since <= {rule.last_until:d}"
    later = (
        "SELECT d.*, true AS is_open FROM ("  # noqa: S608
        f"SELECT d.*, d.day - i.index_day AS since FROM {index} i JOIN {days} d "
        "ON d.patient = i.patient AND d.first_day = i.first_day AND d.day <= i.last_day "
        f"WHERE i.index_n > 0) d WHERE since >= {rule.last_from:d}{until}"
    )
    latest = (
        f"SELECT patient, first_day, {_pick(rule, rule.last, 'last')} "  # noqa: S608
        f"FROM ({later}) GROUP BY patient, first_day"
    )
    ends = "i.last_day"
    if rule.last_until is not None:
        ends = f"least(i.last_day, coalesce(index_day, -1) + {rule.last_until:d})"
    is_final = f"{ends} <= {rule.seen_until:d}"
    reason = (
        f"CASE WHEN i.index_n = 0 THEN {EpisodeReason.NO_INDEX:d} "
        f"WHEN l.last_n > 0 THEN {EpisodeReason.COMPLETE:d} "
        f"WHEN NOT ({is_final}) THEN {EpisodeReason.NOT_YET_DUE:d} "
        f"ELSE {EpisodeReason.NO_LAST:d} END"
    )
    return (
        "SELECT i.patient, i.first_day, i.last_day, coalesce(i.index_day, -1) AS index_day, "  # noqa: S608
        "i.index_score, i.index_n, coalesce(i.index_clinician, -1) AS index_clinician, "
        "coalesce(l.last_day, -1) AS last_score_day, l.last_score, coalesce(l.last_n, 0) AS "
        "last_n, coalesce(l.last_clinician, -1) AS last_clinician, "
        f"({reason})::TINYINT AS reason, {is_final} AS is_final "
        f"FROM {index} i LEFT JOIN ({latest}) l "
        "ON l.patient = i.patient AND l.first_day = i.first_day"
    )


def _named(episodes: str, scores: ScoreTable) -> str:
    """Write SQL of the episodes with ids and dates."""
    words = " ".join(f"WHEN {one:d} THEN {literal(said)}" for one, said in REASONS.items())

    def day(name: str, count: str) -> str:
        return f"CASE WHEN e.{count} > 0 THEN DATE '1970-01-01' + e.{name} END AS {name}"

    return (
        f"SELECT p.person_id, DATE '1970-01-01' + e.first_day AS first_day, "  # noqa: S608
        f"DATE '1970-01-01' + e.last_day AS last_day, "
        f"{day('index_day', 'index_n')}, e.index_score, a.clinician_id AS index_clinician_id, "
        f"{day('last_score_day', 'last_n')}, e.last_score, "
        f"b.clinician_id AS last_clinician_id, CASE e.reason {words} END AS reason, e.is_final "
        f"FROM {episodes} e JOIN {scores.people} p USING (patient) "
        f"LEFT JOIN {scores.clinicians} a ON a.clinician = e.index_clinician "
        f"LEFT JOIN {scores.clinicians} b ON b.clinician = e.last_clinician"
    )
