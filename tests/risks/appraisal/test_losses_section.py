"""Losses side by side, and every objective beside what is bearable."""

from fairterms.publish.number_blocks import Chart
from fairterms.risks.appraisal.losses_section import loss_blocks, objective_blocks
from fairterms.risks.appraisal.wording import mean, worst
from tests.risks.appraisal.small_register import (
    GUESS,
    LATE,
    MARGIN,
    PASSED,
    appraised,
    estimate,
    risk,
)
from tests.simulate.small_outlook import records_of, table_of, words_of

COMPUTED = 'from_contract = "net loss"'
OF_CLAUSE = 'from_contract = "clause withhold"'
PEOPLE = (
    'frequency = { per_year = "2 events per year" }\n'
    'severity = { low = "1 person", likely = "3 people", high = "9 people" }'
)


def test_inherent_claimed_proven_and_worst_each_have_their_column() -> None:
    sampled = PASSED.replace(
        'sample = "all"', 'sample = ["1", "3", "5", "7", "9", "11"]\nseed = "made up"'
    )
    page = appraised(LATE + sampled)
    losses = page.impacts[0].losses
    assert losses is not None
    (row,) = table_of(loss_blocks(page, "r"), "r-losses-1").rows
    assert row.cells[1:] == (
        "what the deal adds in a year",
        mean(losses.inherent),
        mean(losses.claimed),
        mean(losses.proven),
        worst(losses.proven),
        "1 (100 %)",
    )
    assert len(set(row.cells[2:6])) == 4, "no two of them are the same here"


def test_things_as_they_are_leave_the_loss_without_controls_unknown() -> None:
    text = MARGIN + risk("late") + estimate("late_margin", GUESS, "current")
    table = table_of(loss_blocks(appraised(text), "r"), "r-losses-1")
    assert table.rows[0].cells[2] == "not known"
    assert "no control was credited" in table.footnote


def test_the_largest_mean_loss_comes_first_and_computed_ones_are_marked() -> None:
    text = LATE + risk("year") + estimate("year_margin", COMPUTED)
    page = appraised(text)
    rows = table_of(loss_blocks(page, "r"), "r-losses-1").rows
    means = {one.risk.event: one.losses.proven.mean.value for one in page.impacts if one.losses}
    names = [str(row.cells[0]) for row in rows]
    tails = {one.risk.event: worst(one.losses.proven) for one in page.impacts if one.losses}
    first = max(means, key=lambda name: means[name])
    assert first in names[0]
    assert tails == {"late happens": "$21,300", "year happens": "$10,000"}, "not by the tail"
    assert ["computed" in name for name in names] == ["year happens" in name for name in names]


def test_each_unit_has_a_table_and_only_the_last_has_the_note() -> None:
    page = appraised(LATE + risk("queue", "access") + estimate("queue_access", PEOPLE))
    first, second = (table_of(loss_blocks(page, "r"), f"r-losses-{n}") for n in (1, 2))
    assert [one.caption for one in (first, second)] == [
        "Losses of a year in dollars",
        "Losses of a year in people",
    ]
    assert not first.footnote
    assert str(second.footnote).startswith("Ranked by the loss of an average year")
    assert "public" in str(second.rows[0].cells[0])
    assert "public" not in str(first.rows[0].cells[0])


def test_a_register_says_what_it_is_not() -> None:
    words = words_of(loss_blocks(appraised(LATE), "r"))
    assert "A register shows what people thought of, not what may happen." in words


def test_the_verdict_is_on_what_is_proven_and_names_the_point_that_is_passed() -> None:
    text = MARGIN + risk("year") + estimate("year_margin", COMPUTED)
    (row,) = table_of(objective_blocks(appraised(text), "r"), "r-bearable").rows
    assert row.cells[2:4] == ("$3,500", "$10,000")
    assert row.cells[5] == "25 % above $5,000"
    assert "beyond" in str(row.cells[6])
    rare = text.replace('at_most = "20 %"', 'at_most = "30 %"')
    (row,) = table_of(objective_blocks(appraised(rare), "r"), "r-bearable").rows
    assert "bearable" in str(row.cells[6])
    assert "beyond" not in str(row.cells[6])


def test_an_objective_without_a_limit_has_no_verdict_and_no_curve() -> None:
    blocks = objective_blocks(
        appraised(MARGIN + risk("queue", "access") + estimate("queue_access", PEOPLE)), "r"
    )
    (row,) = table_of(blocks, "r-bearable").rows
    assert row.cells[5:] == ("–", "nobody said what is bearable")
    assert records_of(blocks, Chart) == []
    assert "No objective of the public" not in words_of(blocks)


def test_the_curve_falls_and_the_bearable_line_is_the_tolerance() -> None:
    (chart,) = records_of(objective_blocks(appraised(LATE + PASSED), "r"), Chart)
    lines: dict[str, list[tuple[float, float]]] = {}
    for row in chart.data.rows:
        name, at, chance = (str(cell) for cell in row.cells[:3])
        lines.setdefault(name, []).append((number(at), number(chance)))
    assert list(lines) == ["without controls", "with what is proven", "bearable"]
    for name in ("without controls", "with what is proven"):
        chances = [chance for _, chance in lines[name]]
        assert chances == sorted(chances, reverse=True)
    pairs = zip(lines["without controls"], lines["with what is proven"], strict=True)
    assert all(before[1] >= after[1] for before, after in pairs)
    assert {chance for at, chance in lines["bearable"] if at < 5_000} == {100.0}
    assert {chance for at, chance in lines["bearable"] if at >= 5_000} == {20.0}


def number(text: str) -> float:
    return float(text.strip("$% ").replace(",", ""))


def test_no_line_without_controls_is_drawn_where_nobody_estimated_one() -> None:
    text = MARGIN + risk("year") + estimate("year_margin", COMPUTED, "current")
    (chart,) = records_of(objective_blocks(appraised(text), "r"), Chart)
    assert {str(row.cells[0]) for row in chart.data.rows} == {"with what is proven", "bearable"}


def test_a_loss_that_is_left_out_draws_no_line_for_the_others() -> None:
    text = MARGIN + risk("year") + estimate("year_margin", COMPUTED, "current")
    text += risk("held") + estimate("held_margin", OF_CLAUSE)
    page = appraised(text)
    assert page.objectives[0].left_out == ("held_margin",)
    (chart,) = records_of(objective_blocks(page, "r"), Chart)
    assert "without controls" not in {str(row.cells[0]) for row in chart.data.rows}


def test_a_year_that_loses_nothing_draws_up_to_what_is_bearable() -> None:
    assert objective_blocks(appraised(MARGIN), "r") == []


def test_shares_are_drawn_and_bounded_on_the_same_scale() -> None:
    points = MARGIN.replace('"$"', '"percentage points"').replace(
        '"$25,000.00"', '"30 percentage points"'
    )
    points = points.replace('"$5,000.00"', '"4 percentage points"')
    guess = GUESS.replace("$1,000.00", "1 percentage point").replace(
        "$20,000.00", "20 percentage points"
    )
    page = appraised(points + risk("late") + estimate("late_margin", guess))
    (chart,) = records_of(objective_blocks(page, "r"), Chart)
    bearable = [row.cells for row in chart.data.rows if str(row.cells[0]) == "bearable"]
    at = [number(str(cells[1])) for cells in bearable]
    assert max(at) > 1, "percentage points, and not fractions"
    assert {str(cells[2]) for cells in bearable if number(str(cells[1])) >= 4} == {"20 %"}
    every = {str(row.cells[1]) for row in chart.data.rows}
    assert every == {str(cells[1]) for cells in bearable}, "all lines share their losses"


def test_stages_beside_the_inherent_one_are_shown_side_by_side() -> None:
    less = GUESS.replace("40 %", "10 %")
    text = LATE + estimate("late_margin", less, "current") + estimate("late_margin", less, "target")
    (row,) = table_of(loss_blocks(appraised(text), "risks"), "risks-stages").rows
    without, proven, now, aim = row.cells[1:]
    assert without == proven
    assert now == aim != without


def test_one_estimate_alone_has_no_stages_to_compare() -> None:
    blocks = loss_blocks(appraised(LATE), "risks")
    assert "Stages of a risk" not in words_of(blocks)
