"""A report as plain dictionaries keeps every field and names every record."""

from decimal import Decimal
from types import MappingProxyType

import pytest

from fairterms.publish.blocks import BLOCKS, PageBreak, Place, Prose, Quote, block_name
from fairterms.publish.inline import Badge, Strong
from fairterms.publish.page import Report
from fairterms.publish.structure import everything
from fairterms.publish.tree import Tree, as_tree


def test_a_block_says_what_it_is_and_a_record_inside_does_not() -> None:
    assert as_tree(Quote("text", Place("a.pdf", "3"))) == {
        "block": "quote",
        "text": "text",
        "where": {"document": "a.pdf", "page": "3", "section": ""},
        "why": "",
        "anchor": "",
    }


def test_a_run_says_what_it_is_and_plain_text_stays_text() -> None:
    assert as_tree(Prose(("a", Strong("b"), Badge("low")))) == {
        "block": "prose",
        "words": [
            "a",
            {"run": "strong", "text": "b"},
            {"run": "badge", "severity": "low", "text": ""},
        ],
    }


def test_a_frozen_mapping_becomes_a_dictionary() -> None:
    assert as_tree(MappingProxyType({"a": (1, None, True)})) == {"a": [1, None, True]}


@pytest.mark.parametrize("value", [Decimal(1), object(), {1, 2}, Prose])
def test_what_a_report_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="a report holds text, numbers and records"):
        as_tree(value)


def test_every_block_of_a_report_is_in_its_tree(gallery_report: Report) -> None:
    def blocks_in(tree: Tree) -> list[str]:
        if isinstance(tree, list):
            return [name for part in tree for name in blocks_in(part)]
        if isinstance(tree, dict):
            own = [str(tree["block"])] if "block" in tree else []
            return own + [name for part in tree.values() for name in blocks_in(part)]
        return []

    records = [item for item in everything(gallery_report) if isinstance(item, BLOCKS)]
    assert blocks_in(as_tree(gallery_report)) == [block_name(record) for record in records]
    assert {type(record) for record in records} == set(BLOCKS), "the gallery shows every block"
    assert as_tree(PageBreak()) == {"block": "page_break"}
