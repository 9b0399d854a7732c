"""What is known of a measure before money hangs on it: cases, missing scores, two raters."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fairterms.audit.procedures.evidence_table import EvidenceTable
from fairterms.audit.procedures.rater_agreement import RaterTable
from fairterms.outcomes.contract_measures.evaluation import Line
from fairterms.units.quantity import Kind

KEYS = (
    *("measure", "where", "cases", "least_cases", "expected_scores", "missing_scores"),
    *("most_missing", "raters", "least_agreement"),
)
RATER_KEYS = ("both_yes", "first_only", "second_only", "both_no")


@dataclass(frozen=True)
class MeasureCheck:
    """One measure.

    Attributes
    ----------
    measure, where
        What it is called, and where the contract says so.
    cases, least_cases
        How many it rests on, and the fewest the contract lets count.
    expected_scores, missing_scores, most_missing
        Scores that should be there, those that are not, and the largest share that may be missing.
    raters, least_agreement
        Two raters of the same charts, and the least kappa; None where nobody rated.
    """

    measure: str
    where: str
    cases: int
    least_cases: int
    expected_scores: int
    missing_scores: int
    most_missing: Decimal
    raters: RaterTable | None = None
    least_agreement: Decimal | None = None

    def __post_init__(self) -> None:
        assert 0 <= self.missing_scores <= self.expected_scores, "a part is no more than its whole"


def cases_of(lines: Iterable[Line]) -> int:
    """Add up the cases of a measure's result, as :mod:`fairterms.outcomes` evaluates it."""
    return sum(line.cases for line in lines)


def read(table: EvidenceTable) -> MeasureCheck | None:
    """Read one ``[[measure_check]]``; None where something it needs is missing."""
    table.only(*KEYS)
    measure, where = table.needed_words("measure", "depression_response"), table.words("where")
    numbers = [
        table.counted(key, example)
        for key, example in (
            ("cases", "1,918 patients"),
            ("least_cases", "30 patients"),
            ("expected_scores", "2,140 scores"),
            ("missing_scores", "222 scores"),
        )
    ]
    most = table.amount("most_missing", "20 %", Kind.FRACTION)
    raters, least = _raters(table), None
    if "raters" in table.raw:
        least = table.amount("least_agreement", "0.6 factor", Kind.FACTOR)
    found = [number for number in numbers if number is not None]
    is_rated = "raters" in table.raw
    if not measure or len(found) < len(numbers) or most is None:
        return None
    if is_rated and (raters is None or least is None):
        return None
    cases, least_cases, expected, missing = found
    if missing > expected:
        fix = "count every score that should be there, and among them the missing ones"
        table.note("missing_scores", "more scores are missing than expected", "too-many", fix)
        return None
    return MeasureCheck(
        *(measure, where or measure, cases, least_cases, expected, missing, most.amount),
        raters,
        least.amount if least else None,
    )


def _raters(table: EvidenceTable) -> RaterTable | None:
    raw = table.raw.get("raters")
    if raw is None:
        return None
    fix = "write raters = { both_yes = 40, first_only = 0, second_only = 12, both_no = 60 }"
    if not isinstance(raw, dict):
        table.note("raters", "raters is no table of four counts", "not-a-table", fix)
        return None
    part = EvidenceTable(raw, (*table.path, "raters"), table.notes)
    part.only(*RATER_KEYS)
    found = [part.needed_whole(key, 40) for key in RATER_KEYS]
    counts = [number for number in found if number is not None]
    return RaterTable(*counts) if len(counts) == len(RATER_KEYS) else None
