"""What was moved is kept in the address, in its order, and nothing else gets into it."""

from decimal import Decimal

import pytest

from fairterms.decide.trial_run.case import sliders
from fairterms.units.quantity import FACTOR, FRACTION, MONEY, POINTS, count
from fairterms.units.refusal import Refusal
from fairterms_web.simulate.moves import MOST, Move, Moves, fields, read, shown, typed, unit_words
from tests.decide.trial_run.made_up import paid_on_cost, slider

TREND = "factor.trend.centre"


def test_an_address_is_read_back_as_it_was_written() -> None:
    moves = Moves(
        (Move("a.b", Decimal("0.015")), Move("c", Decimal("-3")), Move("a.b", Decimal(1)))
    )
    assert read(moves.texts) == moves
    assert moves.settings == {"a.b": Decimal(1), "c": Decimal(-3)}
    assert moves.without_last().settings == {"a.b": Decimal("0.015"), "c": Decimal(-3)}
    assert Moves().without_last() == Moves()


@pytest.mark.parametrize(
    "text", ["", "a", "a:", ":1", "a:1e9", "a:NaN", "a:1:2", "a b:1", "a:٣", "a:1\n", "<b>:1"]
)
def test_what_is_no_move_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="cannot be read"):
        read([text])


def test_a_long_history_forgets_what_was_moved_again_since_and_no_number() -> None:
    steps = tuple(Move(f"n{at % 60}", Decimal(at)) for at in range(MOST))
    kept = Moves(steps).then([Move("n0", Decimal(7))])
    assert len(kept.steps) == MOST
    assert kept.settings == {**Moves(steps).settings, "n0": Decimal(7)}
    assert kept.steps[-1] == Move("n0", Decimal(7))


def test_only_fields_that_were_changed_become_moves() -> None:
    known = {one.id: one for one in sliders(paid_on_cost())}
    trend = known[TREND]
    sent = {f"at.{one.id}": shown(one.now, one.unit) for one in known.values()}
    assert fields(sent, known, Moves()) == ([], {})
    changed = {**sent, f"at.{TREND}": shown(trend.most, trend.unit), "other": "1", "at.x": "1"}
    assert fields(changed, known, Moves()) == ([Move(TREND, trend.most)], {})
    before = Moves((Move(TREND, trend.most),))
    assert fields(changed, known, before) == ([], {})
    back, _ = fields(sent, known, before)
    assert back == [Move(TREND, trend.now)]


def test_every_number_a_slider_can_take_is_typed_and_read_back() -> None:
    for one in sliders(paid_on_cost()):
        for at in (one.least, one.now, one.most, one.now + one.step):
            if one.least <= at <= one.most:
                assert typed(shown(at, one.unit), one) == at


def test_a_percentage_is_typed_in_hundredths_and_never_as_a_fraction() -> None:
    trend = slider(paid_on_cost(), TREND)
    assert trend.unit == FRACTION
    assert typed(" 1.5 ", trend) == Decimal("0.015")
    assert typed("−1.5", trend) == Decimal("-0.015")
    assert typed("0.015 %", trend) is None
    assert shown(Decimal("0.15"), POINTS) == "15"


def test_units_stand_beside_their_numbers() -> None:
    words = [unit_words(one) for one in (FRACTION, FACTOR, MONEY, POINTS, count("visit"))]
    assert words == ["%", "", "dollars", "percentage points", "visits"]
