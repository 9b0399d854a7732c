"""Clauses on handing the agreement to someone else, and on a sale of one side's business."""

import pytest

from fairterms.review import assignments
from fairterms.review.parties import Side
from tests.review.conftest import Read, agreement


@pytest.mark.parametrize(
    ("clause", "sides"),
    [
        ("Provider may not assign this Agreement.", (Side.GROUP,)),
        ("This Agreement shall not be assigned by Provider without Plan's consent.", (Side.GROUP,)),
        ("Neither party shall assign this Agreement.", (Side.BOTH,)),
        ("This Agreement may not be transferred by either party.", (Side.BOTH,)),
        ("Plan shall not delegate its obligations under this Agreement.", (Side.PLAN,)),
        (
            "Provider may not assign this Agreement, and Plan may not assign this Agreement.",
            (Side.GROUP, Side.PLAN),
        ),
        ("Provider hereby assigns its right to payment under no agreement.", ()),
        ("Members may not be assigned to Provider by the State.", ()),
    ],
)
def test_it_says_who_may_not_hand_it_on(
    read_all: Read, clause: str, sides: tuple[Side, ...]
) -> None:
    assert tuple(c.side for c in assignments.barred(read_all(agreement(clause)))) == sides


@pytest.mark.parametrize(
    ("clause", "sides"),
    [
        ("Plan may assign this Agreement to an affiliate.", (Side.PLAN,)),
        ("Provider may freely transfer this Agreement.", (Side.GROUP,)),
        ("Plan may assign this Agreement only with Provider's written consent.", ()),
        ("Plan may not assign this Agreement.", ()),
        ("Plan may assign a case manager to a Member.", ()),
    ],
)
def test_it_says_who_may_hand_it_on(read_all: Read, clause: str, sides: tuple[Side, ...]) -> None:
    assert tuple(c.side for c in assignments.free(read_all(agreement(clause)))) == sides


def test_a_sale_counts_where_something_follows_of_it(read_all: Read) -> None:
    control = "Plan may terminate this Agreement upon a change of control of Provider."
    deemed = "A merger or a sale of substantially all assets is deemed an assignment."
    named = "Provider was formed by a merger of two practices with all their assets."
    found = assignments.sales(read_all(agreement(control, deemed, named)))
    assert [place.match[0].split()[0].lower() for place in found] == ["change", "merger"]
    assert assignments.names_sale(named) is True
    assert assignments.names_sale("Provider moves to another office.") is False
