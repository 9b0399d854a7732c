"""Rights to change the agreement."""

import pytest

from fairterms.review import amendments
from tests.review.conftest import OPENING, Read


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Plan may at any time amend this Agreement.", "may at any time amend"),
        (
            "Plan reserves the right to revise, or modify any Exhibit.",
            "reserves the right to revise",
        ),
        ("The Attachments are subject to modification by Plan.", "are subject to modification"),
        ("The Program may be changed by at any time.", "may be changed"),
    ],
)
def test_the_right_itself_is_marked(read_all: Read, text: str, right: str) -> None:
    (found,) = amendments.one_sided(read_all(OPENING + text))
    assert found.passage.text[found.start : found.end] == right


@pytest.mark.parametrize(
    "text",
    [
        "Plan may modify the provider manual and its Policies.",
        "Plan may modify the manual named in this Agreement.",
        "Plan may develop, discontinue or modify Networks, products and programs of its own.",
        "The fee schedule under this Agreement is subject to modification by Plan.",
        "This Agreement may be amended by the parties in writing.",
        "This Agreement may be modified by an arbitrator.",
    ],
)
def test_other_matters_and_shared_rights_are_left_out(read_all: Read, text: str) -> None:
    assert amendments.one_sided(read_all(OPENING + text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("amend it to comply with changes in law", True),
        ("amend it as required by any agency", True),
        ("a change the law requires", True),
        ("amend it at any time, including to comply with law", False),
        ("amend it, except as required by law", False),
        ("amend it at will", False),
    ],
)
def test_a_change_only_the_law_asks_for_is_told(text: str, expected: bool) -> None:
    assert amendments.is_by_law(text, 0) is expected
