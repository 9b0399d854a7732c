"""Words of 64 random bits, each found from its key and place alone, and four patients to a word.

A key's words are a sequence of SplitMix64: its state goes up by a fixed step, and each state is
mixed into a word. Key and step are both hashed, so that two years never walk the same sequence.
"""

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
Lanes = npt.NDArray[np.uint16]
IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]

LANES = 65_536
"""Values of a patient's number: 16 bits."""

PATIENTS_PER_WORD = 4

BLOCK_WORDS = 24_576
"""Words drawn at once: two buffers of 192 kB stay near the processor."""

# The multipliers and shifts of SplitMix64's finishing step, which spreads every bit over the word.
FIRST_FACTOR = np.uint64(0xBF58476D1CE4E5B9)
SECOND_FACTOR = np.uint64(0x94D049BB133111EB)
FIRST_SHIFT = np.uint64(30)
SECOND_SHIFT = np.uint64(27)
THIRD_SHIFT = np.uint64(31)

_ONE = np.uint64(1)
_INCREMENT = np.uint64(0x9E3779B97F4A7C15)
_FEWEST_CHANGES = 24
_ALTERNATING = np.uint64(0xAAAAAAAAAAAAAAAA)


def mixed(values: Words) -> Words:
    """Spread every bit of a word over all of it, one to one.

    Parameters
    ----------
    values
        uint64 of any shape.

    Returns
    -------
    Words
        uint64 of the same shape.

    Examples
    --------
    >>> [hex(int(word)) for word in mixed(np.array([1, 2], dtype=np.uint64))]
    ['0x5692161d100b05e5', '0xdbd238973a2b148a']
    """
    spread = values.copy()
    _mix(spread, np.empty_like(spread))
    return spread


def increments(keys: Words) -> Words:
    """Give each key the step between its words: odd, hashed from the key, with many bit changes.

    A step of its own keeps two years' sequences from overlapping wherever their keys lie.

    Parameters
    ----------
    keys
        Shape (years,).

    Returns
    -------
    Words
        uint64 of shape (years,).
    """
    steps = mixed(keys + _INCREMENT) | _ONE
    changes = np.bitwise_count(steps ^ (steps >> _ONE))
    return np.where(changes < _FEWEST_CHANGES, steps ^ _ALTERNATING, steps)


def words(keys: Words, count: int) -> Words:
    """Draw words of 64 random bits.

    Parameters
    ----------
    keys
        Of the years, shape (years,).
    count
        Words a year.

    Returns
    -------
    Words
        uint64 of shape (years, count).
    """
    drawn = np.empty((len(keys), count), dtype=np.uint64)
    fill(drawn, np.empty_like(drawn), keys, increments(keys))
    return drawn


def fill(drawn: Words, spare: Words, keys: Words, steps: Words) -> None:
    """Draw words into arrays that are already there.

    Parameters
    ----------
    drawn
        Where to, uint64 of shape (years, words).
    spare
        Room to work in, of the same shape.
    keys, steps
        Of the years and their ``increments``, shape (years,).
    """
    drawn[:] = steps[:, None]
    drawn[:, :1] += keys[:, None]
    np.add.accumulate(drawn, axis=1, out=drawn)
    _mix(drawn, spare)


def lanes_of(drawn: Words) -> Lanes:
    """Read each word as four patients' numbers, the lowest 16 bits first.

    Parameters
    ----------
    drawn
        uint64 of shape (years, words).

    Returns
    -------
    Lanes
        uint16 of shape (years, 4 x words); the same memory where the machine's order allows.
    """
    return drawn.astype("<u8", copy=False).view("<u2")


class Room:
    """Memory to draw blocks of lanes in, taken once: fresh pages for every block cost more.

    Parameters
    ----------
    years, patients
        The largest block it will hold.
    """

    def __init__(self, years: int, patients: int) -> None:
        size = years * -(-patients // PATIENTS_PER_WORD)
        self._drawn = np.empty(size, dtype=np.uint64)
        self._spare = np.empty(size, dtype=np.uint64)

    def lanes(self, keys: Words, steps: Words, patients: int) -> Lanes:
        """Draw what ``keyed.lanes`` draws, until the next call.

        Parameters
        ----------
        keys, steps
            Of the years and their ``increments``, shape (years,).
        patients
            Places in the roster.

        Returns
        -------
        Lanes
            uint16 of shape (years, patients), overwritten by the next block.
        """
        shape = (len(keys), -(-patients // PATIENTS_PER_WORD))
        size = shape[0] * shape[1]
        drawn = self._drawn[:size].reshape(shape)
        fill(drawn, self._spare[:size].reshape(shape), keys, steps)
        return lanes_of(drawn)[:, :patients]


def single_lanes(keys: Words, places: IntArray) -> IntArray:
    """Draw the number of one patient a key, without drawing the roster before them.

    Parameters
    ----------
    keys
        Shape (n,).
    places
        Of the patient in the roster, from 0, shape (n,).

    Returns
    -------
    IntArray
        Shape (n,): what ``keyed.lanes`` holds at that place.
    """
    words_before = (places // PATIENTS_PER_WORD + 1).astype(np.uint64)
    drawn = mixed(keys + words_before * increments(keys))
    shift = (places % PATIENTS_PER_WORD * 16).astype(np.uint64)
    return ((drawn >> shift) & np.uint64(LANES - 1)).astype(np.int64)


def blocks(patients_by_year: IntArray) -> list[IntArray]:
    """Cut the years into blocks that stay near the processor, years of like size together.

    Parameters
    ----------
    patients_by_year
        Shape (years,).

    Returns
    -------
    list of IntArray
        Positions of the years of each block, the year with most patients last.
    """
    assert bool((patients_by_year >= 0).all()), "a year has 0 patients or more"
    order = np.argsort(patients_by_year, kind="stable")
    most = int(patients_by_year.max(initial=0))
    size = max(1, BLOCK_WORDS // max(1, -(-most // PATIENTS_PER_WORD)))
    return [order[first : first + size] for first in range(0, len(order), size)]


def room_for(cut_up: list[IntArray], patients_by_year: IntArray) -> Room:
    """Take the memory that the largest of the blocks needs.

    Parameters
    ----------
    cut_up
        From ``blocks``.
    patients_by_year
        Shape (years,).

    Returns
    -------
    Room
        For one thread.
    """
    most = int(patients_by_year.max(initial=0))
    return Room(max((len(rows) for rows in cut_up), default=0), most)


def _mix(values: Words, spare: Words) -> None:
    np.right_shift(values, FIRST_SHIFT, out=spare)
    np.bitwise_xor(values, spare, out=values)
    np.multiply(values, FIRST_FACTOR, out=values)
    np.right_shift(values, SECOND_SHIFT, out=spare)
    np.bitwise_xor(values, spare, out=values)
    np.multiply(values, SECOND_FACTOR, out=values)
    np.right_shift(values, THIRD_SHIFT, out=spare)
    np.bitwise_xor(values, spare, out=values)
