"""Rights to end the agreement: who holds them, on what ground, and with how much notice."""

import time

import pytest

from fairterms.review import endings
from fairterms.review.endings import Ending
from fairterms.review.parties import Side
from tests.review.conftest import Read, agreement


def _only(read_all: Read, clause: str) -> Ending:
    (ending,) = endings.find(read_all(agreement(clause)))
    return ending


@pytest.mark.parametrize(
    ("clause", "side"),
    [
        ("Plan may terminate this Agreement.", Side.PLAN),
        ("Provider shall have the right to cancel this Agreement.", Side.GROUP),
        ("Either party may end this Agreement.", Side.BOTH),
        ("This Agreement may be terminated by Provider if Plan is in breach.", Side.GROUP),
        ("This Agreement may be terminated by Plan upon notice.", Side.PLAN),
        ("This Agreement may be terminated by either party upon notice.", Side.BOTH),
        ("This Agreement may be terminated upon notice.", Side.UNNAMED),
        ("Plan reserves the right to suspend Provider's participation.", Side.PLAN),
        ("Plan may pay the rate or it may terminate this Agreement.", Side.PLAN),
        ("Provider may take the rate, or it may terminate this Agreement.", Side.GROUP),
    ],
)
def test_it_says_whose_right_it_is(read_all: Read, clause: str, side: Side) -> None:
    assert _only(read_all, clause).side is side


@pytest.mark.parametrize(
    "clause",
    [
        "Plan may terminate the Program.",
        "Plan may cancel coverage of a Member under this Agreement.",
        "Plan may suspend payments under this Agreement.",
        "Plan may not terminate this Agreement.",
        "The duties of Provider end when this Agreement terminates.",
    ],
)
def test_other_ends_are_left_out(read_all: Read, clause: str) -> None:
    assert endings.find(read_all(agreement(clause))) == ()


@pytest.mark.parametrize(
    ("clause", "is_without_cause", "is_at_once"),
    [
        ("Plan may terminate this Agreement without cause on 30 days' notice.", True, False),
        ("Plan may terminate this Agreement for any reason.", True, True),
        ("Plan may terminate this Agreement on 30 days' notice.", True, False),
        ("Plan may terminate this Agreement on 30 days' notice of a breach.", False, False),
        (
            "If Provider is in breach, Plan may terminate this Agreement on 30 days' notice.",
            *(False,) * 2,
        ),
        ("Plan may terminate this Agreement immediately if Provider is in breach.", False, True),
        ("Plan may terminate this Agreement at any time.", True, True),
        ("Plan may terminate this Agreement, but not immediately, for a breach.", False, False),
    ],
)
def test_it_says_on_what_ground_and_how_soon(
    read_all: Read, clause: str, is_without_cause: bool, is_at_once: bool
) -> None:
    ending = _only(read_all, clause)
    assert (ending.is_without_cause, ending.is_at_once) == (is_without_cause, is_at_once)


def test_two_rights_in_a_sentence_keep_their_own_notice(read_all: Read) -> None:
    clause = (
        "Plan may terminate this Agreement on 30 days' notice and Provider may terminate this "
        "Agreement on 180 days' notice."
    )
    plan, group = endings.find(read_all(agreement(clause)))
    assert (plan.side, group.side) == (Side.PLAN, Side.GROUP)
    assert plan.notice is not None
    assert group.notice is not None
    assert (plan.notice.text, group.notice.text) == ("30 days", "180 days")


def test_items_of_a_list_are_rights_of_their_own(read_all: Read) -> None:
    listed = (
        "This Agreement may be terminated:\n(a) by Plan, without cause, upon 30 days' notice; or\n"
        "(b) by Provider upon 90 days' notice."
    )
    sides = [ending.side for ending in endings.find(read_all(agreement(listed)))]
    assert sides[-2:] == [Side.PLAN, Side.GROUP]


def test_the_whole_right_is_quoted_with_its_notice(read_all: Read) -> None:
    ending = _only(read_all, "Plan may terminate this Agreement without cause on 30 days' notice.")
    assert ending.whole.match[0].startswith("may terminate")
    assert "30 days' notice" in ending.whole.match[0]


@pytest.mark.slow
@pytest.mark.parametrize("words", ["Plan may, ", "may terminate ", "be terminated by ", "x" * 9])
def test_long_text_is_read_in_little_time(read_all: Read, words: str) -> None:
    text = agreement(words * (10_000 // len(words)))
    reading = read_all(text)
    assert reading.passages
    started = time.process_time()
    endings.find(reading)
    assert time.process_time() - started < 1
