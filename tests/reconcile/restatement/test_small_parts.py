"""Numbers about 1 to 10 people stay in the group's own room."""

import pytest

from fairterms.outcomes.small_cells.audience import Audience
from fairterms.reconcile.restatement.line_change import compare_lines
from fairterms.reconcile.restatement.small_parts import SmallParts
from tests.reconcile.restatement.made_up import line, second, statement


def hidden(before: str, after: str, audience: Audience = Audience.OUTSIDE) -> bool:
    pair = statement(line("", before, name="a")), second(line("", after, name="a"))
    (change,) = compare_lines(*pair)
    return SmallParts(pair, audience).hides(change)


@pytest.mark.parametrize(
    ("before", "after", "is_hidden"),
    [
        ("10 members", "11 members", True),
        ("11 members", "1 patient", True),
        ("11 members", "22 members", False),
        ("4,000 members", "4,010 members", True),
        ("4,000 member-months", "4,120 member-months", True),
        ("4,000 member-months", "4,121 member-months", False),
        ("120 member-months", "900 member-months", True),
        ("121 member-months", "900 member-months", False),
        ("0 members", "12 members", False),
        ("10 member-months", "24 member-months", True),
        ("7 discharges", "0 discharges", True),
        ("0.5 person-years", "40 person-years", True),
        ("6 months", "3 months", False),
        ("4 stars", "5 stars", False),
        ("$7.00", "$8.00", False),
    ],
)
def test_a_count_of_1_to_10_people_is_hidden_outside(
    before: str, after: str, is_hidden: bool
) -> None:
    assert hidden(before, after) is is_hidden
    assert not hidden(before, after, Audience.GROUP)


def test_a_small_part_hides_its_dollars_and_the_parts_beside_it_but_not_the_whole() -> None:
    def lines(dollars: int) -> list[object]:
        return [
            line("", f"${dollars}.00", name="whole"),
            line("", f"${dollars}.00", name="hmo", scope=("hmo",)),
            line("", f"${dollars}.00", name="one", scope=("hmo", "one")),
            line("", f"${dollars}.00", name="two", scope=("hmo", "two")),
            line("", f"${dollars}.00", name="deep", scope=("hmo", "two", "street")),
        ]

    small = line("", "9 members", name="members", scope=("hmo", "one"))
    pair = statement(*lines(5), small), second(*lines(6), small)  # type: ignore[arg-type]
    eyes = SmallParts(pair, Audience.OUTSIDE)
    shown = {change.line.id: not eyes.hides(change) for change in compare_lines(*pair)}
    assert shown == {"whole": True, "hmo": True, "one": False, "two": False, "deep": False}
