"""The words of the practice: calm, plain, and right for each result."""

from fairterms.document.school_grade import grade
from fairterms.negotiate.ask.ask_price import Sort
from fairterms.negotiate.practice import wording
from fairterms.negotiate.practice.score import score
from fairterms.negotiate.practice.script import End, Result, Worth
from tests.negotiate.practice.played import GOOD, PRICES, SCRIPT, WEAK, talked


def test_every_worth_and_every_end_has_words() -> None:
    assert wording.DID.keys() == wording.JUDGED.keys() == set(Worth)
    assert wording.ENDED.keys() == set(End)


def test_the_fixed_words_are_plain() -> None:
    said = [*wording.DID.values(), *wording.JUDGED.values(), *wording.ENDED.values()]
    said += [wording.NOT_ADDED, wording.NOT_INTENT]
    assert grade(" ".join(said)) <= 8


def test_a_tactic_that_was_named_is_told_beside_the_one_to_see() -> None:
    one = SCRIPT.by_id["portal"]
    assert wording.seen_words(one, "unfunded_mandates") == "You saw it: Unfunded mandates."
    assert wording.seen_words(one, "take_it_or_leave_it") == "You saw it: Take it or leave it."
    shown = "The sign to see: Unfunded mandates or Take it or leave it."
    assert wording.seen_words(one, "") == f"{shown} You named none."
    assert wording.seen_words(one, "ratcheting") == f"{shown} You named: Ratcheting."


def test_each_point_says_what_the_text_then_says_and_what_it_is_worth() -> None:
    talk = talked(WEAK, "defer", final_figures=GOOD, withhold=WEAK, deadline=WEAK)
    points = {one.ask.id: one for one in score(talk, PRICES).points}
    told = {name: wording.stands_words(one, SCRIPT) for name, one in points.items()}
    worth = {name: wording.worth_of(one) for name, one in points.items()}
    assert points["withhold.rate"].result is Result.OPEN
    assert told["audit-of-plan"] == "Group's independent auditor may re-perform any settlement."
    assert worth["audit-of-plan"] == "at most $127,150 a year"
    assert told["reading-annual_limit"].endswith("something kind was said.")
    assert told["withhold.rate"].endswith("“Plan shall withhold three percent (3%) of the Fees”")
    assert worth["withhold.rate"] == "not kept: $120,640 in a mean year"


def test_the_second_best_has_its_own_words_and_price() -> None:
    found = score(talked(GOOD, withhold=WEAK, deadline=GOOD), PRICES)
    (point,) = [one for one in found.points if one.ask.id == "withhold.rate"]
    assert wording.stands_words(point, SCRIPT) == "Rate 1.5 % instead of 3 %."
    assert wording.worth_of(point) == "$60,320 in a mean year"


def test_dollars_that_do_not_add_up_stand_beside() -> None:
    found = {Sort.EXPECTED: 10.0, Sort.WORK: 5.0, Sort.IF_USED: 7.0, Sort.OPEN: 9.0}
    assert wording.sum_words(found) == ("$15", "and if it happens $7, at most $9")


def test_the_lesson_is_named_with_its_section() -> None:
    words = wording.lesson_words(SCRIPT, SCRIPT.by_id["network"])
    assert words == "training 5, section 3, “Seven tactics and replies”"
