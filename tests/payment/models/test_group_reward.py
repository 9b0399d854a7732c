"""A group reward: earned together, with the measured share of those excluded taken out."""

from decimal import Decimal

import pytest
from hypothesis import given as generated
from hypothesis import settings
from hypothesis import strategies as some

from fairterms.payment.binding import problems
from fairterms.payment.evaluation import survey
from fairterms.payment.models.group_reward import MODEL
from fairterms.units.refusal import Refusal
from tests.payment.earlier_clause import RESULT, agrees_in_floats, cost_for
from tests.payment.one_clause import amount, contract, settle

Figures = dict[str, str | list[str]]


def reward(terms: str, pool: str = 'pool = "$50,000.00"') -> str:
    """Return a group-reward clause with these terms."""
    return f'[[clause]]\nid = "reward"\nmodel = "group_reward"\n{pool}\n{terms}\n'


RULE = """findings_required = "2 findings"
basis = "visits"
exclusions = [
  { who = "clinician_07", reason = "billed visits that did not take place" },
  { who = "north_site", reason = "turned away the most ill" },
]"""
SHARED = f'{RULE}\nexcluded_money = "shared by the others"'
AT_MOST = f'{RULE}\nmost_excluded = "15 %"'
MINIMUM = 'group_minimum = "at least 75 %"'


def figures(first: int, second: int, score: str = "80 %") -> Figures:
    """Return figures with so many findings upheld against each of the two named."""
    return {
        "findings_upheld.clinician_07": f"{first} findings",
        "findings_upheld.north_site": f"{second} findings",
        "visits": "10,000 visits",
        "visits.clinician_07": "500 visits",
        "visits.north_site": "2,000 visits",
        "quality_score": score,
    }


CASES = {
    "nobody is excluded without findings": (RULE, figures(0, 0), "$50,000.00"),
    "one finding too few excludes nobody": (RULE, figures(1, 1), "$50,000.00"),
    "enough findings take out the own share": (RULE, figures(2, 0), "$47,500.00"),
    "more findings take out no more": (RULE, figures(9, 0), "$47,500.00"),
    "each is judged alone": (RULE, figures(1, 2), "$40,000.00"),
    "both are excluded": (RULE, figures(2, 2), "$37,500.00"),
    "the others share what was taken out": (SHARED, figures(2, 2), "$50,000.00"),
    "at most so much is taken out": (AT_MOST, figures(2, 2), "$42,500.00"),
    "less than the most is taken out as it is": (AT_MOST, figures(2, 0), "$47,500.00"),
    "the group reaches its minimum": (MINIMUM, figures(0, 0, "75 %"), "$50,000.00"),
    "the group is a tick short": (MINIMUM, figures(0, 0, "74.9 %"), "$0.00"),
    "the group is a tick above": (MINIMUM, figures(0, 0, "75.1 %"), "$50,000.00"),
    "no reward leaves nothing to take out": (
        f"{MINIMUM}\n{SHARED}",
        figures(2, 2, "50 %"),
        "$0.00",
    ),
    "a reward without exclusions is paid whole": ("", {}, "$50,000.00"),
}


@pytest.mark.parametrize(("terms", "given", "paid"), CASES.values(), ids=CASES.keys())
def test_the_group_is_rewarded_without_those_excluded(
    terms: str, given: Figures, paid: str
) -> None:
    assert not problems(contract(reward(terms)))
    assert amount(settle(reward(terms), given)) == paid
    assert agrees_in_floats(reward(terms), given)


@pytest.mark.parametrize(
    ("basis", "figure", "unit", "paid"),
    [
        ("member-months", "member_months", "{} member-months", "$45,000.00"),
        ("revenue", "revenue", "${}", "$45,000.00"),
    ],
)
def test_a_share_is_measured_by_what_the_contract_names(
    basis: str, figure: str, unit: str, paid: str
) -> None:
    given: Figures = {
        **figures(2, 0),
        figure: unit.format("1,000"),
        f"{figure}.clinician_07": unit.format("100"),
        f"{figure}.north_site": unit.format("300"),
    }
    clauses = reward(RULE.replace('"visits"', f'"{basis}"'))
    assert not problems(contract(clauses))
    assert amount(settle(clauses, given)) == paid


def test_the_steps_show_the_share_of_each_and_its_reason() -> None:
    sheet = settle(reward(RULE), figures(2, 2))
    shares = [sheet.step(f"reward.share.{who}") for who in ("clinician_07", "north_site")]
    assert [share.values[0] for share in shares] == [Decimal("0.05"), Decimal("0.2")]
    assert shares[1].words.endswith("(turned away the most ill)")
    assert sheet.step("excluded_share").values[0] == Decimal("0.25")
    paid = sheet.step("paid_to_group").values[0]
    assert paid + sheet.step("taken_out").values[0] == sheet.step("pool").values[0]


def test_what_the_others_share_is_shown_apart_from_their_own_part() -> None:
    sheet = settle(reward(SHARED), figures(2, 0))
    assert amount(sheet, "own_part_of_others") == "$47,500.00"
    assert amount(sheet, "paid_to_group") == "$50,000.00"


def test_when_everybody_is_excluded_nobody_shares() -> None:
    given: Figures = {**figures(2, 2), "visits": "2,500 visits"}
    sheet = settle(reward(SHARED), given)
    assert amount(sheet) == "$0.00"
    assert bool(sheet.gate("excluded_money").bites[0])
    some_left = settle(reward(SHARED), {**given, "visits": "2,501 visits"})
    assert amount(some_left) == "$50,000.00"
    assert not bool(some_left.gate("excluded_money").bites[0])
    assert some_left.gate("excluded_money").otherwise == "somebody is left to share with"


GATES = {
    "too few findings": (1, "excluded.clinician_07", False, "too few findings were upheld"),
    "enough findings": (2, "excluded.clinician_07", True, "too few findings were upheld"),
    "less is excluded": (1, "most_excluded", False, "less is excluded than the most that may be"),
    "as much is excluded": (
        2,
        "most_excluded",
        False,
        "less is excluded than the most that may be",
    ),
}


@pytest.mark.parametrize(("first", "gate", "bites", "otherwise"), GATES.values(), ids=GATES.keys())
def test_the_gate_says_whether_it_bit(
    first: int, gate: str, *, bites: bool, otherwise: str
) -> None:
    clauses = reward(f'{RULE}\nmost_excluded = "5 %"')
    found = settle(clauses, figures(first, 0)).gate(f"reward.{gate}")
    assert bool(found.bites[0]) is bites
    assert found.otherwise == otherwise


def test_the_limit_on_exclusions_bites_above_it() -> None:
    clauses = reward(f'{RULE}\nmost_excluded = "4.9 %"')
    assert bool(settle(clauses, figures(2, 0)).gate("most_excluded").bites[0])


def test_the_minimum_of_the_group_says_whether_it_bit() -> None:
    gates = [
        settle(reward(MINIMUM), figures(0, 0, score)).gate("group_minimum")
        for score in ("74.9 %", "75 %")
    ]
    assert [bool(gate.bites[0]) for gate in gates] == [True, False]
    assert gates[1].otherwise == "the group reaches its minimum"


def test_without_a_pool_to_lose_no_gate_bites() -> None:
    given: Figures = {**figures(2, 2, "10 %"), "visits": "2,500 visits"}
    sheet = settle(reward(f"{SHARED}\n{MINIMUM}", 'pool = "$0.00"'), given)
    assert not bool(sheet.gate("group_minimum").bites[0])
    assert not bool(sheet.gate("excluded_money").bites[0])


def test_a_pool_of_half_a_dollar_is_lost_like_any_other() -> None:
    everybody: Figures = {**figures(2, 2), "visits": "2,500 visits"}
    shared = settle(reward(SHARED, 'pool = "$0.50"'), everybody)
    assert bool(shared.gate("excluded_money").bites[0])
    sheet = settle(reward(MINIMUM, 'pool = "$0.50"'), figures(0, 0, "10 %"))
    assert bool(sheet.gate("group_minimum").bites[0])
    assert amount(sheet) == "$0.00"


def test_those_named_cannot_be_more_than_the_whole_group() -> None:
    with pytest.raises(Refusal) as refusal:
        settle(reward(RULE), {**figures(2, 2), "visits": "2,499 visits"})
    assert refusal.value.what == "is less than what those named in the exclusions add up to"
    with pytest.raises(Refusal) as refusal:
        settle(reward(RULE), {**figures(2, 2), "visits": "0 visits"})
    assert refusal.value.what == "is zero, and something is divided by it"


def test_a_name_without_its_figures_excludes_nobody_silently() -> None:
    given = {name: value for name, value in figures(2, 2).items() if "upheld.north" not in name}
    with pytest.raises(Refusal) as refusal:
        settle(reward(RULE), given)
    assert refusal.value.subject == "findings_upheld.north_site"


TAKING = reward(RULE, 'of = "result"')


@pytest.mark.parametrize(
    ("before", "after"),
    [(100_000, "$75,000.00"), (0, "$0.00"), (-100_000, "-$100,000.00")],
)
def test_the_result_of_another_clause_can_be_shared_but_not_what_it_owes(
    before: int, after: str
) -> None:
    given: Figures = {**figures(2, 2), "cost": cost_for(before)}
    assert not problems(contract(RESULT + TAKING))
    assert amount(settle(RESULT + TAKING, given)) == after


def test_a_minimum_of_the_group_does_not_forgive_what_it_owes() -> None:
    clauses = RESULT + reward(MINIMUM, 'of = "result"')
    given: Figures = {**figures(0, 0, "10 %"), "cost": cost_for(-100_000)}
    assert amount(settle(clauses, given)) == "-$100,000.00"


def test_silence_about_the_excluded_money_is_reported() -> None:
    assert survey(contract(reward(RULE))).silent == {
        ("reward", "excluded_money"): "kept by the plan"
    }


PROBLEMS = {
    "no rule for findings": (
        RULE.replace('findings_required = "2 findings"\n', ""),
        "missing-number",
    ),
    "no basis": (RULE.replace('basis = "visits"\n', ""), "missing-term"),
    "a name alone is enough": (RULE.replace('"2 findings"', '"0 findings"'), "no-evidence-needed"),
    "somebody twice": (RULE.replace("north_site", "clinician_07"), "repeated-row"),
    "no usable id": (RULE.replace("north_site", "the north site"), "bad-name"),
    "no reason": (RULE.replace(', reason = "turned away the most ill"', ""), "missing-number"),
    "nobody named": (
        RULE.replace('who = "north_site", ', ""),
        "missing-number",
    ),
    "a second pool": ('of = "reward"', "two-pools"),
}


@pytest.mark.parametrize(("terms", "code"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_exclusions_without_a_rule_are_problems(terms: str, code: str) -> None:
    assert code in [found.code for found in problems(contract(reward(terms)))]


def test_one_finding_can_be_enough() -> None:
    clauses = reward(RULE.replace('"2 findings"', '"1 finding"'))
    assert not problems(contract(clauses))
    assert amount(settle(clauses, figures(1, 0))) == "$47,500.00"


def test_a_pool_that_is_a_share_of_nothing_is_a_problem() -> None:
    found = problems(contract(reward("", 'pool = "2 %"')))
    assert [problem.code for problem in found] == ["missing-base"]


def test_a_reward_without_a_pool_is_a_problem() -> None:
    found = problems(contract(reward("", pool="")))
    assert [problem.code for problem in found] == ["missing-number"]


def test_it_is_an_incentive_for_performance() -> None:
    assert str(MODEL.category(contract(reward(RULE)).clauses[0])) == "LAN 2C, VBPR qip"


VISITS = some.integers(0, 5_000)


@settings(max_examples=25, deadline=None)
@generated(
    first=some.integers(0, 4),
    second=some.integers(0, 4),
    own=VISITS,
    site=VISITS,
    others=some.integers(1, 20_000),
    most=some.integers(0, 100),
)
def test_only_the_measured_share_is_ever_taken_out(
    first: int, second: int, own: int, site: int, others: int, most: int
) -> None:
    given: Figures = {
        **figures(first, second),
        "visits": f"{own + site + others} visits",
        "visits.clinician_07": f"{own} visits",
        "visits.north_site": f"{site} visits",
    }
    kept, shared, limited = (
        settle(reward(terms), given).step("reward").values[0]
        for terms in (RULE, SHARED, f'{RULE}\nmost_excluded = "{most} %"')
    )
    out = (own if first >= 2 else 0) + (site if second >= 2 else 0)
    whole = own + site + others
    assert kept == pytest.approx(Decimal(50_000) * (whole - out) / whole, abs=Decimal("1e-20"))
    assert shared == 50_000
    assert kept <= limited <= 50_000
    assert limited >= 500 * (100 - most)
    assert agrees_in_floats(reward(RULE), given)
