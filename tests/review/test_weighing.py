"""Words to the contrary win, doubt comes next, and nothing seen is nothing claimed."""

from fairterms.review.scorecard import Material, Reply
from fairterms.review.weighing import Because, Scales, absent, by_results, does_not_apply, weigh
from fairterms.units.finding import AbsenceEvidence, QuoteEvidence
from tests.review.conftest import EVERYTHING, Read, agreement

SAID = Because("It is so", "It is not so", "It is nowhere", "It is vague", "It was not found")
GOOD = QuoteEvidence("a.txt", 1, 0, 4, "good")
BAD = QuoteEvidence("a.txt", 1, 5, 8, "bad")
NOWHERE = AbsenceEvidence(("a.txt",), 1, ("it",))


def whole(read_all: Read) -> Material:
    return Material(read_all(agreement()), ())


def test_words_to_the_contrary_win_over_words_that_meet_the_test(read_all: Read) -> None:
    answer = weigh(whole(read_all), Scales((GOOD,), (BAD,)), SAID)
    assert (answer.reply, answer.because) == (Reply.NO, "It is not so.")
    assert (answer.evidence_for, answer.evidence_against) == ((GOOD,), (BAD,))


def test_a_verified_absence_is_said_as_one(read_all: Read) -> None:
    answer = weigh(whole(read_all), Scales((), (NOWHERE,)), SAID)
    assert (answer.reply, answer.because) == (Reply.NO, "It is nowhere.")


def test_a_doubt_beside_good_words_is_unclear(read_all: Read) -> None:
    answer = weigh(whole(read_all), Scales((GOOD,), (), (BAD,)), SAID)
    assert (answer.reply, answer.because) == (Reply.UNCLEAR, "It is vague.")


def test_good_words_alone_are_yes_and_show_what_stands_beside_them(read_all: Read) -> None:
    answer = weigh(whole(read_all), Scales((GOOD, GOOD), (), (), (BAD,)), SAID)
    assert (answer.reply, answer.because) == (Reply.YES, "It is so.")
    assert (answer.evidence_for, answer.evidence_against) == ((GOOD,), (BAD,))


def test_nothing_seen_is_unclear_and_names_what_was_not_read(read_all: Read) -> None:
    blank = Material(read_all(agreement(), unread=1), ())
    assert weigh(whole(read_all), Scales(), SAID).because == "It was not found."
    answer = weigh(blank, Scales((), (), (NOWHERE,)), SAID)
    assert answer.reply is Reply.UNCLEAR
    assert "page 1 could not be read" in answer.because


def test_an_absence_nobody_verified_is_no_reason_for_a_no(read_all: Read) -> None:
    answer = weigh(whole(read_all), Scales((), (BAD,), (NOWHERE,)), SAID)
    assert answer.evidence_against == (BAD,)


def test_an_absence_is_verified_only_on_a_text_that_was_read_whole(read_all: Read) -> None:
    (found,) = absent(whole(read_all), "a cap")
    assert isinstance(found, AbsenceEvidence)
    assert found.searched_for == ("a cap",)
    assert absent(Material(read_all(agreement(), unread=1), ()), "a cap") == ()


def test_a_question_that_does_not_arise_is_unclear() -> None:
    assert does_not_apply().reply is Reply.UNCLEAR


def test_pay_by_results_is_told_by_the_text(read_all: Read) -> None:
    assert by_results(Material(read_all(agreement(), EVERYTHING), ()))
