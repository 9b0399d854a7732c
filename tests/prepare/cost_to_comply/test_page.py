import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from fairterms.prepare.cost_to_comply.assessment import assess
from fairterms.prepare.cost_to_comply.compliance_cost import ComplianceCost
from fairterms.prepare.cost_to_comply.declaration_reader import read_text
from fairterms.prepare.cost_to_comply.page import comply_section
from fairterms.publish.blocks import Block, Bullets, Callout, Quote
from fairterms.publish.number_blocks import Figures, Steps, Table
from fairterms.publish.structure import check, with_anchors
from tests.prepare.cost_to_comply.made_up import assessed, deal, example

EMPTY = ComplianceCost((), (), {})


def words_of(block: Block) -> list[str]:
    """Return a block's words, a row a line."""
    match block:
        case Bullets():
            return [str(item) for item in block.items]
        case Callout():
            return [block.title, said(block.blocks)]
        case Figures():
            return [f"{one.label}: {one.value} ({one.note})" for one in block.numbers]
        case Table():
            return [" | ".join(map(str, row.cells)) for row in block.rows]
        case Steps():
            return [f"{one.name}: {one.value}" for one in block.steps]
        case Quote():
            return [f"{block.text} ({block.why})"]
    return [str(getattr(block, "words", getattr(block, "text", "")))]


def said(blocks: Sequence[Block]) -> str:
    return "\n".join(words for block in blocks for words in words_of(block))


def anchors(blocks: list[Block]) -> list[str]:
    return [anchor for block in blocks if (anchor := getattr(block, "anchor", ""))]


@pytest.mark.parametrize(
    "name",
    [
        "cedar",
        pytest.param("juniper", marks=pytest.mark.slow),
        pytest.param("willow", marks=pytest.mark.slow),
    ],
)
def test_the_page_can_be_published_and_its_anchors_are_its_own(name: str) -> None:
    blocks = comply_section(assessed(name))
    check(with_anchors(blocks))
    assert all(anchor.startswith("comply-") for anchor in anchors(blocks))
    assert "Decimal(" not in said(blocks)


def test_the_page_of_an_example_says_what_a_reader_needs() -> None:
    words = said(comply_section(assessed("cedar")))
    for part in (
        "28 duties of the group stood out: 10 in your own costs, 16 not in them",
        "Your own estimate: $75,300 (a year)",
        "Coordinate care with others | 2.14 | not stated | 653 |",
        "Answer audits | 5.3 (if the plan asks)",
        "Check the plan's settlements and lists in time | 4.7, 4.12, 9.1, 9.2 (to keep a right)",
        "10 to 25 % of gross revenue, for 3 to 10 years",
        "about 300 providers with 5 to 10 patients weekly",
        "below the reference range",
        "Reports and files | $7,062 | $552 | $8,250 | $0",
        "The contract adds: $10,361",
        "does not pay for the extra work",
        "Provider Manual is not at hand; it may hold more duties",
        "our choice, please edit",
    ):
        assert part in words, part


@pytest.mark.slow
def test_a_loan_is_left_out_and_other_fees_are_named() -> None:
    words = said(comply_section(assessed("juniper")))
    assert "it is a loan and pays for nothing here" in words
    assert "Lent, left out below: $386,500" in words
    assert "$7,412,387: fees under the Participation Agreement" in words
    assert "Fees for care are not part of these terms" not in words
    assert "below our lowest default: look again" in words


def test_a_section_of_a_longer_report_is_shorter_and_says_the_same() -> None:
    whole, part = (comply_section(assessed("cedar"), is_whole=each) for each in (True, False))
    check(with_anchors(part))
    assert set(anchors(part)) < set(anchors(whole))
    assert "comply-unfunded" in anchors(part)
    assert "comply-basis" not in anchors(part)
    assert not any(isinstance(block, Quote) for block in part)


def test_the_words_of_a_missed_duty_say_what_it_takes() -> None:
    words = said(comply_section(assessed("cedar")))
    often = "how often is not stated"
    assert f"Coordinate care with others ({often}): likely 653 hours and $24,795 a year." in words


def test_the_duties_counted_add_up() -> None:
    found = assessed("cedar")
    numbers = [int(one) for one in re.findall(r"\d+", said(comply_section(found)).split(". ")[0])]
    assert numbers[0] == sum(numbers[1:]) == len(found.duties)


def test_a_contract_without_fees_is_told_to_name_them() -> None:
    found = assessed("cedar")
    assert found.revenue is not None
    without = replace(found, revenue=replace(found.revenue, has_fees=False))
    assert "the share is too high" in said(comply_section(without))


def test_nothing_found_is_said_plainly() -> None:
    blocks = comply_section(EMPTY)
    check(with_anchors(blocks))
    words = said(blocks)
    assert "No duty of the group was found" in words
    assert "deal.toml names no costs" in words
    assert "No scenario could be settled" in words


def test_problems_of_the_file_stand_first() -> None:
    _, contract, _, _ = example("cedar")
    found = assess(deal(), contract, (), None, read_text("[sise]\n"))
    first = next(one for one in comply_section(found) if isinstance(one, Callout))
    assert "duties.toml, line 1" in said([first])
