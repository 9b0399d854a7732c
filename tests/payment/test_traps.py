"""Traps that change the cheque: the wrong contract pays the wrong amount, the right one the right.

Every figure of a settlement below is as published, in whole dollars, and typed by hand.

Sources
-------
Centers for Medicare & Medicaid Services (CMS), public use files on data.cms.gov, public domain:
Medicare Shared Savings Program, Performance Year Financial and Quality Results, 2014-2022; ACO
REACH Financial and Quality Results, 2021-2022. HL7 Da Vinci Value-Based Performance Reporting, STU
1.1, example statement 101 and its quality reports (CC0).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from fairterms.contract.reader import read_text
from fairterms.payment.binding import problems
from fairterms.payment.evaluation import run
from fairterms.units import quantity
from fairterms.units.allocation import split
from fairterms.units.number import EXACT, round_exactly
from tests.payment.one_clause import HEADER, contract, given, settle


@dataclass(frozen=True)
class Settled:
    """One published settlement of the Shared Savings Program.

    Attributes
    ----------
    paid
        "Earned savings/losses" as published, in dollars; negative when owed.
    """

    benchmark: int
    cost: int
    members: int
    quality: str
    paid: int

    @property
    def figures(self) -> dict[str, str | list[str]]:
        return {
            "cost": f"${self.cost}",
            "members": f"{self.members} members",
            "quality_score": self.quality,
        }


BALANCE_2016 = Settled(119_762_995, 91_531_752, 6_051, "88.66 %", 11_976_300)
"""Balance ACO, 2016, Track 1."""

UNIVERSITY_HOSPITALS_2020 = Settled(402_871_100, 380_705_299, 47_084, "100 %", 8_866_320)
"""University Hospitals Coordinated Care Organization, 2020, BASIC B."""

INTEGRATED_2021 = Settled(98_408_857, 95_473_669, 10_274, "100 %", 0)
"""Integrated Health Collaborative, 2021, BASIC B; printed minimum savings rate 2.98 %."""

PREMIER_2021 = Settled(93_411_559, 88_663_405, 6_013, "88.82 %", 1_861_276)
"""Premier ACO Physicians Network, 2021, BASIC B; met the quality standard."""

SOUTH_FLORIDA_2014 = Settled(127_483_618, 121_205_925, 6_850, "87.265625 %", 2_684_351)
"""South Florida Accountable Care Organization, 2014, Track 1."""

ADVOCATE_2020 = Settled(1_213_573_039, 1_135_950_984, 113_033, "96.87 %", 37_595_221)
"""Advocate Physician Partners, 2020, BASIC E; printed sharing rate 48 %."""

TEXAS_2018 = Settled(49_166_832, 55_016_278, 3_785, "72.28 %", 0)
"""Accountable Care Coalition of Texas, 2018, Track 1; printed losses of $5,849,446."""

BY_SIZE = """minimum_savings_rate = { by = "members", interpolate = true, rows = [
  ["500 members", "12.2 %"], ["1,000 members", "8.7 %"], ["3,000 members", "5 %"],
  ["5,000 members", "3.9 %"], ["6,000 members", "3.6 %"], ["7,000 members", "3.4 %"],
  ["8,000 members", "3.2 %"], ["9,000 members", "3.1 %"], ["10,000 members", "3 %"],
  ["15,000 members", "2.7 %"], ["20,000 members", "2.5 %"], ["50,000 members", "2.2 %"],
  ["60,000 members", "2 %"],
] }"""
"""The one-sided minimum savings rate by assigned beneficiaries."""

FIRST_DOLLAR = 'shared_from = "first dollar"'
SCALE = 'quality = "scale"'


def savings(
    settled: Settled, sharing_rate: str, *terms: str, minimum: str = BY_SIZE, start: str = ""
) -> str:
    lines = (
        '[[clause]]\nid = "savings"\nmodel = "shared_savings"',
        f'benchmark = "${settled.benchmark}"',
        f'sharing_rate = "{sharing_rate}"',
        minimum,
        start or FIRST_DOLLAR,
        *terms,
    )
    return "\n".join(lines) + "\n"


def sequestration(of: str = "savings", rate: str = "2 %") -> str:
    return (
        f'[[clause]]\nid = "sequestration"\nmodel = "percentage_reduction"\nof = "{of}"\n'
        f'rate = "{rate}"\napplies_to = "gains only"\n'
    )


def cap(of: str = "sequestration") -> str:
    return (
        f'[[clause]]\nid = "cap"\nmodel = "cap"\nof = "{of}"\n'
        'paid_cap = "10 % of savings.benchmark"\n'
    )


def paid(clauses: str, settled: Settled) -> Decimal:
    assert problems(contract(clauses)) == ()
    return settle(clauses, settled.figures).amounts()[0]


def in_dollars(amount: Decimal) -> int:
    return int(round_exactly(amount, Decimal(1), "half up"))


# Each trap: the right contract gives the published amount, the wrong one the amount it is known by.


def test_the_cap_comes_after_sequestration() -> None:
    scaled = savings(BALANCE_2016, "50 %", SCALE)
    right = paid(scaled + sequestration() + cap(), BALANCE_2016)
    wrong = paid(scaled + cap("savings") + sequestration("cap"), BALANCE_2016)
    assert right == Decimal("11976299.50")
    assert in_dollars(right) == BALANCE_2016.paid
    assert wrong == Decimal("11736773.51")
    before_the_cap = settle(scaled + sequestration() + cap(), BALANCE_2016.figures)
    assert in_dollars(before_the_cap.step("sequestration").values[0]) == 12_264_612


def test_sequestration_is_not_taken_every_year() -> None:
    gated = savings(UNIVERSITY_HOSPITALS_2020, "40 %")
    right = paid(gated + sequestration(rate="0 %"), UNIVERSITY_HOSPITALS_2020)
    wrong = paid(gated + sequestration(rate="2 %"), UNIVERSITY_HOSPITALS_2020)
    assert in_dollars(right) == UNIVERSITY_HOSPITALS_2020.paid
    assert UNIVERSITY_HOSPITALS_2020.paid - in_dollars(wrong) == 177_326


def test_one_contract_can_say_when_sequestration_is_suspended() -> None:
    dated = '[{ value = "2 %", from = 2027-01-01 }, { value = "0 %", from = 2027-05-01 }]'
    clauses = savings(UNIVERSITY_HOSPITALS_2020, "40 %")
    clauses += sequestration().replace('rate = "2 %"', f"rate = {dated}")
    figures = given(UNIVERSITY_HOSPITALS_2020.figures)
    april, may = (
        run(contract(clauses).on(day), figures, 1).amounts()[0]
        for day in (date(2027, 4, 30), date(2027, 5, 1))
    )
    assert in_dollars(may) == UNIVERSITY_HOSPITALS_2020.paid
    assert in_dollars(may) - in_dollars(april) == 177_326


def test_a_minimum_rate_is_not_rounded_before_it_is_compared() -> None:
    unrounded = savings(INTEGRATED_2021, "40 %") + sequestration()
    printed = 'minimum_savings_rate = "2.98 %"'
    rounded = savings(INTEGRATED_2021, "40 %", minimum=printed) + sequestration()
    assert paid(unrounded, INTEGRATED_2021) == INTEGRATED_2021.paid
    assert in_dollars(paid(rounded, INTEGRATED_2021)) == 1_150_594
    gate = settle(unrounded, INTEGRATED_2021.figures).gate("minimum_savings_rate")
    assert gate.bites[0]


def test_savings_are_shared_from_the_first_dollar() -> None:
    right = savings(PREMIER_2021, "40 %") + sequestration()
    excess = 'shared_from = "excess over the minimum"'
    wrong = savings(PREMIER_2021, "40 %", start=excess) + sequestration()
    assert in_dollars(paid(right, PREMIER_2021)) == PREMIER_2021.paid
    assert in_dollars(paid(wrong, PREMIER_2021)) == 544_005


def test_quality_was_a_scale_until_2020() -> None:
    right = savings(SOUTH_FLORIDA_2014, "50 %", SCALE) + sequestration()
    gate = ('quality = "gate"', 'quality_minimum = "30 %"')
    wrong = savings(SOUTH_FLORIDA_2014, "50 %", *gate) + sequestration()
    assert in_dollars(paid(right, SOUTH_FLORIDA_2014)) == SOUTH_FLORIDA_2014.paid
    assert in_dollars(paid(wrong, SOUTH_FLORIDA_2014)) - SOUTH_FLORIDA_2014.paid == 391_719


def test_quality_was_a_gate_in_2021() -> None:
    quality = '[[clause]]\nid = "quality"\nmodel = "quality_adjustment"\nof = "savings"\n'
    quality += 'applies_to = "gains only"\n'
    standard = 'method = "gate"\nquality_minimum = "1 measure"\n'
    start = savings(PREMIER_2021, "40 %")
    right = start + quality + standard + sequestration("quality")
    wrong = start + quality + 'method = "scale"\n' + sequestration("quality")
    met = {**PREMIER_2021.figures, "measures_met": "1 measure"}
    assert problems(contract(right)) == ()
    assert in_dollars(settle(right, met).amounts()[0]) == PREMIER_2021.paid
    assert PREMIER_2021.paid - in_dollars(paid(wrong, PREMIER_2021)) == 208_090


def test_a_printed_rate_is_not_the_rate() -> None:
    none = 'minimum_savings_rate = "0 %"'
    printed = paid(savings(ADVOCATE_2020, "48 %", minimum=none), ADVOCATE_2020)
    worked_out = paid(savings(ADVOCATE_2020, "50 %", SCALE, minimum=none), ADVOCATE_2020)
    assert ADVOCATE_2020.paid - in_dollars(printed) == 336_635
    assert abs(in_dollars(worked_out) - ADVOCATE_2020.paid) == 1_021
    # A score printed to four decimals is known to within 0.00005: the rest is that rounding.
    generated = ADVOCATE_2020.benchmark - ADVOCATE_2020.cost
    assert generated * Decimal("0.5") * Decimal("0.00005") + 1 >= 1_021


def test_losses_of_a_one_sided_contract_are_informational() -> None:
    one_sided = savings(TEXAS_2018, "50 %", SCALE)
    two_sided = savings(
        TEXAS_2018, "50 %", SCALE, 'minimum_loss_rate = "0 %"', 'loss_rate = "30 %"'
    )
    assert paid(one_sided, TEXAS_2018) == TEXAS_2018.paid
    assert in_dollars(paid(two_sided, TEXAS_2018)) == -1_754_834


# ACO REACH, D0148, 2021: Global, stop-loss elected. Published to four decimals.
FINAL_BASE, UNADJUSTED_BASE = "$17358397.1804", "$18641169.5761"
NET_COST, COST_BEFORE_STOP_LOSS = "$10988761.274", "$10880253.3235"

MARGINAL = """bands = [
  { up_to = "25 %", group_share = "100 %" },
  { up_to = "35 %", group_share = "50 %" },
  { up_to = "50 %", group_share = "25 %" },
  { group_share = "10 %" },
]"""
FLAT = 'bands = [{ group_share = "25 %" }]'


def corridor(bands: str = MARGINAL, base: str = FINAL_BASE) -> str:
    return (
        f'[[clause]]\nid = "corridor"\nmodel = "risk_corridor"\nbase = "{base}"\n'
        f'losses = "the same bands"\n{bands}\n'
    ) + sequestration("corridor")


def reach(clauses: str, cost: str, step: str = "payable") -> Decimal:
    assert problems(contract(clauses)) == ()
    found: Decimal = settle(clauses, {"cost": cost}).step(step).values[0]
    return found


def test_corridor_bands_are_marginal() -> None:
    right = corridor()
    assert round(reach(right, NET_COST, "corridor"), 4) == Decimal("5281068.3774")
    assert reach(right, NET_COST) == Decimal("5175447.01")
    assert reach(corridor(FLAT), NET_COST, "corridor") == Decimal("1592408.97660")


def test_sequestration_spares_losses() -> None:
    # D0028, 2021, Global: a loss of 35 % of the base is owed in full.
    clauses = corridor(base="$18919056.5603")
    assert round(reach(clauses, "$25535737.8482", "corridor"), 4) == Decimal("-5673222.7140")
    assert reach(clauses, "$25535737.8482") == Decimal("-5673222.71")


def test_the_cost_is_net_of_stop_loss() -> None:
    gross = reach(corridor(), NET_COST, "gross")
    assert round(gross, 4) == Decimal("6369635.9064")
    assert reach(corridor(), COST_BEFORE_STOP_LOSS, "gross") - gross == Decimal("108507.9505")


def test_the_base_is_the_final_one() -> None:
    unadjusted = reach(corridor(base=UNADJUSTED_BASE), NET_COST, "gross")
    assert unadjusted - Decimal("6369635.9064") == Decimal("1282772.3957")


# Declare too: what no contract may leave to the reader.


@pytest.mark.parametrize(
    ("rounding", "paid_out"),
    [
        ("to the cent, half up, once at the end", "49.13"),
        ("to the cent, half even, once at the end", "49.12"),
        ("to the cent, half up, after each clause", "49.13"),
        ("to the cent, down, once at the end", "49.12"),
        ("to the dollar, half up, once at the end", "49"),
        ("to the dollar, up, once at the end", "50"),
    ],
)
def test_mode_and_place_of_rounding_are_terms(rounding: str, paid_out: str) -> None:
    header = HEADER.replace("to the cent, half up, once at the end", rounding)
    tiny = Settled(1_000, 0, 100_000, "100 %", 0)
    clauses = savings(tiny, "50 %", minimum='minimum_savings_rate = "0 %"')
    figures: dict[str, str | list[str]] = {"cost": "$901.75"}
    assert settle(clauses, figures, EXACT, header).amounts() == [Decimal(paid_out)]


def test_the_point_of_rounding_is_a_term() -> None:
    tiny = Settled(1_000, 0, 100_000, "100 %", 0)
    clauses = savings(tiny, "50 %", minimum='minimum_savings_rate = "0 %"')
    clauses += sequestration(rate="50 %")
    figures: dict[str, str | list[str]] = {"cost": "$999.99"}
    once, each = (
        settle(clauses, figures, EXACT, HEADER.replace("once at the end", point)).amounts()[0]
        for point in ("once at the end", "after each clause")
    )
    # $0.01 × 50 % × 50 % is a quarter of a cent; rounded on the way it becomes a cent.
    assert (once, each) == (Decimal("0.00"), Decimal("0.01"))


def test_cents_are_allocated_by_largest_remainder() -> None:
    chronic_payment = Decimal("3966.67")  # statement 101, HMO, printed as 1,983.33 twice
    assert sum(split(chronic_payment, [1, 1])) == chronic_payment
    assert 2 * Decimal("1983.33") == chronic_payment - Decimal("0.01")


@pytest.mark.parametrize(
    ("met", "of", "threshold", "gap", "printed"),
    [(62, 82, "76 %", 1, 0), (62, 82, "82 %", 6, 5), (7, 12, "92 %", 5, 4)],
)
def test_a_gap_to_a_threshold_rounds_up(
    met: int, of: int, threshold: str, gap: int, printed: int
) -> None:
    wanted = quantity.parse(threshold).amount
    missing = wanted * of - met
    assert round_exactly(missing, Decimal(1), "up") == gap
    assert Decimal(met + gap) / of >= wanted
    assert Decimal(met + gap - 1) / of < wanted
    assert round_exactly(missing, Decimal(1), "half up") == printed  # one short


def test_a_percentage_is_never_read_from_a_bare_number() -> None:
    for bare in ('"0.05"', "0.05", "5"):
        found = read_text(HEADER + sequestration().replace('"2 %"', bare)).problems
        assert [problem.code for problem in found] == ["not-a-quantity"]


def test_a_measure_must_say_which_way_is_better() -> None:
    found = read_text(HEADER + '[[measure]]\nid = "poor_control"\n' + sequestration()).problems
    assert [problem.code for problem in found] == ["no-direction"]
