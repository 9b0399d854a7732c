"""Random numbers by key: a number belongs to a seed, a stream, a year and a place, not to a turn.

A generator that is asked in turn gives other numbers when one question is left out. Here the key
of a year is hashed from the seed, the stream's name and the year, and the word of four patients
from that key and their place. So shards, threads and machines agree byte for byte, and whoever
leaves the roster moves nobody else's draw.
"""

import hashlib

import numpy as np
import numpy.typing as npt

from fairterms.simulate.draws.words import (
    LANES,
    PATIENTS_PER_WORD,
    FloatArray,
    IntArray,
    Lanes,
    Words,
    blocks,
    increments,
    lanes_of,
    mixed,
    room_for,
    words,
)

_ONE = np.uint64(1)


def year_keys(seed: int, stream: str, first: int, last: int) -> Words:
    """Give each year its key in one stream of chance.

    Parameters
    ----------
    seed
        Of the whole simulation; any whole number.
    stream
        What is drawn, by name: each thing left to chance has a stream of its own.
    first, last
        The years from ``first`` up to and without ``last``, numbered from 0.

    Returns
    -------
    Words
        uint64 of shape (last - first,). Within a stream no two years can share a key: the hash is
        one to one.

    Examples
    --------
    >>> whole = year_keys(7, "cost", 0, 10)
    >>> bool((whole[4:] == year_keys(7, "cost", 4, 10)).all())
    True
    """
    assert 0 <= first <= last, "years are numbered from 0"
    base, increment = _named(f"{seed}|{stream}")
    years = np.arange(first, last, dtype=np.uint64)
    return mixed(base + years * (increment | _ONE))


def substream(keys: Words, name: str) -> Words:
    """Give the same years another key, for a further draw about the same patients.

    Parameters
    ----------
    keys
        Of the years, shape (years,).
    name
        What the further draw is about.

    Returns
    -------
    Words
        uint64 of shape (years,).
    """
    return mixed(keys ^ _named(name)[0])


def presence_keys(keys: Words) -> Words:
    """Give the keys by which a roster's patients are in the list of a year or not.

    Parameters
    ----------
    keys
        Of the same years in the stream of the patients' cost, shape (years,).

    Returns
    -------
    Words
        uint64 of shape (years,): patient i is present when their lane lies below
        ``thresholds(chance)``.
    """
    return substream(keys, "present")


def lanes(keys: Words, patients: int) -> Lanes:
    """Draw one number of 16 bits for each patient of a roster.

    Parameters
    ----------
    keys
        Of the years, shape (years,).
    patients
        Places in the roster.

    Returns
    -------
    Lanes
        uint16 of shape (years, patients). It is all in memory at once: for many years use the
        counts and sums, which go in blocks.

    Examples
    --------
    >>> lanes(year_keys(7, "cost", 0, 1), 6).tolist()
    [[24706, 47054, 17697, 45827, 46595, 37489]]
    """
    return lanes_of(words(keys, -(-patients // PATIENTS_PER_WORD)))[:, :patients]


def uniforms(seed: int, stream: str, first: int, last: int, count: int = 1) -> FloatArray:
    """Draw numbers between 0 and 1, both excluded.

    Parameters
    ----------
    seed, stream
        As in ``year_keys``.
    first, last
        The years from ``first`` up to and without ``last``.
    count
        Numbers a year.

    Returns
    -------
    FloatArray
        float64 of shape (last - first, count), one row a year, whichever shard draws it.

    Notes
    -----
    52 bits and a half step: with 53 the largest number would round to 1.
    """
    drawn = words(year_keys(seed, stream, first, last), count)
    return ((drawn >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52


def thresholds(chance: npt.ArrayLike, years: int) -> IntArray:
    """Turn chances into the number of lanes that count as a yes.

    Parameters
    ----------
    chance
        From 0 to 1: one for all years, or shape (years,).
    years
        How many years.

    Returns
    -------
    IntArray
        Shape (years,), from 0 to 65,536.
    """
    chances = np.broadcast_to(np.asarray(chance, dtype=np.float64), (years,))
    assert bool(((chances >= 0) & (chances <= 1)).all()), "a chance lies between 0 and 1"
    return np.rint(chances * LANES).astype(np.int64)


def below(drawn: Lanes, limits: IntArray) -> npt.NDArray[np.bool_]:
    """Tell whose number lies below the year's threshold.

    Parameters
    ----------
    drawn
        uint16 of shape (years, patients).
    limits
        From ``thresholds``, shape (years,).

    Returns
    -------
    Array
        bool of shape (years, patients).
    """
    # 65,536 itself does not fit into 16 bits: a certain yes is written afterwards.
    hit = drawn < np.minimum(limits, LANES - 1).astype(np.uint16)[:, None]
    certain = limits == LANES
    if certain.any():
        hit[certain] = True
    return hit


def bernoulli_counts(keys: Words, patients_by_year: IntArray, chance: npt.ArrayLike) -> IntArray:
    """Count the patients of each year who say yes.

    Parameters
    ----------
    keys
        Of the years, shape (years,).
    patients_by_year
        How many patients the year has, from the roster's first place on, int64 of shape (years,).
    chance
        Of a yes, from 0 to 1; shape (years,), or one for all.

    Returns
    -------
    IntArray
        int64 of shape (years,): binomial with the chance to the nearest 1/65,536.
    """
    limits = thresholds(chance, len(keys))
    steps = increments(keys)
    counts = np.zeros(len(keys), dtype=np.int64)
    cut_up = blocks(patients_by_year)
    room = room_for(cut_up, patients_by_year)
    for rows in cut_up:
        most = int(patients_by_year[rows[-1]])
        hit = below(room.lanes(keys[rows], steps[rows], most), limits[rows])
        counts[rows] = count_within(hit, patients_by_year[rows])
    return counts


def dependent_counts(
    keys: Words,
    cost_keys: Words,
    patients_by_year: IntArray,
    chance_low: npt.ArrayLike,
    chance_high: npt.ArrayLike,
    cut: float,
) -> IntArray:
    """Count the patients who say yes where the chance goes with the patient's own cost.

    Parameters
    ----------
    keys
        Of the years in the measure's stream, shape (years,).
    cost_keys
        Of the same years in the stream of the patients' cost: place i is the same patient there.
    patients_by_year
        How many patients the year has, from the roster's first place on, int64 of shape (years,).
    chance_low, chance_high
        Of a yes for a patient whose cost lies below the cut, and at or above it; from 0 to 1,
        shape (years,), or one for all.
    cut
        The share of patients below the cut, from 0 to 1: 0.8 makes the dearest fifth the high
        group.

    Returns
    -------
    IntArray
        int64 of shape (years,).
    """
    low = thresholds(chance_low, len(keys))
    high = thresholds(chance_high, len(keys))
    cuts = thresholds(cut, len(keys))
    steps, cost_steps = increments(keys), increments(cost_keys)
    counts = np.zeros(len(keys), dtype=np.int64)
    cut_up = blocks(patients_by_year)
    room = room_for(cut_up, patients_by_year)
    for rows in cut_up:
        most = int(patients_by_year[rows[-1]])
        cheap = below(room.lanes(cost_keys[rows], cost_steps[rows], most), cuts[rows])
        drawn = room.lanes(keys[rows], steps[rows], most)
        hit = below(drawn, low[rows]) & cheap
        hit |= below(drawn, high[rows]) & ~cheap
        counts[rows] = count_within(hit, patients_by_year[rows])
    return counts


def count_within(hit: npt.NDArray[np.bool_], patients: IntArray) -> IntArray:
    """Count the yeses among the first patients of each row.

    Parameters
    ----------
    hit
        bool of shape (years, places); it may be overwritten.
    patients
        How many places of the row count, shape (years,).

    Returns
    -------
    IntArray
        int64 of shape (years,).
    """
    if int(patients.min(initial=hit.shape[1])) < hit.shape[1]:
        hit &= np.arange(hit.shape[1]) < patients[:, None]
    # Eight answers a byte, then bits counted: many times faster than adding answers one by one.
    return np.asarray(np.bitwise_count(np.packbits(hit, axis=1)).sum(axis=1, dtype=np.int64))


def _named(name: str) -> tuple[np.uint64, np.uint64]:
    digest = hashlib.sha256(name.encode()).digest()
    return (
        np.uint64(int.from_bytes(digest[:8], "little")),
        np.uint64(int.from_bytes(digest[8:16], "little")),
    )
