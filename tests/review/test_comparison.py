"""Two versions of an agreement, and who gains."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from fairterms.document.alignment import Kind
from fairterms.document.reader import read
from fairterms.review import parties, ratchet
from fairterms.review.comparison import Comparison, Gain, compare
from fairterms.review.effects import Effect
from fairterms.review.ratchet import Growth
from tests.review.conftest import OPENING

BODY = OPENING + (
    "1.1 Pay. Plan shall pay each clean claim within thirty (30) days.\n"
    "1.2 Notice. Plan shall give Provider sixty (60) days' notice of a change.\n"
    "1.3 Records. Provider shall answer a request for records within twenty (20) days.\n"
    "1.4 Insurance. Provider shall keep insurance acceptable to Plan.\n"
    "1.5 Appeal. If the award is five million dollars ($5,000,000) or more, the parties shall have "
    "the right to appeal.\n"
    "1.6 Audit. An audit shall use a generally accepted method.\n"
)

Pair = Callable[[str, str], tuple[Comparison, Growth]]


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    def run(old: str, new: str) -> tuple[Comparison, Growth]:
        paths = tmp_path / "old.txt", tmp_path / "new.txt"
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        documents = [read(path) for path in paths]
        names = parties.find(documents[-1:])
        found = compare(documents[0], documents[1], names)
        return found, ratchet.growth(found, names)

    return run


@pytest.mark.parametrize(
    ("old", "new", "gain"),
    [
        ("within thirty (30) days", "within sixty (60) days", Gain.WORSE),
        ("within thirty (30) days", "within fifteen (15) days", Gain.BETTER),
        ("sixty (60) days' notice", "ninety (90) days' notice", Gain.BETTER),
        ("sixty (60) days' notice", "thirty (30) days' notice", Gain.WORSE),
        ("within twenty (20) days", "within five (5) days", Gain.WORSE),
        ("within twenty (20) days", "within thirty (30) days", Gain.BETTER),
        ("acceptable to Plan", "reasonably chosen by Provider", Gain.BETTER),
        ("five million dollars ($5,000,000)", "three million dollars ($3,000,000)", Gain.BETTER),
        ("five million dollars ($5,000,000)", "nine million dollars ($9,000,000)", Gain.WORSE),
        (
            "1.6 Audit. An audit shall use a generally accepted method.\n",
            "",
            Gain.WORSE,
        ),
        ("Plan shall pay each", "Plan may pay each", Gain.WORSE),
        ("Provider shall keep", "Provider may keep", Gain.BETTER),
    ],
)
def test_a_change_is_sorted_by_what_it_does(pair: Pair, old: str, new: str, gain: Gain) -> None:
    assert old in BODY
    found, _ = pair(BODY, BODY.replace(old, new))
    (judged,) = found.changes
    assert judged.gain is gain, judged.reasons
    back, _ = pair(BODY.replace(old, new), BODY)
    opposite = {Gain.BETTER: Gain.WORSE, Gain.WORSE: Gain.BETTER}[gain]
    assert [one.gain for one in back.changes] == [opposite]


def test_words_that_do_nothing_for_either_are_left_open(pair: Pair) -> None:
    found, _ = pair(BODY, BODY.replace("clean claim", "complete claim"))
    assert [one.gain for one in found.changes] == [Gain.OPEN]


def test_the_same_text_has_nothing_to_judge(pair: Pair) -> None:
    found, grown = pair(BODY, BODY)
    assert found.judged == ()
    assert not grown.added
    assert not grown.removed


def test_a_case_added_to_a_right_is_judged_by_who_has_the_right(pair: Pair) -> None:
    old = (
        BODY + "1.7 This Agreement may be terminated by Provider if:\n1.7.1 Plan fails to pay; or\n"
    )
    found, _ = pair(old, old + "1.7.2 the insurance of Plan ends.\n")
    assert Gain.BETTER in {one.gain for one in found.changes}
    assert Gain.WORSE not in {one.gain for one in found.changes}


def test_a_long_stretch_is_shown_as_one_part(pair: Pair) -> None:
    added = "EXHIBIT Z\n" + "".join(
        f"{n}. Task {word}. Provider shall finish the {word} of every visit on time.\n"
        for n, word in enumerate(["note", "plan", "score", "call", "list", "form", "memo"], start=1)
    )
    found, _ = pair(BODY, BODY + added)
    (part,) = found.parts
    assert part.kind is Kind.ADDED
    assert len(part.items) >= 6


def test_ratcheting_counts_what_was_added(pair: Pair) -> None:
    more = "1.7 Reports. Provider shall submit a monthly report of all visits to Plan.\n"
    _, grown = pair(BODY, BODY + more)
    assert grown.net(Effect.GROUP_DUTY) == 1
    assert grown.net(Effect.GROUP_REPORT) == 1
    assert grown.times_a_year == 12
    assert grown.hours(Fraction(3, 2)) == 18
    assert ratchet.is_ratcheting([grown])


def test_less_is_no_ratcheting(pair: Pair) -> None:
    more = "1.7 Reports. Provider shall submit a monthly report of all visits to Plan.\n"
    _, grown = pair(BODY + more, BODY)
    assert grown.net(Effect.GROUP_REPORT) == -1
    assert grown.times_a_year == 0
    assert not ratchet.is_ratcheting([grown])


def test_a_report_that_comes_more_often_counts_the_difference_or_the_new_rhythm(pair: Pair) -> None:
    slow = BODY + "1.7 Reports. Provider shall submit a quarterly report of visits to Plan.\n"
    _, grown = pair(slow, slow.replace("quarterly", "monthly"))
    assert grown.times_a_year == 8
