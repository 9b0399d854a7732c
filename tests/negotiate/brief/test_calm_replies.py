"""Every tactic has a calm reply; those with signs come first."""

from fairterms.negotiate.brief.calm_replies import REPLIES, reply_blocks
from fairterms.publish.number_blocks import Table
from fairterms.review.tactics import Signs
from fairterms.units.finding import TACTICS
from tests.negotiate.brief.made_up import finding


def table(*signs: Signs) -> Table:
    (found,) = (one for one in reply_blocks(signs) if isinstance(one, Table))
    return found


def test_each_of_the_seven_has_one_reply() -> None:
    assert REPLIES.keys() == TACTICS.keys()
    assert len(set(REPLIES.values())) == len(TACTICS)
    assert len(table().rows) == len(TACTICS)


def test_the_tactic_with_the_most_signs_comes_first() -> None:
    one = Signs("ratcheting", (finding("amend-unilateral"),), {}, "")
    two = Signs("network_secrecy", (finding("a"), finding("b")), {"more duties": 2}, "")
    rows = [(str(row.cells[0]).partition(":")[0], row.cells[1]) for row in table(one, two).rows]
    assert rows[:3] == [
        ("Network secrecy", "3"),
        ("Ratcheting", "1"),
        ("Take it or leave it", "0"),
    ]


def test_a_reply_asks_and_accuses_nobody() -> None:
    for reply in REPLIES.values():
        assert not {"lie", "bad faith", "trick", "unfair", "violat"} & set(reply.lower().split())
        assert reply.startswith("“")
        assert reply.endswith("”")
