"""One deal, as it is laid beside others."""

from pathlib import Path

from fairterms.monitor.alignment.deal_side import DealSide, SideMeasure, read_side

EXAMPLES = Path(__file__).parents[3] / "examples"


def of(side: DealSide, name: str) -> SideMeasure:
    return next(one for one in side.measures if one.id == name)


def test_a_measure_has_what_the_terms_and_the_records_say_of_it() -> None:
    side = read_side(EXAMPLES / "juniper")
    assert side.problems == ()
    found = of(side, "depression_response")
    assert found.catalogue == "remission_or_response, phq9"
    assert found.counts["numerator"] == "a later PHQ-9 score at least 50 % lower"
    assert found.counts["index cut"] == "10"
    assert found.counts["later score"] == (
        "last (the group's reading; the contract leaves it open)"
    )
    assert found.pays["weight"] == "20 %"
    assert found.pays["minimum denominator"] == "30 patients"
    assert "direction" not in found.pays


def test_a_measure_nobody_works_out_has_no_entry_of_the_catalogue() -> None:
    side = read_side(EXAMPLES / "juniper")
    assert of(side, "working_relationship").catalogue == ""
    assert len(side.reports) == 4


def test_what_is_to_be_mended_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "deal.toml").write_text('[deal]\nname = "A deal"\n')
    (tmp_path / "meetings.toml").write_text("[[meeting]")
    side = read_side(tmp_path)
    assert side.deal == "A deal"
    assert [one.code for one in side.problems] == ["no-terms", "not-toml"]
    assert (side.measures, side.reports) == ((), ())
