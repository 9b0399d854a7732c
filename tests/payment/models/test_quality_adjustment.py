"""Quality changes what another clause pays: gate, scale, ladder; gains, or losses too."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.model import Category
from fairterms.payment.models.quality_adjustment import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle


def adjusted(terms: str) -> str:
    clause = f'[[clause]]\nid = "quality"\nmodel = "quality_adjustment"\nof = "result"\n{terms}\n'
    return RESULT + clause


GATE = 'method = "gate"\nquality_minimum = "75 %"'
GATE_BY_COUNT = 'method = "gate"\nquality_minimum = "3 measures"'
SCALE = 'method = "scale"'
BY_MEASURES = """method = "ladder"
ladder = [
  { at = "0 measures", share = "0 %" },
  { at = "2 measures", share = "50 %" },
  { at = "4 measures", share = "100 %" },
]"""
BY_SCORE = """method = "ladder"
ladder = [
  { at = "0 %", share = "25 %" },
  { at = "60 %", share = "50 %" },
  { at = "more than 80 %", share = "100 %" },
]"""
TOO = '\napplies_to = "gains and losses"'
REVERSED = '\napplies_to = "gains, and losses the other way"'

CASES = {
    "a gate that is passed pays in full": (GATE, 1_000, "quality_score", "80 %", "$1,000.00"),
    "a gate that is failed pays nothing": (GATE, 1_000, "quality_score", "74 %", "$0.00"),
    "a gate leaves losses alone": (GATE, -1_000, "quality_score", "74 %", "-$1,000.00"),
    "a gate may count measures": (GATE_BY_COUNT, 1_000, "measures_met", "3 measures", "$1,000.00"),
    "too few measures close it": (GATE_BY_COUNT, 1_000, "measures_met", "2 measures", "$0.00"),
    "a scale pays in proportion": (SCALE, 1_000, "quality_score", "88.66 %", "$886.60"),
    "a scale leaves losses alone": (SCALE, -1_000, "quality_score", "0 %", "-$1,000.00"),
    "a ladder pays the rung reached": (BY_MEASURES, 1_000, "measures_met", "3 measures", "$500.00"),
    "the top rung": (BY_MEASURES, 1_000, "measures_met", "5 measures", "$1,000.00"),
    "the bottom rung may pay something": (BY_SCORE, 1_000, "quality_score", "10 %", "$250.00"),
    "losses too: better quality owes more": (
        SCALE + TOO,
        -1_000,
        "quality_score",
        "90 %",
        "-$900.00",
    ),
    "losses too: poor quality owes little": (
        SCALE + TOO,
        -1_000,
        "quality_score",
        "10 %",
        "-$100.00",
    ),
    "the other way: better quality owes less": (
        SCALE + REVERSED,
        -1_000,
        "quality_score",
        "90 %",
        "-$100.00",
    ),
    "the other way: a failed gate owes all": (
        GATE + REVERSED,
        -1_000,
        "quality_score",
        "74 %",
        "-$1,000.00",
    ),
    "the other way: a passed gate owes nothing": (
        GATE + REVERSED,
        -1_000,
        "quality_score",
        "75 %",
        "$0.00",
    ),
    "gains are scaled in every reading": (
        SCALE + REVERSED,
        1_000,
        "quality_score",
        "90 %",
        "$900.00",
    ),
}


@pytest.mark.parametrize(
    ("terms", "before", "figure", "quality", "after"), CASES.values(), ids=CASES.keys()
)
def test_quality_decides_how_much_is_paid(
    terms: str, before: int, figure: str, quality: str, after: str
) -> None:
    clauses = adjusted(terms)
    assert problems(contract(clauses)) == ()
    figures = {"cost": cost_for(before), figure: quality}
    assert amount(settle(clauses, figures)) == after
    assert agrees_in_floats(clauses, figures)


@pytest.mark.parametrize(
    ("minimum", "score", "after"),
    [
        ("75 %", "74.9 %", "$0.00"),
        ("75 %", "75 %", "$1,000.00"),
        ("75 %", "75.1 %", "$1,000.00"),
        ("at least 75 %", "75 %", "$1,000.00"),
        ("more than 75 %", "75 %", "$0.00"),
        ("more than 75 %", "75.1 %", "$1,000.00"),
    ],
)
def test_a_gate_is_passed_by_equality_unless_it_says_more_than(
    minimum: str, score: str, after: str
) -> None:
    clauses = adjusted(GATE.replace("75 %", minimum))
    figures = {"cost": cost_for(1_000), "quality_score": score}
    assert amount(settle(clauses, figures)) == after
    assert agrees_in_floats(clauses, figures)


@pytest.mark.parametrize(
    ("score", "after"),
    [("59.9 %", "$250.00"), ("60 %", "$500.00"), ("80 %", "$500.00"), ("80.1 %", "$1,000.00")],
)
def test_a_rung_is_reached_by_equality_unless_it_says_more_than(score: str, after: str) -> None:
    figures = {"cost": cost_for(1_000), "quality_score": score}
    assert amount(settle(adjusted(BY_SCORE), figures)) == after


@pytest.mark.parametrize(
    ("terms", "before", "score", "bites"),
    [
        (SCALE, 1_000, "90 %", True),
        (SCALE, 1_000, "100 %", False),
        (SCALE, 0, "90 %", False),
        (SCALE, -1_000, "90 %", False),
        (SCALE + TOO, -1_000, "90 %", True),
        (SCALE + REVERSED, -1_000, "0 %", False),
    ],
)
def test_the_gate_says_whether_quality_changed_the_amount(
    terms: str, before: int, score: str, *, bites: bool
) -> None:
    figures = {"cost": cost_for(before), "quality_score": score}
    gate = settle(adjusted(terms), figures).gate("quality")
    assert bool(gate.bites[0]) is bites
    assert gate.otherwise == "quality changes nothing here"


def test_the_share_earned_is_a_step() -> None:
    figures = {"cost": cost_for(1_000), "measures_met": "2 measures"}
    worksheet = settle(adjusted(BY_MEASURES), figures)
    assert amount(worksheet, "quality_share") == "50 %"
    assert worksheet.step("quality_share").words == "share earned by quality, by ladder"


def test_a_silent_contract_is_read_as_gains_only_and_the_silence_is_kept() -> None:
    found = survey(contract(adjusted(SCALE)))
    assert found.silent["quality", "applies_to"] == "gains only"


CENTS = some.decimals(Decimal(-450_000), Decimal(450_000), places=2)
SCORES = some.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)


@settings(max_examples=25, deadline=None)
@generated(CENTS, SCORES, SCORES, some.sampled_from([GATE, SCALE, BY_SCORE]))
def test_better_quality_never_pays_less(
    before: Decimal, one: Decimal, other: Decimal, method: str
) -> None:
    def paid(score: Decimal) -> Decimal:
        figures = {"cost": cost_for(before), "quality_score": f"{score} %"}
        return settle(adjusted(method + REVERSED), figures).amounts()[0]

    assert paid(min(one, other)) <= paid(max(one, other))


@settings(max_examples=25, deadline=None)
@generated(CENTS, SCORES, some.sampled_from([GATE, SCALE, BY_SCORE]), some.sampled_from(["", TOO]))
def test_the_amount_never_grows_nor_changes_its_sign(
    before: Decimal, score: Decimal, method: str, applies_to: str
) -> None:
    clauses = adjusted(method + applies_to)
    figures = {"cost": cost_for(before), "quality_score": f"{score} %"}
    after = settle(clauses, figures).amounts()[0]
    assert abs(after) <= abs(before)
    assert after * before >= 0
    share = settle(clauses, figures).step("quality_share").values[0]
    if before >= 0:
        assert after == (before * share).quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")


@settings(max_examples=25, deadline=None)
@generated(CENTS, SCORES)
def test_twice_the_amount_is_twice_the_payment(before: Decimal, score: Decimal) -> None:
    def result(of: Decimal) -> Decimal:
        figures = {"cost": cost_for(of), "quality_score": f"{score} %"}
        found: Decimal = settle(adjusted(SCALE + TOO), figures).result("quality").values[0]
        return found

    assert result(2 * before) == 2 * result(before)


def ladder(*rungs: tuple[str, str]) -> str:
    rows = ", ".join(f'{{ at = "{at}", share = "{share}" }}' for at, share in rungs)
    return f'method = "ladder"\nladder = [{rows}]'


OBJECTIONS = {
    "a gate without its minimum": ('method = "gate"', "missing-number"),
    "a ladder without its rungs": ('method = "ladder"', "missing-number"),
    "rungs that do not rise": (
        ladder(("0 %", "0 %"), ("60 %", "50 %"), ("60 %", "100 %")),
        "rows-not-rising",
    ),
    "rungs in two units": (ladder(("0 measures", "0 %"), ("60 %", "50 %")), "mixed-units"),
    "nothing said below the first rung": (ladder(("60 %", "50 %")), "no-bottom-rung"),
    "a higher rung that pays less": (ladder(("0 %", "50 %"), ("60 %", "40 %")), "shares-falling"),
    "a minimum that no gate reads": (
        'method = "scale"\nquality_minimum = "75 %"',
        "unread-term",
    ),
    "a share above the whole": (ladder(("0 %", "120 %")), "share-above-one"),
    "a choice nobody knows": ('method = "gates"', "unknown-choice"),
    "no method": ("", "missing-term"),
    "a rung without a share": ('method = "ladder"\nladder = [{ at = "0 %" }]', "missing-number"),
    "a share without a rung": ('method = "ladder"\nladder = [{ share = "5 %" }]', "missing-number"),
}


@pytest.mark.parametrize(("terms", "code"), OBJECTIONS.values(), ids=OBJECTIONS.keys())
def test_terms_that_contradict_each_other_are_objected_to(terms: str, code: str) -> None:
    assert [problem.code for problem in problems(contract(adjusted(terms)))] == [code]


def test_two_rungs_may_pay_the_same() -> None:
    terms = ladder(("0 %", "50 %"), ("60 %", "50 %"), ("80 %", "100 %"))
    assert problems(contract(adjusted(terms))) == ()


@pytest.mark.parametrize(
    "terms", ['method = "ladder"\nladder = "not stated"', 'method = "not stated"']
)
def test_what_the_contract_does_not_state_is_reported_as_unstated_and_refused(terms: str) -> None:
    with pytest.raises(Refusal, match="the contract does not state it"):
        settle(adjusted(terms), {"cost": cost_for(1_000), "quality_score": "90 %"})
    assert [problem.code for problem in problems(contract(adjusted(terms)))] == ["not-stated"]


def test_a_modifier_has_no_category_of_its_own() -> None:
    assert MODEL.category(contract(adjusted(SCALE)).clauses[1]) == Category()


def test_a_clause_that_takes_no_result_is_objected_to() -> None:
    found = problems(contract(adjusted(SCALE).replace('of = "result"\n', "")))
    assert [problem.code for problem in found] == ["missing-of"]
