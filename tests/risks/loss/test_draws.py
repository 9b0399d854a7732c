"""Draws by name."""

import numpy as np
import pytest

from fairterms.risks.loss.draws import DrawKey

KEY = DrawKey(2027, "late-files")
PINNED = [0.662061242366, 0.747764418915, 0.36879247967]


def test_the_same_names_give_the_same_bytes() -> None:
    again = DrawKey(2027, "late-files").uniforms("count", 1_000)
    assert KEY.uniforms("count", 1_000).tobytes() == again.tobytes()


def test_the_first_numbers_are_those_they_were_when_this_was_written() -> None:
    drawn = KEY.uniforms("count", 3)
    assert [round(float(each), 12) for each in drawn] == PINNED


@pytest.mark.parametrize(
    ("key", "component"),
    [
        (DrawKey(2028, "late-files"), "count"),
        (DrawKey(2027, "late-file"), "count"),
        (KEY, "severity 0"),
    ],
)
def test_another_name_gives_unrelated_numbers(key: DrawKey, component: str) -> None:
    one, other = KEY.uniforms("count", 20_000), key.uniforms(component, 20_000)
    assert abs(float(np.corrcoef(one, other)[0, 1])) < 4 / np.sqrt(20_000)


def test_names_that_read_alike_when_joined_are_two_streams() -> None:
    one = DrawKey(1, 'late", "files').uniforms("count", 10)
    other = DrawKey(1, "late").uniforms('files", "count', 10)
    assert (one != other).all()


def test_more_trials_leave_the_first_as_they_were() -> None:
    assert (KEY.uniforms("count", 5_001)[:77] == KEY.uniforms("count", 77)).all()


def test_some_places_get_what_all_places_get() -> None:
    places = np.array([0, 3, 4, 900])
    assert (KEY.uniforms_at("count", places) == KEY.uniforms("count", 2_000)[places]).all()


def test_no_places_get_nothing() -> None:
    assert len(KEY.uniforms_at("count", np.array([], dtype=np.int64))) == 0


def test_numbers_lie_evenly_between_0_and_1() -> None:
    drawn = KEY.uniforms("count", 100_000)
    assert 0 < drawn.min() < 0.001
    assert 0.999 < drawn.max() < 1
    tenths = np.bincount((drawn * 10).astype(int), minlength=10)
    assert np.abs(tenths - 10_000).max() < 4 * np.sqrt(10_000 * 0.9)
