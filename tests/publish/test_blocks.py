"""The blocks of a report have names that renderers know."""

from typing import cast

import pytest

from fairterms.publish.blocks import (
    BLOCKS,
    CALLOUT_KINDS,
    Callout,
    CalloutKind,
    PageBreak,
    Prose,
    block_name,
)
from fairterms.publish.html import render
from fairterms.publish.page import Report


def test_a_block_is_named_by_its_record() -> None:
    assert block_name(PageBreak()) == "page_break"
    assert block_name(Prose("")) == "prose"


def test_every_block_has_a_name_of_its_own() -> None:
    names = {kind.__name__.lower() for kind in BLOCKS}
    assert len(names) == len(BLOCKS) == 14


def test_a_box_knows_five_kinds_only() -> None:
    with pytest.raises(AssertionError, match="'danger' is not one of"):
        Callout(cast("CalloutKind", "danger"), "Careful")


@pytest.mark.parametrize("kind", CALLOUT_KINDS)
def test_every_kind_of_box_has_its_own_look(kind: CalloutKind) -> None:
    page = render(Report(title="A", blocks=(Callout(kind, "Title"),)))
    assert f".callout.{kind} {{" in page
    assert f'class="callout {kind}"' in page
