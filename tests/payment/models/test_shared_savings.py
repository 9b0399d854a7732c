"""Shared savings: minimum rates, first dollar or excess, quality, caps, losses."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.model import Category
from fairterms.payment.models.shared_savings import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle


def savings(*terms: str, **changed: str) -> str:
    """Return a clause on a benchmark of $1,000,000: 2 % minimum, half of the savings."""
    numbers = {
        "benchmark": "$1,000,000.00",
        "minimum_savings_rate": "2 %",
        "sharing_rate": "50 %",
        **changed,
    }
    written = [f'{name} = "{value}"' for name, value in numbers.items() if value]
    return "\n".join(['[[clause]]\nid = "s"\nmodel = "shared_savings"', *written, *terms]) + "\n"


def cost(saved: str | int) -> str:
    return f"${Decimal(1_000_000) - Decimal(saved):,.2f}"


def pays(clauses: str, saved: str | int, kind: NumberKind = EXACT, **figures: str) -> Decimal:
    worksheet = settle(clauses, {"cost": cost(saved), **figures}, kind)
    return Decimal(worksheet.payable.values[0]).quantize(Decimal("0.01"))


BOTH_SIDES = {"minimum_loss_rate": "2 %", "loss_rate": "30 %"}
LOWER_RATE = {"sharing_rate_below_minimum": "20 %"}
EXCLUDED = {"savings_eligibility": "0 %"}
HALF = {"savings_eligibility": "50 %"}

CASES = {
    "savings above the minimum are shared from the first dollar": ({}, 50_000, "25000"),
    "savings below the minimum pay nothing": ({}, 15_000, "0"),
    "a dear year of an upside-only contract pays nothing": ({}, -90_000, "0"),
    "only the excess is shared when the contract says so": (
        {"shared_from": "excess over the minimum"},
        50_000,
        "15000",
    ),
    "the share stops at the cap": ({"savings_cap": "3 % of benchmark"}, 80_000, "30000"),
    "losses above the minimum are owed from the first dollar": (BOTH_SIDES, -50_000, "-15000"),
    "losses below the minimum owe nothing": (BOTH_SIDES, -15_000, "0"),
    "losses stop at their cap": ({**BOTH_SIDES, "loss_cap": "$12,000.00"}, -90_000, "-12000"),
    "only excess losses are owed when the contract says so": (
        {**BOTH_SIDES, "shared_from": "excess over the minimum"},
        -50_000,
        "-9000",
    ),
    "a two-sided contract still pays savings": (BOTH_SIDES, 50_000, "25000"),
    "savings below the minimum have a rate of their own": (LOWER_RATE, 15_000, "3000"),
    "savings that reach the minimum have the full rate": (LOWER_RATE, 20_000, "10000"),
    "a dear year has no rate below the minimum": (LOWER_RATE, -15_000, "0"),
    "a condition takes savings out": ({**BOTH_SIDES, **EXCLUDED}, 50_000, "0"),
    "a condition on savings lets losses stand": ({**BOTH_SIDES, **EXCLUDED}, -50_000, "-15000"),
    "half of the savings is too little for the minimum": (HALF, 39_999, "0"),
    "half of the savings just reaches the minimum": (HALF, 40_000, "10000"),
    "nothing saved, nothing paid": (BOTH_SIDES, 0, "0"),
    "no minimum and nothing saved": ({"minimum_savings_rate": "0 %"}, 0, "0"),
}


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("terms", "saved", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(
    terms: dict[str, str], saved: int, paid: str, kind: NumberKind
) -> None:
    clauses = savings(**terms)
    assert problems(contract(clauses)) == ()
    assert pays(clauses, saved, kind) == Decimal(paid)


@pytest.mark.parametrize(
    ("minimum", "saved", "paid"),
    [
        ("2 %", "19999.99", "0"),
        ("2 %", "20000.00", "10000"),
        ("2 %", "20000.01", "10000.01"),
        ("at least 2 %", "20000.00", "10000"),
        ("more than 2 %", "20000.00", "0"),
        ("more than 2 %", "20000.01", "10000.01"),
    ],
)
def test_savings_exactly_at_the_minimum_count_unless_it_says_more_than(
    minimum: str, saved: str, paid: str
) -> None:
    assert pays(savings(minimum_savings_rate=minimum), saved) == Decimal(paid)


@pytest.mark.parametrize(
    ("minimum", "lost", "owed"),
    [
        ("2 %", "19999.99", "0"),
        ("2 %", "20000.00", "6000"),
        ("more than 2 %", "20000.00", "0"),
        ("more than 2 %", "20000.01", "6000"),
    ],
)
def test_losses_exactly_at_the_minimum_count_unless_it_says_more_than(
    minimum: str, lost: str, owed: str
) -> None:
    clauses = savings(minimum_loss_rate=minimum, loss_rate="30 %")
    assert pays(clauses, f"-{lost}") == -Decimal(owed)


@pytest.mark.parametrize(
    ("cap", "saved", "paid", "bites"),
    [
        ("$25,000.00", "49999.98", "24999.99", False),
        ("$25,000.00", "50000.00", "25000.00", False),
        ("$25,000.00", "50000.02", "25000.00", True),
    ],
)
def test_a_cap_bites_above_itself_and_not_at_it(
    cap: str, saved: str, paid: str, *, bites: bool
) -> None:
    worksheet = settle(savings(savings_cap=cap), {"cost": cost(saved)})
    assert amount(worksheet) == f"${Decimal(paid):,.2f}"
    assert bool(worksheet.gate("savings_cap").bites[0]) is bites
    assert worksheet.gate("savings_cap").otherwise == "the share of savings does not exceed the cap"


def test_the_least_of_several_caps_applies() -> None:
    clauses = savings('loss_cap = ["8 % of revenue", "4 % of benchmark"]', **BOTH_SIDES)
    declared = '[[figure]]\nid = "revenue"\nunit = "$"\n'
    assert problems(contract(declared + clauses)) == ()
    assert pays(clauses, -900_000, revenue="$300,000.00") == -24_000
    assert pays(clauses, -900_000, revenue="$900,000.00") == -40_000


def test_a_benchmark_per_member_month_grows_with_membership() -> None:
    clauses = savings(benchmark="$41.20 PMPM", savings_cap="$1.00 PMPM")
    figures = {"cost": "$4,845,120.00", "member_months": "120,000 member-months"}
    worksheet = settle(clauses, figures)
    assert amount(worksheet, "benchmark") == "$4,944,000.00"
    assert amount(worksheet, "savings") == amount(worksheet, "minimum_savings") == "$98,880.00"
    assert amount(worksheet) == "$49,440.00"


def test_the_minimum_rate_can_shrink_with_the_number_of_members() -> None:
    table = (
        'minimum_savings_rate = { by = "members", interpolate = true, '
        'rows = [["5,000 members", "3.9 %"], ["6,000 members", "3.6 %"]] }'
    )
    clauses = savings(table, minimum_savings_rate="")
    assert pays(clauses, "37499.99", members="5,500 members") == 0
    assert pays(clauses, "37500.00", members="5,500 members") == 18_750


@pytest.mark.parametrize(
    ("terms", "score", "paid"),
    [
        ({"quality": "scale"}, "80 %", "20000"),
        ({"quality": "scale"}, "0 %", "0"),
        ({"quality": "gate", "quality_minimum": "75 %"}, "74.9 %", "0"),
        ({"quality": "gate", "quality_minimum": "75 %"}, "75 %", "25000"),
        ({"quality": "gate", "quality_minimum": "more than 75 %"}, "75 %", "0"),
        ({"quality": "gate", "quality_minimum": "more than 75 %"}, "75.1 %", "25000"),
    ],
)
def test_quality_gates_or_scales_the_share(terms: dict[str, str], score: str, paid: str) -> None:
    assert pays(savings(**terms), 50_000, quality_score=score) == Decimal(paid)


def test_quality_does_not_change_what_is_owed() -> None:
    clauses = savings(quality="gate", quality_minimum="75 %", **BOTH_SIDES)
    assert pays(clauses, -50_000, quality_score="0 %") == -15_000


@pytest.mark.parametrize(
    ("gate", "saved", "score", "bites", "otherwise"),
    [
        ("minimum_savings_rate", 19_000, "90 %", True, "there are no savings below the minimum"),
        ("minimum_savings_rate", 21_000, "90 %", False, "there are no savings below the minimum"),
        ("minimum_savings_rate", -21_000, "90 %", False, "there are no savings below the minimum"),
        ("minimum_loss_rate", -19_000, "90 %", True, "there are no losses below the minimum"),
        ("minimum_loss_rate", -21_000, "90 %", False, "there are no losses below the minimum"),
        ("loss_cap", -90_000, "90 %", True, "the share of losses does not exceed the cap"),
        ("loss_cap", -21_000, "90 %", False, "the share of losses does not exceed the cap"),
    ],
)
def test_gates_say_where_they_bit_and_why_not_elsewhere(
    gate: str, saved: int, score: str, *, bites: bool, otherwise: str
) -> None:
    terms = {**BOTH_SIDES, "loss_cap": "$12,000.00"}
    found = settle(savings(**terms), {"cost": cost(saved), "quality_score": score}).gate(gate)
    assert bool(found.bites[0]) is bites
    assert found.otherwise == otherwise


@pytest.mark.parametrize(
    ("saved", "score", "bites"),
    [(50_000, "74 %", True), (50_000, "75 %", False), (0, "0 %", False)],
)
def test_the_quality_gate_bites_only_where_there_is_something_to_lose(
    saved: int, score: str, *, bites: bool
) -> None:
    clauses = savings(quality="gate", quality_minimum="75 %")
    found = settle(clauses, {"cost": cost(saved), "quality_score": score}).gate("quality")
    assert bool(found.bites[0]) is bites
    assert found.otherwise == "the quality minimum is met, or nothing is at stake"


@pytest.mark.parametrize(
    ("part", "saved", "bites"),
    [
        ("0 %", "0.50", True),
        ("99 %", 50_000, True),
        ("100 %", 50_000, False),
        ("0 %", 0, False),
        ("0 %", -50_000, False),
    ],
)
def test_the_eligibility_gate_bites_where_savings_are_taken_out(
    part: str, saved: str | int, *, bites: bool
) -> None:
    clauses = savings(savings_eligibility=part)
    found = settle(clauses, {"cost": cost(saved)}).gate("savings_eligibility")
    assert bool(found.bites[0]) is bites
    assert found.otherwise == "no savings are excluded by a condition"


CENTS_MATTER = {
    "small savings count when there is no minimum": ({}, "0 %", "0.50", "0.25"),
    "small losses count when there is no minimum": (
        {"minimum_loss_rate": "0 %", "loss_rate": "30 %"},
        "0 %",
        "-0.50",
        "-0.15",
    ),
    "small savings have their lower rate": (LOWER_RATE, "2 %", "0.50", "0.10"),
    "small savings can be excluded": (EXCLUDED, "0 %", "0.50", "0"),
    "small savings can fail the quality gate": (
        {"quality": "gate", "quality_minimum": "75 %"},
        "0 %",
        "0.50",
        "0",
    ),
}


@pytest.mark.parametrize(
    ("terms", "minimum", "saved", "paid"), CENTS_MATTER.values(), ids=CENTS_MATTER.keys()
)
def test_zero_is_zero_and_not_a_dollar(
    terms: dict[str, str], minimum: str, saved: str, paid: str
) -> None:
    clauses = savings(**terms, minimum_savings_rate=minimum)
    assert pays(clauses, saved, quality_score="0 %") == Decimal(paid)


@pytest.mark.parametrize(
    ("gate", "saved", "bites"),
    [
        ("minimum_savings_rate", "0.50", True),
        ("minimum_savings_rate", "0", False),
        ("minimum_loss_rate", "-0.50", True),
        ("minimum_loss_rate", "0", False),
        ("loss_cap", "-40000.00", False),
        ("loss_cap", "-40000.10", True),
        ("quality", "0.50", False),
        ("quality", "20000.00", True),
    ],
)
def test_gates_bite_above_nothing_and_above_their_cap(
    gate: str, saved: str, *, bites: bool
) -> None:
    terms = {**BOTH_SIDES, "loss_cap": "$12,000.00", "quality": "gate", "quality_minimum": "75 %"}
    figures = {"cost": cost(saved), "quality_score": "0 %"}
    assert bool(settle(savings(**terms), figures).gate(gate).bites[0]) is bites


def test_a_zero_panel_pays_nothing() -> None:
    clauses = savings(benchmark="$41.20 PMPM", **BOTH_SIDES)
    empty = settle(clauses, {"cost": "$0.00", "member_months": "0 member-months"})
    assert amount(empty) == "$0.00"


def test_a_missing_cost_is_refused_and_never_taken_as_zero() -> None:
    with pytest.raises(Refusal, match=r"cost: missing(.|\n)*cost of care"):
        settle(savings(), {})


DOLLARS = some.integers(-90_000_000, 90_000_000).map(lambda cents: Decimal(cents) / 100)
FULL = savings(savings_cap="4 % of benchmark", loss_cap="3 % of benchmark", **BOTH_SIDES)


@settings(max_examples=25, deadline=None)
@generated(DOLLARS, DOLLARS)
def test_a_dearer_year_never_pays_more(one: Decimal, other: Decimal) -> None:
    cheap, dear = max(one, other), min(one, other)
    assert pays(FULL, str(dear)) <= pays(FULL, str(cheap))


@settings(max_examples=25, deadline=None)
@generated(DOLLARS)
def test_payments_stay_within_the_caps(saved: Decimal) -> None:
    assert -30_000 <= pays(FULL, str(saved)) <= 40_000


@settings(max_examples=25, deadline=None)
@generated(DOLLARS)
def test_exact_and_float_agree_away_from_the_thresholds(saved: Decimal) -> None:
    if abs(abs(saved) - 20_000) >= 1:
        assert abs(pays(FULL, str(saved)) - pays(FULL, str(saved), FLOAT)) <= Decimal("0.01")


@settings(max_examples=25, deadline=None)
@generated(DOLLARS)
def test_twice_the_dollars_is_twice_the_payment(saved: Decimal) -> None:
    twice = settle(
        FULL.replace("$1,000,000.00", "$2,000,000.00"),
        {"cost": f"${2 * (1_000_000 - saved):,.2f}"},
    )
    once = settle(FULL, {"cost": cost(str(saved))})
    assert twice.step("settlement").values[0] == 2 * once.step("settlement").values[0]


@settings(max_examples=25, deadline=None)
@generated(DOLLARS)
def test_the_steps_add_up(saved: Decimal) -> None:
    worksheet = settle(FULL, {"cost": cost(str(saved))})
    earned, owed = worksheet.step("earned").values[0], worksheet.step("owed").values[0]
    assert worksheet.step("savings").values[0] == saved
    assert worksheet.step("settlement").values[0] == earned - owed
    assert earned == 0 or owed == 0


def codes(clauses: str) -> list[tuple[str, str]]:
    found = problems(contract(clauses))
    return [(problem.code, problem.text.partition(" ")[0]) for problem in found]


def test_a_gate_without_its_minimum_is_objected_to() -> None:
    assert codes(savings(quality="gate")) == [("missing-number", "quality")]


@pytest.mark.parametrize("term", ["benchmark", "minimum_savings_rate", "sharing_rate"])
def test_what_it_cannot_do_without_is_asked_for(term: str) -> None:
    (problem,) = problems(contract(savings(**{term: ""})))
    assert problem.code == "missing-number"
    assert term in problem.what


def test_losses_without_a_minimum_are_objected_to() -> None:
    assert codes(savings(loss_rate="30 %")) == [("missing-number", "loss_rate")]


@pytest.mark.parametrize(
    ("terms", "objects"),
    [
        ({"savings_cap": "0.9 % of benchmark"}, True),
        ({"savings_cap": "1 % of benchmark"}, False),
        ({"savings_cap": "$9,999.99"}, True),
        ({"savings_cap": "$10,000.00"}, False),
        ({"savings_cap": "0.9 % of revenue"}, False),
        ({"savings_cap": "$0.10 PMPM"}, False),
        ({"benchmark": "$40.00 PMPM", "savings_cap": "$0.39 PMPM"}, True),
        ({"benchmark": "$40.00 PMPM", "savings_cap": "$0.40 PMPM"}, False),
        ({"benchmark": "$40.00 PMPM", "savings_cap": "$1.00"}, False),
        ({"savings_cap": "0.9 % of benchmark", "quality": "scale"}, False),
        ({"savings_cap": "$9,999.99", "shared_from": "excess over the minimum"}, False),
        ({"savings_cap": "$9,999.99", "shared_from": "first dollar"}, True),
        ({"savings_cap": "$9,999.99", "sharing_rate_below_minimum": "5 %"}, False),
        ({**BOTH_SIDES, "loss_cap": "0.5 % of benchmark"}, True),
        ({**BOTH_SIDES, "loss_cap": "0.6 % of benchmark"}, False),
        ({**BOTH_SIDES, "loss_cap": "0.5 % of benchmark", "quality": "scale"}, True),
    ],
)
def test_a_cap_below_the_smallest_share_is_objected_to(
    terms: dict[str, str], *, objects: bool
) -> None:
    found = [objection.code for objection in MODEL.check(contract(savings(**terms)).clauses[0])]
    assert found == (["cap-below-floor"] if objects else [])


def test_one_low_cap_among_several_is_objected_to_in_words() -> None:
    clauses = savings('savings_cap = ["$5,000.00", "10 % of benchmark"]')
    (problem,) = problems(contract(clauses))
    assert (
        str(problem)
        .splitlines()[0]
        .endswith(
            "the cap ($5,000.00) lies below the smallest share that counts ($10,000.00) "
            "[cap-below-floor]"
        )
    )
    assert problem.why == (
        "minimum_savings_rate × sharing_rate is more than the cap, so it cuts every amount"
    )


@pytest.mark.parametrize(
    ("terms", "category"),
    [
        ({}, Category("3N", "ssp")),
        ({"quality": "scale"}, Category("3A", "ssp")),
        ({"quality": "gate"}, Category("3A", "ssq")),
        (BOTH_SIDES, Category("3N", "ssl")),
        ({**BOTH_SIDES, "quality": "scale"}, Category("3B", "ssl")),
    ],
)
def test_the_category_depends_on_losses_and_quality(
    terms: dict[str, str], category: Category
) -> None:
    assert MODEL.category(contract(savings(**terms)).clauses[0]) == category
