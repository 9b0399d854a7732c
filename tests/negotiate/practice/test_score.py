"""What the answers came to: better answers never come to less, however the talks end."""

from collections.abc import Iterator

import pytest

from fairterms.negotiate.ask.ask_price import AskPrice, Sort
from fairterms.negotiate.practice.score import Score, dollars_of, score, settled, verdict
from fairterms.negotiate.practice.script import Result
from fairterms.negotiate.practice.talk import Choice, Talk
from tests.negotiate.practice.played import (
    CLOSINGS,
    GOOD,
    HARMFUL,
    MAIN,
    PRICES,
    SCRIPT,
    WEAK,
    every_talk,
    reply_of,
    talked,
)


def scored(talk: Talk) -> Score:
    return score(talk, PRICES)


def test_before_anything_was_said_nothing_is_kept_or_given() -> None:
    found = scored(Talk(SCRIPT))
    assert found.kept == found.given == {}
    assert (found.recognised, found.shown, found.in_writing, found.questions) == (0, 0, 0, 0)
    assert not any(one.is_talked_about for one in found.points)
    assert [one.ask.id for one in found.points] == list(SCRIPT.asks)


def test_good_answers_keep_every_point_in_the_prices_of_the_deal() -> None:
    found = scored(talked(GOOD))
    withhold, portal = PRICES.asks["withhold.rate"], PRICES.asks["platform-mandate"]
    assert found.kept[Sort.EXPECTED] == pytest.approx(withhold.price.worth(0))
    assert found.kept[Sort.WORK] == pytest.approx(portal.price.worth(0))
    assert found.given == {}
    assert (found.in_writing, found.questions, found.missing) == (7, 7, ())
    assert (found.recognised, found.shown) == (7, 7)


def test_harmful_answers_give_the_same_dollars_away() -> None:
    kept, given = scored(talked(GOOD)).kept, scored(talked(HARMFUL))
    assert given.given == kept
    assert given.kept == {}
    assert (given.in_writing, given.questions) == (0, 0)


def test_the_second_best_counts_at_its_own_price() -> None:
    talk = talked(GOOD, withhold=WEAK, deadline=GOOD)
    assert settled(talk)["withhold.rate"] is Result.HALF
    second = PRICES.asks["withhold.rate"].second_price
    assert second is not None
    assert scored(talk).kept[Sort.EXPECTED] == pytest.approx(second.worth(0))


def test_what_comes_in_a_mean_year_adds_up_and_what_may_happen_does_not() -> None:
    paid = [AskPrice(sort, "", at_most=5.0) for sort in Sort for _ in range(2)]
    assert dollars_of([*paid, None]) == {
        Sort.EXPECTED: 10.0,
        Sort.WORK: 10.0,
        Sort.IF_USED: 5.0,
        Sort.OPEN: 5.0,
    }


def test_a_signature_at_once_keeps_nothing() -> None:
    found = scored(talked(GOOD, closing="sign_now"))
    assert found.kept == {}
    assert found.count(Result.GIVEN) == 7
    assert len(found.missing) == 2


def test_what_was_only_said_is_written_down_for_who_asked_well() -> None:
    said = talked(GOOD, limit=WEAK)
    assert settled(said)["reading-annual_limit"] is Result.HALF
    vague = talked(WEAK)
    assert settled(vague)["reading-annual_limit"] is Result.GIVEN
    assert settled(talked(WEAK, closing="defer"))["reading-annual_limit"] is Result.SAID


def test_what_is_open_when_the_text_is_signed_is_taken_as_the_draft_has_it() -> None:
    talk = talked(GOOD, portal=WEAK, portal_again=WEAK)
    assert talk.standing["platform-mandate"] is Result.OPEN
    assert settled(talk)["platform-mandate"] is Result.GIVEN


def test_who_walks_away_has_kept_nothing_and_given_nothing() -> None:
    found = scored(talked(HARMFUL, closing="walk_away"))
    assert found.kept == found.given == {}


def test_two_exchanges_on_one_point_count_once() -> None:
    talk = talked(GOOD, changes=WEAK, changes_again=GOOD)
    assert scored(talk).questions == 7
    assert scored(talk).in_writing == 7


def test_naming_another_tactic_is_not_recognising_it() -> None:
    talk = Talk(SCRIPT).after(Choice("final_figures", "see_first", "ratcheting"))
    assert (scored(talk).recognised, scored(talk).shown) == (0, 1)


def test_the_end_is_judged_by_what_was_missing() -> None:
    worths = {
        (closing, worth): verdict(talk, scored(talk)).worth
        for closing in CLOSINGS
        for worth in (GOOD, HARMFUL)
        for talk in (talked(worth, closing),)
    }
    assert worths == {
        ("sign_now", GOOD): HARMFUL,
        ("sign_now", HARMFUL): HARMFUL,
        ("sign_in_writing", GOOD): GOOD,
        ("sign_in_writing", HARMFUL): HARMFUL,
        ("defer", GOOD): WEAK,
        ("defer", HARMFUL): GOOD,
        ("walk_away", GOOD): WEAK,
        ("walk_away", HARMFUL): GOOD,
    }


def test_to_sign_without_a_must_have_is_told() -> None:
    talk = talked(GOOD, changes=HARMFUL, changes_again=HARMFUL)
    found = scored(talk)
    assert [one.id for one in found.missing] == ["amend-unilateral"]
    assert "must-have" in verdict(talk, found).why


Vector = tuple[tuple[int, ...], tuple[float, ...], tuple[float, ...], int, int]


def vector(talk: Talk) -> Vector:
    """All that is counted, such that more is better in each place."""
    found = scored(talk)
    return (
        tuple(one.result.rank for one in found.points),
        tuple(found.kept.get(sort, 0.0) for sort in Sort),
        tuple(-found.given.get(sort, 0.0) for sort in Sort),
        found.in_writing,
        found.questions,
    )


def is_no_worse(better: Vector, other: Vector) -> bool:
    flat = zip(numbers(better), numbers(other), strict=True)
    return all(one >= two - 1e-6 for one, two in flat)


def numbers(one: Vector) -> Iterator[float]:
    ranks, kept, given, *counts = one
    yield from (*ranks, *kept, *given, *counts)


Key = tuple[tuple[str, int], ...]


def key_of(talk: Talk) -> Key:
    return tuple((one.round.id, one.reply.worth.rank) for one in talk.turns if one.round.ask)


def improved(key: Key) -> Iterator[Key]:
    """The same answers with one of them better by a step; who answers well hears no more of it."""
    for at, (name, rank) in enumerate(key):
        if rank == GOOD.rank:
            continue
        new = [*key[:at], (name, rank + 1), *key[at + 1 :]]
        if rank + 1 == GOOD.rank:
            new = [one for one in new if SCRIPT.by_id[one[0]].follows != name]
        yield tuple(new)


@pytest.mark.parametrize("name", MAIN[:-1])
@pytest.mark.parametrize("closing", CLOSINGS)
def test_one_better_answer_among_good_or_harmful_ones_is_not_scored_worse(
    name: str, closing: str
) -> None:
    for others in (GOOD, WEAK, HARMFUL):
        vectors = [
            vector(talked(others, closing, **{name: worth})) for worth in (HARMFUL, WEAK, GOOD)
        ]
        assert is_no_worse(vectors[1], vectors[0])
        assert is_no_worse(vectors[2], vectors[1])


@pytest.mark.slow
def test_no_better_set_of_answers_is_ever_scored_worse() -> None:
    signed = every_talk(Talk(SCRIPT), ("sign_in_writing",))
    known = {key_of(one): vector(one) for one in signed}
    assert len(known) == 27_783
    compared = 0
    for key, came_to in known.items():
        for better in improved(key):
            assert is_no_worse(known[better], came_to), (key, better)
            compared += 1
    assert compared > 100_000


def test_an_answer_improves_by_one_step_and_ends_what_followed_it() -> None:
    key = (("portal", WEAK.rank), ("portal_again", HARMFUL.rank))
    assert list(improved(key)) == [
        (("portal", GOOD.rank),),
        (("portal", WEAK.rank), ("portal_again", WEAK.rank)),
    ]
    assert reply_of("portal", WEAK) == "a_lot"
