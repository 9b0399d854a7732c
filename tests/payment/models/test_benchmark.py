"""A benchmark from base years: weights, trend, capped risk ratio, regional blend."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import paying_clauses
from fairterms.payment.model import Category
from fairterms.payment.models.benchmark import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

PLAIN_YEARS = (
    {"label": "PY2024", "weight": "10 %", "pmpm": "$380.00 PMPM"},
    {"label": "PY2025", "weight": "30 %", "pmpm": "$400.00 PMPM"},
    {"label": "PY2026", "weight": "60 %", "pmpm": "$420.00 PMPM"},
)
TRENDS = ("1.10 factor", "1.05 factor", "1 factor")
RATIOS = ("1.08 factor", "1.02 factor", "0.95 factor")


def row(cells: dict[str, str]) -> str:
    return "{ " + ", ".join(f'{name} = "{value}"' for name, value in cells.items()) + " }"


def with_column(
    years: tuple[dict[str, str], ...], name: str, values: tuple[str, ...]
) -> tuple[dict[str, str], ...]:
    return tuple(
        {**year, name: value} if value else year for year, value in zip(years, values, strict=True)
    )


TRENDED = with_column(PLAIN_YEARS, "trend", TRENDS)
FULL = with_column(TRENDED, "risk_ratio", RATIOS)


def budget(
    years: tuple[dict[str, str], ...] = PLAIN_YEARS, result: str = "PMPM", **terms: str
) -> str:
    written = [f'{name} = "{value}"' for name, value in {"result": result, **terms}.items()]
    rows = ",\n  ".join(row(year) for year in years)
    lines = ['[[clause]]\nid = "budget"\nmodel = "benchmark"', f"years = [\n  {rows},\n]", *written]
    return "\n".join(lines) + "\n"


CAPS = {"risk_cap_up": "3 %", "risk_cap_down": "2 %"}
REGION = {"regional_weight": "25 %", "regional_pmpm": "$450.00 PMPM"}

CASES = {
    # 38 + 120 + 252
    "the base years are weighted": (PLAIN_YEARS, {}, "$410.00 PMPM"),
    # 0.1 × 418 + 0.3 × 420 + 0.6 × 420
    "each year is trended first": (TRENDED, {}, "$419.80 PMPM"),
    # 0.1 × 418 × 1.08 + 0.3 × 420 × 1.02 + 0.6 × 420 × 0.95
    "each year has its own risk ratio": (FULL, {}, "$413.064 PMPM"),
    # 0.1 × 418 × 1.03 + 0.3 × 420 × 1.02 + 0.6 × 420 × 0.98
    "a risk ratio counts within its caps": (FULL, CAPS, "$418.534 PMPM"),
    "a cap upwards leaves the low ratio alone": (FULL, {"risk_cap_up": "3 %"}, "$410.974 PMPM"),
    "a cap downwards leaves the high ratio alone": (
        FULL,
        {"risk_cap_down": "2 %"},
        "$420.624 PMPM",
    ),
    # 0.75 × 410 + 0.25 × 450
    "the region is blended in": (PLAIN_YEARS, REGION, "$420.00 PMPM"),
    "the region is blended in last": (FULL, {**CAPS, **REGION}, "$426.4005 PMPM"),
    "a region that does not count changes nothing": (
        PLAIN_YEARS,
        {**REGION, "regional_weight": "0 %"},
        "$410.00 PMPM",
    ),
    "a region that counts fully is the benchmark": (
        PLAIN_YEARS,
        {**REGION, "regional_weight": "100 %"},
        "$450.00 PMPM",
    ),
    "one base year is enough": (
        ({"weight": "100 %", "pmpm": "$41.20 PMPM"},),
        {},
        "$41.20 PMPM",
    ),
}


@pytest.mark.parametrize(("years", "terms", "pmpm"), CASES.values(), ids=CASES.keys())
def test_the_benchmark_is_what_the_clause_says(
    years: tuple[dict[str, str], ...], terms: dict[str, str], pmpm: str
) -> None:
    clauses = budget(years, **terms)
    assert problems(contract(clauses)) == ()
    worksheet = settle(clauses, {})
    assert amount(worksheet, "budget") == pmpm
    float_result = settle(clauses, {}, FLOAT).result("budget").values[0]
    assert float(worksheet.result("budget").values[0]) == pytest.approx(float(float_result))


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
def test_in_dollars_it_grows_with_membership(kind: NumberKind) -> None:
    figures = {"member_months": "12,000 member-months"}
    worksheet = settle(budget(result="dollars"), figures, kind)
    assert float(worksheet.result("budget").values[0]) == pytest.approx(4_920_000)
    assert worksheet.result("budget").unit.kind.value == "dollars"


def test_nobody_enrolled_is_a_benchmark_of_nothing() -> None:
    worksheet = settle(budget(result="dollars"), {"member_months": "0 member-months"})
    assert amount(worksheet, "budget") == "$0.00"


def test_a_benchmark_is_a_figure_and_pays_nothing_itself() -> None:
    clauses = budget(result="dollars")
    assert paying_clauses(contract(clauses)) == ()
    assert amount(settle(clauses, {"member_months": "12,000 member-months"})) == "$0.00"
    assert MODEL.category(contract(clauses).clauses[0]) == Category()


def test_shared_savings_can_use_it_as_its_budget() -> None:
    clauses = budget(result="dollars") + (
        '[[clause]]\nid = "savings"\nmodel = "shared_savings"\nbenchmark = "= budget"\n'
        'minimum_savings_rate = "2 %"\nsharing_rate = "50 %"\nshared_from = "first dollar"\n'
    )
    assert problems(contract(clauses)) == ()
    figures = {"member_months": "12,000 member-months", "cost": "$4,820,000.00"}
    assert amount(settle(clauses, figures)) == "$50,000.00"


def test_a_risk_ratio_can_be_worked_out_from_measured_scores() -> None:
    year = '{ weight = "100 %", pmpm = "$400.00 PMPM", risk_ratio = "= score_2027 / score_2026" }'
    clauses = (
        '[[figure]]\nid = "score_2027"\nunit = "factor"\n'
        '[[figure]]\nid = "score_2026"\nunit = "factor"\n'
        f'[[clause]]\nid = "budget"\nmodel = "benchmark"\nyears = [{year}]\nresult = "PMPM"\n'
        'risk_cap_up = "3 %"\n'
    )
    assert problems(contract(clauses)) == ()
    figures = {"score_2027": "1.01 factor", "score_2026": "1 factor"}
    assert amount(settle(clauses, figures), "budget") == "$404.00 PMPM"
    figures["score_2027"] = "1.2 factor"
    assert amount(settle(clauses, figures), "budget") == "$412.00 PMPM"


@pytest.mark.parametrize(
    ("ratio", "counted", "bites"),
    [
        ("1.029 factor", "1.029 factor", False),
        ("1.03 factor", "1.03 factor", False),
        ("1.031 factor", "1.03 factor", True),
        ("0.98 factor", "0.98 factor", False),
        ("0.979 factor", "0.98 factor", True),
    ],
)
def test_the_caps_bite_beyond_themselves(ratio: str, counted: str, *, bites: bool) -> None:
    years = ({"weight": "100 %", "pmpm": "$400.00 PMPM", "risk_ratio": ratio},)
    worksheet = settle(budget(years, **CAPS), {})
    assert amount(worksheet, "capped_risk_ratio_1") == counted
    assert bool(worksheet.gate("risk_cap_1").bites[0]) is bites
    assert worksheet.gate("risk_cap_1").otherwise == (
        "the risk ratio of base year 1 lies within its caps"
    )


def test_the_order_stands_in_the_steps() -> None:
    worksheet = settle(budget(FULL, **CAPS, **REGION), {})
    names = [step.name for step in worksheet.steps if step.clause == "budget"]
    assert names[:4] == ["trended_1", "capped_risk_ratio_1", "risk_adjusted_1", "weighted_1"]
    assert names[-2:] == ["historical_pmpm", "blended_pmpm"]
    assert worksheet.step("trended_2").words == "PY2025: PMPM × trend"


def test_a_cap_on_each_year_differs_from_a_cap_on_the_average() -> None:
    each = settle(budget(FULL, **CAPS), {}).result("budget").values[0]
    uncapped = settle(budget(FULL), {}).result("budget").values[0]
    trended = settle(budget(TRENDED), {}).result("budget").values[0]
    average = uncapped / trended
    assert Decimal("0.98") < average < Decimal("1.03")  # a cap on the average would not bite
    assert each != uncapped


PRICES = some.decimals(Decimal(1), Decimal(2_000), places=2)


@settings(max_examples=25, deadline=None)
@generated(some.tuples(PRICES, PRICES, PRICES))
def test_it_lies_between_the_cheapest_and_the_dearest_base_year(
    prices: tuple[Decimal, Decimal, Decimal],
) -> None:
    years = with_column(PLAIN_YEARS, "pmpm", tuple(f"${price} PMPM" for price in prices))
    exact = settle(budget(years), {}).result("budget").values[0]
    assert min(prices) <= exact <= max(prices)
    floated = settle(budget(years), {}, FLOAT).result("budget").values[0]
    assert abs(float(exact) - float(floated)) < 0.005


@settings(max_examples=25, deadline=None)
@generated(PRICES, some.integers(0, 400_000))
def test_twice_the_prices_and_members_is_four_times_the_budget(price: Decimal, months: int) -> None:
    def result(factor: int) -> Decimal:
        years = ({"weight": "100 %", "pmpm": f"${factor * price} PMPM"},)
        figures = {"member_months": f"{factor * months} member-months"}
        found: Decimal = settle(budget(years, "dollars"), figures).result("budget").values[0]
        return found

    assert result(2) == 4 * result(1)


@settings(max_examples=25, deadline=None)
@generated(some.decimals(Decimal("0.5"), Decimal(2), places=4))
def test_a_sicker_panel_never_lowers_the_benchmark(ratio: Decimal) -> None:
    def result(of: Decimal) -> Decimal:
        years = ({"weight": "100 %", "pmpm": "$400.00 PMPM", "risk_ratio": f"{of} factor"},)
        found: Decimal = settle(budget(years, **CAPS), {}).result("budget").values[0]
        return found

    assert result(ratio) <= result(ratio + Decimal("0.01"))
    assert 392 <= result(ratio) <= 412


def test_a_missing_member_month_is_refused() -> None:
    with pytest.raises(Refusal, match="member_months: missing"):
        settle(budget(result="dollars"), {})


OBJECTIONS = {
    "weights that add to 99 %": (
        with_column(PLAIN_YEARS, "weight", ("10 %", "30 %", "59 %")),
        {},
        "weights-not-whole",
    ),
    "weights that add to 101 %": (
        with_column(PLAIN_YEARS, "weight", ("10 %", "30 %", "61 %")),
        {},
        "weights-not-whole",
    ),
    "one year without a trend": (
        with_column(PLAIN_YEARS, "trend", ("1.1 factor", "", "1 factor")),
        {},
        "uneven-rows",
    ),
    "one year without a risk ratio": (
        with_column(PLAIN_YEARS, "risk_ratio", ("", "1 factor", "1 factor")),
        {},
        "uneven-rows",
    ),
    "a regional weight without its amount": (
        PLAIN_YEARS,
        {"regional_weight": "25 %"},
        "missing-number",
    ),
    "a regional amount without its weight": (
        PLAIN_YEARS,
        {"regional_pmpm": "$450.00 PMPM"},
        "missing-number",
    ),
    "a trend written as a percentage": (
        with_column(PLAIN_YEARS, "trend", ("8 %", "8 %", "8 %")),
        {},
        "wrong-unit",
    ),
    "a cap that no risk ratio meets": (PLAIN_YEARS, {"risk_cap_up": "3 %"}, "unread-term"),
}


@pytest.mark.parametrize(("years", "terms", "code"), OBJECTIONS.values(), ids=OBJECTIONS.keys())
def test_terms_that_contradict_each_other_are_objected_to(
    years: tuple[dict[str, str], ...], terms: dict[str, str], code: str
) -> None:
    assert {problem.code for problem in problems(contract(budget(years, **terms)))} == {code}


def test_the_objection_to_weights_says_what_they_add_to() -> None:
    years = with_column(PLAIN_YEARS, "weight", ("10 %", "30 %", "59 %"))
    (problem,) = problems(contract(budget(years)))
    assert problem.what == "the weights of the base years add to 99 %"


@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        ('result = "PMPM"', ["missing-term"]),
        ('years = [{ weight = "100 %", pmpm = "$40.00 PMPM" }]', ["missing-term"]),
        ('result = "PMPM"\nyears = [{ pmpm = "$40.00 PMPM" }]', ["missing-number"]),
        ('result = "PMPM"\nyears = [{ weight = "100 %" }]', ["missing-number"]),
    ],
)
def test_what_a_benchmark_cannot_do_without_is_asked_for(terms: str, codes: list[str]) -> None:
    clauses = f'[[clause]]\nid = "budget"\nmodel = "benchmark"\n{terms}\n'
    assert [problem.code for problem in problems(contract(clauses))] == codes


def test_base_years_that_are_not_stated_are_refused() -> None:
    clauses = '[[clause]]\nid = "budget"\nmodel = "benchmark"\nresult = "PMPM"\n'
    clauses += 'years = "not stated"\n'
    assert [problem.code for problem in problems(contract(clauses))] == ["not-stated"]
    with pytest.raises(Refusal, match="the contract does not state it"):
        settle(clauses, {})
