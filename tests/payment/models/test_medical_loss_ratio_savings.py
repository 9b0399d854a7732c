"""Medical-loss-ratio savings: target, floor in its readings, quality, the limit."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.model import Category
from fairterms.payment.models.medical_loss_ratio_savings import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

MEASURED = """
[[figure]]
id = "prior_ratio"
unit = "%"
"""
PREMIUM = "$10,000,000.00"


def ratio_savings(**terms: str | list[str]) -> str:
    """Return a clause with a target of 85 %, half of the savings, and whatever else is given."""
    numbers = {"target": "85 %", "sharing_rate": "50 %", **terms}
    written = [
        f"{name} = {value}" if isinstance(value, list) else f'{name} = "{value}"'
        for name, value in numbers.items()
    ]
    head = '[[clause]]\nid = "m"\nmodel = "medical_loss_ratio_savings"'
    return "\n".join([head, *written]) + "\n"


def pays(clauses: str, cost: str | Decimal, kind: NumberKind = EXACT, **figures: str) -> Decimal:
    written = cost if isinstance(cost, str) else f"${cost:,.2f}"
    worksheet = settle(clauses, {"premium": PREMIUM, "cost": written, **figures}, kind)
    return Decimal(worksheet.payable.values[0]).quantize(Decimal("0.01"))


POINTS = {"floor": "5 percentage points"}
RELATIVE = {"floor": "5 %", "floor_is": "a share of the target"}
LEFT_OUT = {"floor": "5 %", "floor_is": "not in the formula"}
DIRECT = {"limit": "25 % of direct payments"}
ALONE = {**POINTS, **DIRECT, "limit_covers": "this payment alone"}
SCALED = {**POINTS, "quality": "scale"}
GATED = {**POINTS, "quality": "gate", "quality_minimum": "60 %"}
BOTH = {**ALONE, "quality": "scale"}
AT_78 = "$7,800,000.00"
SMALL = {"direct_payments": "$800,000.00"}

CASES = {
    "published: a floor five points below the target": (POINTS, AT_78, {}, "250000"),
    "published: a floor five per cent below the target": (RELATIVE, AT_78, {}, "212500"),
    "published: no floor": ({}, AT_78, {}, "350000"),
    "a floor the formula leaves out changes nothing": (LEFT_OUT, AT_78, {}, "350000"),
    "a floor in per cent is first read as points": ({"floor": "5 %"}, AT_78, {}, "250000"),
    "a ratio above the floor is untouched by it": (POINTS, "$8,200,000.00", {}, "150000"),
    "a ratio at the target pays nothing": (POINTS, "$8,500,000.00", {}, "0"),
    "a ratio above the target owes nothing": (POINTS, "$9,900,000.00", {}, "0"),
    "a cost of nothing is paid as the floor": (POINTS, "$0.00", {}, "250000"),
    "four of five measures earn four fifths": (SCALED, AT_78, {"quality_score": "80 %"}, "200000"),
    "a gate that opens pays all": (GATED, AT_78, {"quality_score": "60 %"}, "250000"),
    "a gate that stays shut pays nothing": (GATED, AT_78, {"quality_score": "59.9 %"}, "0"),
    "the limit cuts the payment": (ALONE, AT_78, SMALL, "200000"),
    "the limit is not reached": (ALONE, AT_78, {"direct_payments": "$4,000,000.00"}, "250000"),
    "quality before the limit": (BOTH, AT_78, {**SMALL, "quality_score": "80 %"}, "200000"),
    "quality after the limit": (
        {**BOTH, "quality_applies": "after the limit"},
        AT_78,
        {**SMALL, "quality_score": "80 %"},
        "160000",
    ),
    "other incentives use up part of the limit": (
        {**ALONE, "limit_covers": "this payment and other incentives"},
        AT_78,
        {**SMALL, "other_incentives": "$150,000.00"},
        "50000",
    ),
    "other incentives above the limit leave nothing, and take nothing back": (
        {**ALONE, "limit_covers": "this payment and other incentives"},
        AT_78,
        {**SMALL, "other_incentives": "$250,000.00"},
        "0",
    ),
    "a limit in dollars": ({**ALONE, "limit": "$90,000.00"}, AT_78, {}, "90000"),
    "a limit on the premium": ({**ALONE, "limit": "2 % of premium"}, AT_78, {}, "200000"),
}


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("terms", "cost", "figures", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(
    terms: dict[str, str], cost: str, figures: dict[str, str], paid: str, kind: NumberKind
) -> None:
    clauses = ratio_savings(**terms)
    assert problems(contract(clauses)) == ()
    assert pays(clauses, cost, kind, **figures) == Decimal(paid)


def test_the_cost_that_counts_can_be_named_part_by_part() -> None:
    parts = {"cost_adds": ["ibnr", "stop_loss_expense"], "cost_subtracts": ["stop_loss_credit"]}
    clauses = ratio_savings(**parts)
    assert problems(contract(clauses)) == ()
    figures = {
        "premium": PREMIUM,
        "cost": "$7,500,000.00",
        "ibnr": "$320,000.00",
        "stop_loss_expense": "$60,000.00",
        "stop_loss_credit": "$80,000.00",
    }
    worksheet = settle(clauses, figures)
    assert amount(worksheet, "net_cost") == "$7,800,000.00"
    assert worksheet.step("net_cost").words == "cost + ibnr + stop loss expense − stop loss credit"
    assert amount(worksheet, "medical_loss_ratio") == "78 %"
    assert amount(worksheet) == "$350,000.00"


PRIOR_YEAR = (
    "= if(prior_ratio >= 89 %, max(prior_ratio - 2 %, 89 %), "
    "if(prior_ratio >= 82 %, prior_ratio, min(prior_ratio + 4 %, 82 %)))"
)
PRIOR_YEAR_TABLE = (
    'target = { by = "prior_ratio", interpolate = true, rows = [["0 %", "4 %"], ["78 %", "82 %"], '
    '["82 %", "82 %"], ["89 %", "89 %"], ["91 %", "89 %"], ["102 %", "100 %"]] }\n'
)


@pytest.mark.parametrize(
    ("prior", "target"),
    [
        ("70 %", "74 %"),
        ("77.9 %", "81.9 %"),
        ("78 %", "82 %"),
        ("80 %", "82 %"),
        ("82 %", "82 %"),
        ("85.5 %", "85.5 %"),
        ("89 %", "89 %"),
        ("91 %", "89 %"),
        ("91.1 %", "89.1 %"),
        ("95 %", "93 %"),
    ],
)
@pytest.mark.parametrize("form", ["formula", "table"])
def test_the_target_follows_the_prior_year(form: str, prior: str, target: str) -> None:
    clauses = ratio_savings(target=PRIOR_YEAR)
    if form == "table":
        clauses = clauses.replace(f'target = "{PRIOR_YEAR}"\n', PRIOR_YEAR_TABLE)
    assert problems(contract(MEASURED + clauses)) == ()
    figures = {"premium": PREMIUM, "cost": AT_78, "prior_ratio": prior}
    assert amount(settle(MEASURED + clauses, figures), "target") == target


@pytest.mark.parametrize(
    ("cost", "paid"),
    [("$7,999,999.99", "250000"), ("$8,000,000.00", "250000"), ("$8,000,000.02", "249999.99")],
)
def test_the_floor_stops_a_cent_below_itself(cost: str, paid: str) -> None:
    assert pays(ratio_savings(**POINTS), cost) == Decimal(paid)


@pytest.mark.parametrize(
    ("score", "minimum", "passes"),
    [
        ("59.999 %", "at least 60 %", False),
        ("60 %", "at least 60 %", True),
        ("60 %", "more than 60 %", False),
        ("60.001 %", "more than 60 %", True),
    ],
)
def test_the_quality_minimum_is_met_by_equality_unless_it_says_more_than(
    score: str, minimum: str, *, passes: bool
) -> None:
    clauses = ratio_savings(**{**GATED, "quality_minimum": minimum})
    assert pays(clauses, AT_78, quality_score=score) == (250_000 if passes else 0)


@pytest.mark.parametrize(
    ("direct", "paid", "bites"),
    [
        ("$999,999.96", "249999.99", True),
        ("$1,000,000.00", "250000", False),
        ("$1,000,000.04", "250000", False),
    ],
)
def test_the_limit_bites_above_itself_and_not_at_it(direct: str, paid: str, *, bites: bool) -> None:
    figures = {"premium": PREMIUM, "cost": AT_78, "direct_payments": direct}
    worksheet = settle(ratio_savings(**ALONE), figures)
    assert worksheet.payable.values[0] == Decimal(paid)
    assert bool(worksheet.gate("limit").bites[0]) is bites
    assert worksheet.gate("limit").otherwise == "the payment is within the limit"


def test_gates_say_why_they_did_not_bite() -> None:
    clauses = ratio_savings(**GATED)
    figures = {"premium": PREMIUM, "cost": "$8,200,000.00", "quality_score": "90 %"}
    worksheet = settle(clauses, figures)
    told = {gate.name: (bool(gate.bites[0]), gate.otherwise) for gate in worksheet.gates}
    assert told == {
        "floor": (False, "the ratio is not below the floor"),
        "target": (False, "the ratio is below the target"),
        "quality": (False, "the quality minimum is met, or nothing is at stake"),
    }


def test_a_missed_target_and_a_shut_gate_bite() -> None:
    clauses = ratio_savings(**GATED)
    dear = settle(clauses, {"premium": PREMIUM, "cost": PREMIUM, "quality_score": "90 %"})
    assert dear.gate("target").bites[0]
    poor = settle(clauses, {"premium": PREMIUM, "cost": AT_78, "quality_score": "10 %"})
    assert poor.gate("quality").bites[0]
    assert poor.gate("floor").bites[0]


@pytest.mark.parametrize(
    ("cost", "gate", "bites"),
    [
        ("$8,499,999.99", "target", False),
        ("$8,500,000.00", "target", True),
        ("$8,000,000.00", "floor", False),
        ("$7,999,999.99", "floor", True),
    ],
)
def test_the_target_is_missed_at_itself_and_the_floor_bites_below_itself(
    cost: str, gate: str, *, bites: bool
) -> None:
    worksheet = settle(ratio_savings(**POINTS), {"premium": PREMIUM, "cost": cost})
    assert bool(worksheet.gate(gate).bites[0]) is bites


@pytest.mark.parametrize(
    "terms",
    [GATED, {**GATED, **ALONE}, {**GATED, **ALONE, "quality_applies": "after the limit"}],
    ids=["no limit", "before the limit", "after the limit"],
)
@pytest.mark.parametrize(("cost", "bites"), [("$8,499,999.00", True), ("$8,500,000.00", False)])
def test_a_shut_gate_bites_only_where_something_was_saved(
    terms: dict[str, str], cost: str, *, bites: bool
) -> None:
    figures = {"premium": PREMIUM, "cost": cost, "quality_score": "0 %", **SMALL}
    worksheet = settle(ratio_savings(**terms), figures)
    assert bool(worksheet.gate("quality").bites[0]) is bites
    assert amount(worksheet) == "$0.00"


@pytest.mark.parametrize(
    ("terms", "floor", "words"),
    [(POINTS, "80 %", "target − floor"), (RELATIVE, "80.75 %", "target × (1 − floor)")],
)
def test_the_floor_is_shown_as_it_was_read(terms: dict[str, str], floor: str, words: str) -> None:
    worksheet = settle(ratio_savings(**terms), {"premium": PREMIUM, "cost": AT_78})
    assert amount(worksheet, "floor_ratio") == floor
    assert worksheet.step("floor_ratio").words == words


def test_what_the_text_leaves_open_is_noted_with_its_plain_reading() -> None:
    found = survey(contract(ratio_savings(**{**BOTH, "floor": "5 %"})))
    assert found.silent == {
        ("m", "floor_is"): "points below the target",
        ("m", "quality_applies"): "before the limit",
    }


def test_a_choice_that_is_not_stated_is_read_plainly_or_refused() -> None:
    plain = ratio_savings(floor="5 %", floor_is="not stated")
    assert [problem.code for problem in problems(contract(plain))] == ["not-stated"]
    assert survey(contract(plain)).silent == {("m", "floor_is"): "points below the target"}
    assert pays(plain, AT_78) == 250_000
    bare = ratio_savings(**{**ALONE, "limit_covers": "not stated"})
    assert [problem.code for problem in problems(contract(bare))] == ["not-stated"]
    with pytest.raises(Refusal, match=r"m\.limit_covers: the contract does not state it"):
        pays(bare, AT_78, direct_payments="$800,000.00")


@pytest.mark.parametrize("name", ["cost_adds", "quality"])
def test_nothing_is_read_into_a_list_or_a_way_that_is_not_stated(name: str) -> None:
    silent = ratio_savings(**{name: "not stated"})
    assert [problem.code for problem in problems(contract(silent))] == ["not-stated"]
    with pytest.raises(Refusal, match=rf"m\.{name}: the contract does not state it"):
        pays(silent, AT_78, quality_score="50 %")


def test_a_floor_in_points_leaves_nothing_open() -> None:
    assert survey(contract(ratio_savings(**POINTS))).silent == {}


dollars = some.integers(0, 12_000_000).map(Decimal)
shares = some.integers(0, 100)


@settings(max_examples=25, deadline=None)
@generated(cost=dollars, more=dollars, score=shares, direct=dollars)
def test_a_dearer_year_never_pays_more_and_no_year_owes(
    cost: Decimal, more: Decimal, score: int, direct: Decimal
) -> None:
    clauses = ratio_savings(**BOTH)
    given = {"quality_score": f"{score} %", "direct_payments": f"${direct}"}
    cheap, dear = (pays(clauses, spent, EXACT, **given) for spent in (cost, cost + more))
    assert 0 <= dear <= cheap <= min(Decimal(250_000), direct / 4)


@settings(max_examples=25, deadline=None)
@generated(cost=dollars, premium=dollars, score=shares)
def test_twice_the_dollars_pay_twice_as_much(cost: Decimal, premium: Decimal, score: int) -> None:
    clauses = ratio_savings(**{**RELATIVE, "quality": "scale"})
    paid = [
        settle(
            clauses,
            {
                "premium": f"${times * premium}",
                "cost": f"${times * cost}",
                "quality_score": f"{score} %",
            },
        )
        .step("payment")
        .values[0]
        for times in (1, 2)
    ]
    assert paid[1] == 2 * paid[0]


@settings(max_examples=25, deadline=None)
@generated(cost=dollars, premium=dollars, score=shares, direct=dollars)
def test_exact_and_float_agree(
    cost: Decimal, premium: Decimal, score: int, direct: Decimal
) -> None:
    figures = {
        "premium": f"${premium}",
        "cost": f"${cost}",
        "quality_score": f"{score} %",
        "direct_payments": f"${direct}",
    }
    exact, floats = (
        settle(ratio_savings(**BOTH), figures, kind).step("payment").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


def test_a_panel_of_nobody_is_paid_nothing() -> None:
    figures = {"premium": "$0.00", "cost": "$0.00"}
    assert amount(settle(ratio_savings(**POINTS), figures)) == "$0.00"


@pytest.mark.parametrize(
    ("terms", "what"),
    [
        ({"quality": "gate"}, "the quality gate has no quality_minimum"),
        (
            {**POINTS, "floor_is": "a share of the target"},
            'the floor is in percentage points, but floor_is says "a share of the target"',
        ),
        (DIRECT, "the limit does not say whether other incentives count towards it"),
    ],
)
def test_terms_that_leave_the_amount_open_are_objected_to(terms: dict[str, str], what: str) -> None:
    clause = contract(ratio_savings(**terms)).clause("m")
    assert [objection.what for objection in MODEL.check(clause)] == [what]


def test_sound_terms_are_not_objected_to() -> None:
    agreeing = {**POINTS, "floor_is": "points below the target"}
    for terms in (POINTS, RELATIVE, GATED, BOTH, agreeing):
        assert not list(MODEL.check(contract(ratio_savings(**terms)).clause("m")))


@pytest.mark.parametrize("name", ["target", "sharing_rate"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(ratio_savings())
    silent = whole.replacing(whole.clause("m").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "m" has no {name}'
    ]


def test_it_is_classed_as_shared_savings_without_losses() -> None:
    clause = contract(ratio_savings(**GATED)).clause("m")
    assert MODEL.category(clause) == Category("3A", "ssq")
    assert MODEL.category(clause.without("quality")) == Category("3N", "ssp")
