"""Retrospective episodes: two lines, a limit in its readings, indicators, risk, stop-loss."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.model import Category
from fairterms.payment.models.episode import MODEL
from fairterms.units.number import EXACT, FLOAT, NumberKind
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

MEASURES = """
[[measure]]
id = "five_visits"
name = "At least five visits"
direction = "higher is better"

[[measure]]
id = "readmission"
name = "Readmission within 30 days"
direction = "lower is better"
"""
ATTENTION_2023 = {
    "acceptable": "$788.00 per episode",
    "commendable": "$268.00 per episode",
    "gain_share_limit": "$53.00 per episode",
    "gain_share": "50 %",
    "loss_share": "50 %",
    "risk_adjustment": "none",
}


def episodes(*more: str, **terms: str) -> str:
    """Return the attention-deficit episode of 2023; a term set to "" is left out."""
    numbers = {**ATTENTION_2023, **terms}
    written = [f'{name} = "{value}"' for name, value in numbers.items() if value]
    return "\n".join(['[[clause]]\nid = "e"\nmodel = "episode"', *written, *more]) + "\n"


def indicators(*rows: tuple[str, str, str]) -> str:
    cells = (
        f'{{ measure = "{measure}", threshold = "{limit}", direction = "{way}" }}'
        for measure, limit, way in rows
    )
    return f"indicators = [{', '.join(cells)}]"


def figures(mean: str | int, number: int = 100, **more: str) -> dict[str, str]:
    cost = (Decimal(mean) * number).quantize(Decimal("0.01"))
    return {"cost": f"${cost:,}", "episodes": f"{number} episodes", **more}


def pays(clauses: str, given: dict[str, str], kind: NumberKind = EXACT) -> Decimal:
    return Decimal(settle(clauses, given, kind).payable.values[0]).quantize(Decimal("0.01"))


UNBLOCKED = {"limit_is": "no gain below it"}
LEFT_OUT = {"limit_is": "not in the formula"}
FROM_ACCEPTABLE = {"gain_measured_from": "acceptable", "commendable": ""}
BY_RISK = {"risk_adjustment": "divided by the mean risk factor"}
CAPPED = {"loss_cap": "$4,000.00"}
FEW = {"minimum_episodes": "at least 100 episodes"}

CASES = {
    "published: a mean of 200 earns": ({}, figures(200), "3400"),
    "published: a mean of 40 counts as the limit": ({}, figures(40), "10750"),
    "published: a mean of 500 settles nothing": ({}, figures(500), "0"),
    "published: a mean of 900 owes": ({}, figures(900), "-5600"),
    "below the limit nothing is earned when the text says so": (UNBLOCKED, figures(40), "0"),
    "above the limit that reading changes nothing": (UNBLOCKED, figures(200), "3400"),
    "a limit the formula leaves out changes nothing": (LEFT_OUT, figures(40), "11400"),
    "no limit at all": ({"gain_share_limit": ""}, figures(40), "11400"),
    "gains measured from the acceptable line": (FROM_ACCEPTABLE, figures(500), "14400"),
    "a sick panel is compared at its own risk": (
        BY_RISK,
        figures(250, risk_score="1.25 factor"),
        "3400",
    ),
    "a healthy panel is compared at its own risk": (
        BY_RISK,
        figures(720, risk_score="0.8 factor"),
        "-5600",
    ),
    "an upside-only contract owes nothing": (
        {"loss_share": "", "acceptable": ""},
        figures(900),
        "0",
    ),
    "a gain and a loss share may differ": ({"loss_share": "25 %"}, figures(900), "-2800"),
    "the provider stop-loss ends the loss": (CAPPED, figures(900), "-4000"),
    "the provider stop-loss leaves gains alone": (CAPPED, figures(40), "10750"),
    "too few episodes earn nothing": (FEW, figures(40, 99), "0"),
    "too few episodes owe nothing": (FEW, figures(900, 99), "0"),
    "enough episodes settle": (FEW, figures(900, 100), "-5600"),
    "lines in plain dollars": ({"commendable": "$268.00"}, figures(200), "3400"),
}


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(("terms", "given", "paid"), CASES.values(), ids=CASES.keys())
def test_it_pays_what_the_clause_says(
    terms: dict[str, str], given: dict[str, str], paid: str, kind: NumberKind
) -> None:
    clauses = episodes(**terms)
    assert problems(contract(clauses)) == ()
    assert pays(clauses, given, kind) == Decimal(paid)


@pytest.mark.parametrize(
    ("mean", "paid"),
    [
        ("267.99", "0.50"),
        ("268.00", "0"),
        ("268.01", "0"),
        ("788.00", "0"),
        ("788.01", "-0.50"),
        ("53.01", "10749.50"),
        ("53.00", "10750"),
        ("52.99", "10750"),
    ],
)
def test_between_the_lines_and_at_them_nothing_is_paid(mean: str, paid: str) -> None:
    assert pays(episodes(), figures(mean)) == Decimal(paid)


@pytest.mark.parametrize(
    ("number", "minimum", "settles"),
    [
        (29, "at least 30 episodes", False),
        (30, "at least 30 episodes", True),
        (30, "more than 30 episodes", False),
        (31, "more than 30 episodes", True),
    ],
)
def test_the_minimum_number_counts_by_equality_unless_it_says_more_than(
    number: int, minimum: str, *, settles: bool
) -> None:
    paid = pays(episodes(minimum_episodes=minimum), figures(900, number))
    assert paid == (-56 * number if settles else 0)


VISITS = ("five_visits", "70 %", "higher is better")
BACK = ("readmission", "20 %", "lower is better")
LINKED = (VISITS, BACK)


def linked(rows: tuple[tuple[str, str, str], ...] = LINKED, **terms: str) -> str:
    return MEASURES + episodes(indicators(*rows), **terms)


def counts(visits: int, back: int, of: int = 10, mean: int = 200) -> dict[str, str]:
    return figures(
        mean,
        100,
        **{
            "five_visits.numerator": f"{visits} patients",
            "five_visits.denominator": f"{of} patients",
            "readmission.numerator": f"{back} patients",
            "readmission.denominator": f"{of} patients",
        },
    )


@pytest.mark.parametrize("kind", [EXACT, FLOAT], ids=["exact", "float"])
@pytest.mark.parametrize(
    ("visits", "back", "paid"),
    [(8, 1, 3400), (7, 2, 3400), (6, 2, 0), (7, 3, 0), (6, 3, 0), (0, 0, 0)],
)
def test_a_gain_needs_every_indicator_each_in_its_own_direction(
    visits: int, back: int, paid: int, kind: NumberKind
) -> None:
    assert problems(contract(linked())) == ()
    assert pays(linked(), counts(visits, back), kind) == paid


def test_a_loss_is_owed_whatever_the_quality() -> None:
    assert pays(linked(), counts(10, 0, mean=900)) == -5600
    assert pays(linked(), counts(0, 10, mean=900)) == -5600


@pytest.mark.parametrize(
    ("limit", "way", "met", "passes"),
    [
        ("at least 70 %", "higher is better", 70, True),
        ("at least 70 %", "higher is better", 69, False),
        ("more than 70 %", "higher is better", 70, False),
        ("more than 70 %", "higher is better", 71, True),
        ("at most 70 %", "lower is better", 70, True),
        ("at most 70 %", "lower is better", 71, False),
        ("less than 70 %", "lower is better", 70, False),
        ("less than 70 %", "lower is better", 69, True),
    ],
)
def test_an_indicator_is_met_by_equality_unless_it_says_otherwise(
    limit: str, way: str, met: int, *, passes: bool
) -> None:
    row = ("five_visits", limit, way)
    given = counts(met, 0, of=100)
    assert pays(linked((row,)), given) == (3400 if passes else 0)


def test_an_indicator_may_ask_for_visits_per_patient() -> None:
    row = ("five_visits", "at least 1 visit", "higher is better")
    given = figures(200, 100, **{"five_visits.denominator": "10 patients"})
    worksheet = settle(linked((row,)), {**given, "five_visits.numerator": "10 visits"})
    assert amount(worksheet) == "$3,400.00"
    assert amount(worksheet, "five_visits") == "1 factor"
    assert pays(linked((row,)), {**given, "five_visits.numerator": "9 visits"}) == 0


@pytest.mark.parametrize(
    ("terms", "paid"),
    [({}, 3400), ({"without_cases": "met"}, 3400), ({"without_cases": "missed"}, 0)],
)
@pytest.mark.parametrize("row", [VISITS, BACK])
def test_an_indicator_without_cases_is_met_unless_the_text_says_missed(
    row: tuple[str, str, str], terms: dict[str, str], paid: int
) -> None:
    assert pays(linked((row,), **terms), counts(0, 0, of=0)) == paid


def test_what_the_text_leaves_open_is_noted_with_its_plain_reading() -> None:
    assert survey(contract(linked())).silent == {
        ("e", "gain_measured_from"): "commendable",
        ("e", "limit_is"): "a floor of the cost that counts",
        ("e", "without_cases"): "met",
    }


def test_gates_say_why_they_did_not_bite() -> None:
    clauses = linked(LINKED, **CAPPED, **FEW)
    worksheet = settle(clauses, counts(9, 0, mean=268))
    told = {gate.name: gate.otherwise for gate in worksheet.gates if not gate.bites[0]}
    assert told == {
        "gain_share_limit": "the mean cost is not below the gain-share limit",
        "five_visits": "the indicator is met, or no gain is at stake",
        "readmission": "the indicator is met, or no gain is at stake",
        "acceptable": "the mean cost is not above the acceptable cost",
        "loss_cap": "the loss is within the provider stop-loss",
        "minimum_episodes": "there are enough episodes",
    }
    assert worksheet.gate("commendable").bites[0]
    assert worksheet.gate("commendable").otherwise == "the mean cost is below the commendable cost"


@pytest.mark.parametrize(
    ("gate", "given"),
    [
        ("gain_share_limit", counts(9, 0, mean=52)),
        ("five_visits", counts(1, 0)),
        ("readmission", counts(9, 9)),
        ("acceptable", counts(9, 0, mean=789)),
        ("loss_cap", counts(9, 0, mean=900)),
        ("minimum_episodes", {**counts(9, 0), **figures(200, 99)}),
    ],
)
def test_gates_bite_where_they_change_the_amount(gate: str, given: dict[str, str]) -> None:
    assert settle(linked(LINKED, **CAPPED, **FEW), given).gate(gate).bites[0]


@pytest.mark.parametrize(
    ("gate", "mean", "bites"),
    [
        ("gain_share_limit", "52.99", True),
        ("gain_share_limit", "53.00", False),
        ("commendable", "267.99", False),
        ("commendable", "268.00", True),
        ("acceptable", "788.00", False),
        ("acceptable", "788.01", True),
        ("loss_cap", "868.00", False),
        ("loss_cap", "868.02", True),
    ],
)
def test_a_line_bites_on_one_side_of_itself_only(gate: str, mean: str, *, bites: bool) -> None:
    assert bool(settle(episodes(**CAPPED), figures(mean)).gate(gate).bites[0]) is bites


@pytest.mark.parametrize(("mean", "paid"), [("52.99", "0"), ("53.00", "10750")])
def test_no_gain_is_blocked_at_the_limit_itself(mean: str, paid: str) -> None:
    assert pays(episodes(**UNBLOCKED), figures(mean)) == Decimal(paid)


@pytest.mark.parametrize(("cost", "bites"), [("$26,799.50", True), ("$26,800.00", False)])
def test_a_missed_indicator_bites_only_where_something_was_saved(cost: str, *, bites: bool) -> None:
    worksheet = settle(linked(), {**counts(0, 10), "cost": cost})
    assert bool(worksheet.gate("five_visits").bites[0]) is bites
    assert bool(worksheet.gate("readmission").bites[0]) is bites


def test_the_least_of_several_stop_losses_applies() -> None:
    clauses = episodes('loss_cap = ["$4,000.00", "4 % of adjusted cost"]')
    assert problems(contract(clauses)) == ()
    assert pays(clauses, figures(900)) == -3600


@pytest.mark.parametrize("cell", ["measure", "threshold", "direction"])
def test_an_indicator_needs_each_of_its_cells(cell: str) -> None:
    cells = {"measure": "five_visits", "threshold": "70 %", "direction": "higher is better"}
    del cells[cell]
    row = ", ".join(f'{name} = "{value}"' for name, value in cells.items())
    whole = contract(episodes(f"indicators = [{{ {row} }}]"))
    assert f"indicators, row 1: there is no {cell}" in "\n".join(
        problem.what for problem in problems(whole)
    )


def test_the_mean_is_shown_and_never_rounded() -> None:
    worksheet = settle(episodes(**BY_RISK), figures(200, 3, risk_score="0.7 factor"))
    assert amount(worksheet, "mean_cost") == "$285.7142857143 per episode"
    assert amount(worksheet) == "$0.00"


def test_a_risk_factor_of_nothing_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(episodes(**BY_RISK), figures(200, risk_score="0 factor"))
    assert refusal.value.subject == "risk_score"


def test_no_episodes_settle_nothing() -> None:
    assert pays(episodes(), figures(0, 0)) == 0


means = some.integers(0, 150_000).map(lambda cents: Decimal(cents) / 100)
panels = some.integers(1, 5000)


@settings(max_examples=25, deadline=None)
@generated(mean=means, more=means, number=panels)
def test_a_dearer_episode_never_pays_more(mean: Decimal, more: Decimal, number: int) -> None:
    cheap, dear = (
        pays(episodes(**CAPPED), figures(str(spent), number)) for spent in (mean, mean + more)
    )
    assert -4000 <= dear <= cheap <= Decimal("107.5") * number


@settings(max_examples=25, deadline=None)
@generated(mean=means, number=panels)
def test_twice_the_episodes_at_the_same_mean_pay_twice_as_much(mean: Decimal, number: int) -> None:
    once, twice = (
        settle(episodes(), figures(str(mean), times * number)).step("settlement").values[0]
        for times in (1, 2)
    )
    assert twice == 2 * once


@settings(max_examples=25, deadline=None)
@generated(mean=means, number=panels, risk=some.integers(1, 400))
def test_exact_and_float_agree(mean: Decimal, number: int, risk: int) -> None:
    given = figures(str(mean), number, risk_score=f"{risk / 100} factor")
    exact, floats = (
        settle(episodes(**BY_RISK), given, kind).step("settlement").values[0]
        for kind in (EXACT, FLOAT)
    )
    assert float(exact) == pytest.approx(floats, abs=0.005)


@settings(max_examples=25, deadline=None)
@generated(mean=means, number=panels)
def test_the_limit_never_earns_more_than_its_absence(mean: Decimal, number: int) -> None:
    given = figures(str(mean), number)
    floor, none_below, left_out = (
        pays(episodes(**reading), given) for reading in ({}, UNBLOCKED, LEFT_OUT)
    )
    assert none_below <= floor <= left_out


@pytest.mark.parametrize(
    ("clauses", "what"),
    [
        (episodes(acceptable=""), "losses are shared, but no acceptable cost is given"),
        (
            episodes(commendable=""),
            "gains are measured from the commendable cost, which is not given",
        ),
        (
            episodes(acceptable="", loss_share="", **FROM_ACCEPTABLE),
            "gains are measured from the acceptable cost, which is not given",
        ),
        (
            episodes(commendable="$790.00 per episode"),
            "commendable ($790.00 per episode) lies above acceptable ($788.00 per episode)",
        ),
        (
            episodes(gain_share_limit="$269.00 per episode"),
            "gain_share_limit ($269.00 per episode) lies above commendable ($268.00 per episode)",
        ),
        (
            linked((("readmission", "at least 20 %", "lower is better"),)),
            'readmission must be "at least 20 %", but its direction is "lower is better"',
        ),
        (
            linked((("five_visits", "less than 70 %", "higher is better"),)),
            'five_visits must be "less than 70 %", but its direction is "higher is better"',
        ),
    ],
)
def test_terms_that_contradict_each_other_are_objected_to(clauses: str, what: str) -> None:
    clause = contract(clauses).clause("e")
    assert [objection.what for objection in MODEL.check(clause)] == [what]


def test_sound_terms_are_not_objected_to() -> None:
    strict = linked((("readmission", "less than 20 %", "lower is better"),))
    equal = episodes(commendable="$788.00 per episode", gain_share_limit="")
    for clauses in (episodes(), linked(), strict, equal):
        assert not list(MODEL.check(contract(clauses).clause("e")))


@pytest.mark.parametrize("name", ["gain_share", "risk_adjustment"])
def test_it_is_not_settled_without_a_term_that_moves_money(name: str) -> None:
    whole = contract(episodes())
    silent = whole.replacing(whole.clause("e").without(name))
    assert [problem.what.split(":")[0] for problem in problems(silent)] == [
        f'the clause "e" has no {name}'
    ]


def test_it_is_classed_by_sides_and_quality() -> None:
    clause = contract(linked()).clause("e")
    assert MODEL.category(clause) == Category("3B", "eoc")
    assert MODEL.category(clause.without("loss_share")) == Category("3A", "eoc")
    assert MODEL.category(clause.without("indicators")) == Category("3N", "eoc")
