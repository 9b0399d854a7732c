"""Totals against the sum of their parts."""

from typing import Any

from fairterms.reconcile.arithmetic.examination import CHECKS, examine
from tests.reconcile.found import found, one, repairs
from tests.reconcile.made_report import METRICS, coded, sent

PPO = ("ppo",)


def test_totals_that_agree_are_no_finding() -> None:
    assert found("sums", sent()) == ()


def test_a_total_that_its_parts_exceed_is_told_with_both_repairs() -> None:
    seen = one(
        "sums",
        sent(
            {
                ("med-rx-cost", ("hmo",)): 37000,
                ("med-rx-cost", PPO): 46000,
                ("med-rx-cost", ()): 83000,
            }
        ),
    )
    assert seen.what == (
        "Medical pharmacy cost, ppo is printed as $46,000.00; its parts add to $66,000.00"
    )
    assert str(seen.difference) == "$20,000.00"
    assert repairs(seen) == [
        "Medical pharmacy cost, ppo is $66,000.00",
        "Medical pharmacy cost, ppo, Region 1 is $27,000.00",
    ]
    assert seen.must_ask


def test_the_part_to_repair_is_the_one_that_fits_how_revenue_is_divided() -> None:
    # Revenue is 60,000 and 20,000: Region 2 at 39,000 is out of line, Region 1 is not.
    seen = one("sums", sent({("med-rx-cost", ("ppo", "Region 2")): 39000}))
    assert repairs(seen)[1] == "Medical pharmacy cost, ppo, Region 2 is $19,000.00"


def test_without_anything_to_compare_with_every_part_is_offered() -> None:
    def only_costs(made: dict[str, Any]) -> None:
        made["group"] = [one for one in made["group"] if one["id"] == "med-rx-cost"]

    seen = one(
        "sums", sent({("med-rx-cost", PPO): 46000, ("med-rx-cost", ()): 83000}, change=only_costs)
    )
    assert len(seen.repairs) == 3


def test_a_pmpm_that_agrees_with_the_printed_number_is_told() -> None:
    seen = one("sums", sent({("med-rx-cost", ("ppo", "Region 2")): 39000}))
    assert seen.note == ("The PMPM of Medical pharmacy cost, ppo agrees with the number as printed")
    both = one(
        "sums",
        sent(
            {
                ("med-rx-cost", ("ppo", "Region 2")): 39000,
                ("med-rx-cost-pmpm", ("ppo", "Region 2")): 78,
            }
        ),
    )
    assert both.note == "The PMPM lines agree with each printed number, so they do not decide it"


def test_a_gap_of_whole_dollars_that_rounding_explains_is_told_as_that() -> None:
    seen = one("sums", sent({("revenue", ()): 130001}))
    assert seen.note == "Rounding each part by itself to whole dollars explains a gap of this size"


def test_a_lost_cent_is_left_to_its_own_check() -> None:
    assert found("sums", sent({("quality-pmt-chronic", ("ppo", "Region 2")): 166.65})) == ()


def test_counts_are_added_and_averages_are_not() -> None:
    assert one("sums", sent({("1-gap-closed", ()): 51})).expected == "50 members"
    assert found("sums", sent({("avg-risk-score", ()): 2})) == ()


def test_a_statement_of_two_levels_without_the_one_between_is_added_too() -> None:
    def no_cohorts(made: dict[str, Any]) -> None:
        for group in made["group"]:
            for stratifier in group.get("stratifier", ()):
                strata = stratifier["stratum"]
                stratifier["stratum"] = [each for each in strata if "component" in each] or strata

    assert found("sums", sent(change=no_cohorts)) == ()
    seen = found("sums", sent({("revenue", ()): 150000}, change=no_cohorts))
    assert [each.expected for each in seen] == ["$130,000.00"]


def test_a_grand_total_of_the_lines_before_it_is_worth_knowing() -> None:
    def totals(made: dict[str, Any]) -> None:
        made["group"] = [
            {
                "id": f"g{at}",
                "code": {**coded(code, METRICS), "text": text},
                "measureScore": {"value": value},
            }
            for at, (code, text, value) in enumerate(
                (
                    ("earnings-qip", "Visits", 200),
                    ("earnings-ccf", "Fee", 300),
                    ("earned-incentive", "Grand total", 500),
                )
            )
        ]

    agreed = examine(sent(change=totals), [CHECKS["sums"]]).agreements
    assert [each.words for each in agreed] == ["Grand total is the sum of the 2 lines before it"]
