"""Savings and losses shared band by band."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.models.risk_corridor import MODEL
from fairterms.units.number import FLOAT
from fairterms.units.refusal import Refusal
from tests.payment.one_clause import amount, contract, settle

BANDS = """
bands = [
  { up_to = "5 %", group_share = "50 %" },
  { up_to = "10 %", group_share = "35 %" },
  { up_to = "15 %", group_share = "15 %" },
  { group_share = "5 %" },
]
"""


def corridor(terms: str, base: str = "$1,000,000.00") -> str:
    """Return a contract of one corridor."""
    return f'[[clause]]\nid = "corridor"\nmodel = "risk_corridor"\nbase = "{base}"\n{terms}'


SYMMETRIC = corridor(BANDS + 'losses = "the same bands"\n')
UPSIDE = corridor(BANDS + 'losses = "not shared"\n')
OWN = corridor(
    BANDS + 'loss_bands = [{ up_to = "2 %", group_share = "0 %" }, { group_share = "50 %" }]'
)

CASES = {
    "savings within the first band": (SYMMETRIC, "960000.00", "$20,000.00"),
    "savings at the top of the first band": (SYMMETRIC, "950000.00", "$25,000.00"),
    "one cent below the top": (SYMMETRIC, "950000.01", "$25,000.00"),
    "the second band keeps the first band's share": (SYMMETRIC, "920000.00", "$35,500.00"),
    "the third band": (SYMMETRIC, "860000.00", "$48,500.00"),
    "above the last edge": (SYMMETRIC, "800000.00", "$52,500.00"),
    "losses mirror savings": (SYMMETRIC, "1080000.00", "-$35,500.00"),
    "exactly on budget": (SYMMETRIC, "1000000.00", "$0.00"),
    "losses are not shared": (UPSIDE, "1080000.00", "$0.00"),
    "savings are, even when losses are not": (UPSIDE, "920000.00", "$35,500.00"),
    "losses within their own free band": (OWN, "1020000.00", "$0.00"),
    "losses beyond their own free band": (OWN, "1020000.02", "-$0.01"),
    "losses far beyond it": (OWN, "1100000.00", "-$40,000.00"),
    "savings do not use the bands of losses": (OWN, "920000.00", "$35,500.00"),
}


@pytest.mark.parametrize(("terms", "cost", "paid"), CASES.values(), ids=CASES.keys())
def test_each_band_is_shared_at_its_own_rate(terms: str, cost: str, paid: str) -> None:
    figures = {"cost": f"${Decimal(cost):,.2f}"}
    assert amount(settle(terms, figures)) == paid
    in_floats = settle(terms, figures, FLOAT).step("shared").values[0]
    assert abs(Decimal(float(in_floats)) - settle(terms, figures).step("shared").values[0]) < (
        Decimal("0.005")
    )


def test_the_steps_show_every_band_and_add_up() -> None:
    sheet = settle(SYMMETRIC, {"cost": "$860,000.00"})
    parts = [sheet.step(f"corridor.band_{place}").values[0] for place in (1, 2, 3, 4)]
    assert parts == [25_000, 17_500, 6_000, 0]
    assert sum(parts) == sheet.step("shared").values[0]
    assert sheet.step("corridor.loss_band_1").values[0] == 0


def test_the_base_may_be_worked_out_and_paid_per_member_month() -> None:
    worked_out = corridor(BANDS, "= 10 * $100,000.00")
    assert amount(settle(worked_out, {"cost": "$920,000.00"})) == "$35,500.00"
    pmpm = settle(
        corridor(BANDS, "$100.00 PMPM"),
        {"cost": "$920,000.00", "member_months": "10,000 member-months"},
    )
    assert amount(pmpm) == "$35,500.00"


def test_the_gates_say_which_bands_were_entered() -> None:
    sheet = settle(SYMMETRIC, {"cost": "$950,000.00"})
    assert [bool(sheet.gate(f"corridor.band_{place}").bites[0]) for place in (1, 2, 3)] == [
        True,
        False,
        False,
    ]
    assert sheet.gate("corridor.band_2").otherwise == "the amount does not pass the top of band 1"
    just_above = settle(SYMMETRIC, {"cost": "$949,999.99"})
    assert bool(just_above.gate("corridor.band_2").bites[0])


DOLLARS = some.decimals(Decimal(0), Decimal(3_000_000), places=2)


def slow_share(gross: Decimal, base: Decimal) -> Decimal:
    """Share an amount band by band, written out: the plain twin of the model."""
    left, shared, low = abs(gross), Decimal(0), Decimal(0)
    for edge, rate in ((".05", ".5"), (".10", ".35"), (".15", ".15"), ("9999", ".05")):
        width = base * (Decimal(edge) - low)
        part = min(left, width)
        shared += part * Decimal(rate)
        left -= part
        low = Decimal(edge)
    return shared if gross > 0 else -shared


@settings(max_examples=25, deadline=None)
@generated(cost=DOLLARS)
def test_the_model_agrees_with_a_plain_twin_and_with_floats(cost: Decimal) -> None:
    figures = {"cost": f"${cost:,.2f}"}
    sheet = settle(SYMMETRIC, figures)
    base = Decimal(1_000_000)
    assert sheet.step("shared").values[0] == slow_share(base - cost, base)
    in_floats = settle(SYMMETRIC, figures, FLOAT).step("shared").values[0]
    assert abs(Decimal(float(in_floats)) - sheet.step("shared").values[0]) < Decimal("0.005")


@settings(max_examples=25, deadline=None)
@generated(cost=DOLLARS, dearer=DOLLARS)
def test_a_dearer_year_never_pays_more_and_never_costs_more_than_the_whole(
    cost: Decimal, dearer: Decimal
) -> None:
    near, far = (
        settle(OWN, {"cost": f"${one:,.2f}"}).step("shared").values[0]
        for one in (cost, cost + dearer)
    )
    assert far <= near
    assert abs(near) <= abs(Decimal(1_000_000) - cost)


@settings(max_examples=25, deadline=None)
@generated(cost=DOLLARS)
def test_doubling_every_dollar_doubles_the_share(cost: Decimal) -> None:
    once = settle(SYMMETRIC, {"cost": f"${cost:,.2f}"}).step("shared").values[0]
    doubled = SYMMETRIC.replace("$1,000,000.00", "$2,000,000.00")
    assert settle(doubled, {"cost": f"${2 * cost:,.2f}"}).step("shared").values[0] == 2 * once


def test_one_band_of_everything_is_the_whole_difference() -> None:
    whole = corridor('bands = [{ group_share = "100 %" }]\nlosses = "the same bands"\n')
    assert amount(settle(whole, {"cost": "$1,234,567.89"})) == "-$234,567.89"


def test_an_empty_panel_pays_nothing_and_a_base_of_nothing_is_refused() -> None:
    empty = corridor(BANDS, "$0.00")
    assert amount(settle(empty, {"cost": "$0.00"})) == "$0.00"
    with pytest.raises(Refusal) as refusal:
        settle(empty, {"cost": "$0.01"})
    assert refusal.value.subject == "corridor.base"


def test_silence_about_losses_is_read_as_the_same_bands() -> None:
    assert amount(settle(corridor(BANDS), {"cost": "$1,080,000.00"})) == "-$35,500.00"
    assert MODEL.plain_readings == {"losses": "the same bands"}


OBJECTIONS = {
    "bands that fall": (
        """bands = [
          { up_to = "10 %", group_share = "50 %" },
          { up_to = "5 %", group_share = "35 %" },
          { group_share = "5 %" },
        ]""",
        "bands-do-not-rise",
    ),
    "bands that repeat an edge": (
        """bands = [
          { up_to = "5 %", group_share = "50 %" },
          { up_to = "5 %", group_share = "35 %" },
          { group_share = "5 %" },
        ]""",
        "bands-do-not-rise",
    ),
    "a last band with an end": (
        'bands = [{ up_to = "5 %", group_share = "50 %" }]',
        "band-ends",
    ),
    "an earlier band without an end": (
        'bands = [{ group_share = "50 %" }, { group_share = "5 %" }]',
        "band-without-end",
    ),
    "losses described twice": (
        """bands = [{ group_share = "50 %" }]
        loss_bands = [{ group_share = "5 %" }]
        losses = "not shared" """,
        "described-twice",
    ),
}


@pytest.mark.parametrize(("terms", "code"), OBJECTIONS.values(), ids=OBJECTIONS.keys())
def test_impossible_bands_are_objected_to(terms: str, code: str) -> None:
    clause = contract(corridor(terms)).clause("corridor")
    assert [objection.code for objection in MODEL.check(clause)] == [code]
    assert code in {problem.code for problem in problems(contract(corridor(terms)))}


def test_sound_bands_meet_no_objection() -> None:
    for terms in (SYMMETRIC, UPSIDE, OWN):
        declared = terms + '\n[[figure]]\nid = "cost"\nunit = "$"\n'
        assert not problems(contract(declared))


def test_an_upside_only_corridor_is_classed_lower() -> None:
    categories = [MODEL.category(contract(terms).clause("corridor")) for terms in (UPSIDE, OWN)]
    assert [category.lan for category in categories] == ["3A", "3B"]
