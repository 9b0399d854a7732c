"""The levels a statement's parts allow."""

from typing import Any

from fairterms.reconcile.netting.level import asked_by_header, levels
from tests.reconcile.made_report import coded, sent


def test_the_pool_and_every_depth_are_levels_with_the_header_s_floors() -> None:
    assert [level.id for level in levels(sent())] == [
        "pooled",
        "cohort",
        "cohort, hmo upside only",
        "region",
        "region, hmo upside only",
    ]


def test_the_header_asks_for_its_cohorts_with_their_floors() -> None:
    submission = sent()
    asked = asked_by_header(submission, levels(submission))
    assert asked is not None
    assert asked.id == "cohort, hmo upside only"
    assert asked.words == "each cohort shared by itself, hmo without losses"


def test_a_header_with_one_model_for_all_asks_for_no_level() -> None:
    def alike(head: dict[str, Any]) -> None:
        head["extension"][0]["extension"][0]["valueCodeableConcept"] = coded("3B")

    submission = sent(change_header=alike)
    found = levels(submission)
    assert asked_by_header(submission, found) is None
    assert [level.id for level in found] == ["pooled", "cohort", "region"]


def test_parts_without_numbers_in_their_names_keep_the_plan_s_word() -> None:
    def clinics(made: dict[str, Any]) -> None:
        for group in made["group"]:
            for stratifier in group.get("stratifier", ()):
                for stratum in stratifier["stratum"]:
                    for component in stratum.get("component", ())[1:]:
                        component["value"]["text"] += " clinic"

    assert levels(sent(change=clinics))[-2].id == "facility"


def test_a_cohort_without_regions_stands_for_itself_among_regions() -> None:
    numbers = {
        (code, ("ppo", f"Region {at}")): None
        for code in ("med-rx-cost", "med-rx-cost-target")
        for at in (1, 2)
    }
    assert levels(sent(numbers))[-2].units == (
        ("hmo", "Region 1"),
        ("hmo", "Region 2"),
        ("ppo",),
    )


def test_a_statement_without_parts_has_no_level() -> None:
    def whole(made: dict[str, Any]) -> None:
        for group in made["group"]:
            group.pop("stratifier", None)

    assert levels(sent(change=whole)) == ()
