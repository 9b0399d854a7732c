"""What is worth asking stands on the page with its harmless explanations, for both sides alike."""

import math
from collections.abc import Sequence

from fairterms.outcomes.gaming.entry_regression import ByItself
from fairterms.outcomes.gaming.evidence import Evidence
from fairterms.outcomes.gaming.panel import Panel
from fairterms.outcomes.gaming.signal import Finding, Measured, Side, Signal, State
from fairterms.outcomes.group_results.page.both_sides_section import both_sides_section
from fairterms.outcomes.small_cells.audience import Audience
from fairterms.publish.blocks import Block, Bullets, Heading
from tests.outcomes.group_results.page.shown import rows, said, tables


def nothing(_: Evidence) -> Measured:
    """Stand for a test that is not run here."""
    raise AssertionError("the page tests nothing")


def signal(title: str, side: Side) -> Signal:
    return Signal(
        title.replace(" ", "_"),
        title,
        side,
        f"Why is there {title}?",
        (),
        nothing,
        (f"{title} by habit", f"{title} by form"),
        f"the log of {title}",
    )


def one_tested(title: str, side: Side, p_value: float, n: int) -> Finding:
    measured = Measured(3.0, p_value, n, 0.043)
    return Finding(signal(title, side), State.TESTED, measured)


ASKED = one_tested("heaped scores", Side.PROVIDER, 0.0002, 8)
QUIET = one_tested("late forms", Side.PROVIDER, 0.6, 200)
FACT = Finding(signal("moved window", Side.PLAN), State.FACT, Measured(math.nan, None, 300, 0.021))
LACKING = Finding(signal("lost members", Side.PLAN), State.CANNOT, None, "two lists")
FINDINGS = (ASKED, QUIET, FACT, LACKING)
Q_VALUES = (0.0004, 0.6, math.nan, math.nan)


def panel(
    findings: Sequence[Finding] = FINDINGS,
    q_values: Sequence[float] = Q_VALUES,
    by_itself: ByItself | None = None,
) -> Panel:
    return Panel(tuple(findings), tuple(q_values), 0.05, 40, 100, by_itself)


def headings(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading)]


def test_each_side_is_told_how_much_could_be_looked_at() -> None:
    assert headings(both_sides_section(panel(), Audience.GROUP)) == [
        "Worth asking about, on both sides",
        "Asking the group: 2 of 2 patterns could be looked at",
        "Asking the plan: 1 of 2 patterns could be looked at",
    ]


def test_what_is_asked_carries_its_harmless_explanations() -> None:
    blocks = both_sides_section(panel(), Audience.GROUP)
    lists = [block.items for block in blocks if isinstance(block, Bullets)]
    assert lists == [
        (
            "Ask: Why is there heaped scores?",
            "It may be harmless: heaped scores by habit; heaped scores by form.",
            "What would settle it: the log of heaped scores.",
        ),
        (
            "Ask: Why is there moved window?",
            "It may be harmless: moved window by habit; moved window by form.",
            "What would settle it: the log of moved window.",
        ),
    ]
    assert "Why is there late forms?" not in said(blocks)


def test_what_is_asked_of_a_side_stands_under_it() -> None:
    blocks = both_sides_section(panel(), Audience.GROUP)
    text = said(blocks)
    places = [
        text.index(words)
        for words in (
            "Asking the group",
            "Why is there heaped",
            "Asking the plan",
            "Why is there m",
        )
    ]
    assert places == sorted(places)
    assert "Nothing stands out" not in text


def test_a_side_of_which_nothing_is_asked_is_told_so() -> None:
    text = said(both_sides_section(panel((QUIET, LACKING), (0.6, math.nan)), Audience.GROUP))
    assert text.count("Nothing stands out from chance.") == 2


def test_every_pattern_looked_for_is_listed_with_its_state() -> None:
    (table,) = tables(both_sides_section(panel(), Audience.GROUP))
    assert rows(table) == [
        ("the group", "heaped scores", "tested", "0.000"),
        ("the group", "late forms", "tested", "0.600"),
        ("the plan", "moved window", "a fact, not chance", "–"),
        ("the plan", "lost members", "cannot be tested", "–"),
    ]


def test_outside_nothing_is_told_of_few_people() -> None:
    inside = said(both_sides_section(panel(), Audience.GROUP))
    outside = said(both_sides_section(panel(), Audience.OUTSIDE))
    assert "(n 8, p 0.0002)" in inside
    assert "4.3" in inside
    assert "n 8" not in outside
    assert "4.3" not in outside
    assert "heaped scores: not shown (n 1 to 10, p not shown)." in outside
    assert "(n 300)" in outside


def test_what_comes_by_itself_is_said_where_it_is_known() -> None:
    words = "27.5 % of patients would reach the measure so"
    known = panel(by_itself=ByItself(100, 2.0, 0.275))
    assert words in said(both_sides_section(known, Audience.OUTSIDE))
    assert "fall by themselves" not in said(both_sides_section(panel(), Audience.GROUP))
