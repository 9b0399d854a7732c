"""Chance with a name: the same seed, block and name give the same numbers on every machine.

A draw does not depend on which draws were made before it, so a planted fault changes what it is
meant to change and nothing else.
"""

import hashlib

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri  # type: ignore[import-untyped,unused-ignore]

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Draws:
    """The chance of one block of patients.

    Parameters
    ----------
    seed
        Of the whole group; 0 or more.
    block
        Which block of it, from 0.

    Notes
    -----
    Philox is a counter-based generator: the seed, the name and the block are its key. Only its raw
    64-bit words are used, because NumPy promises that these never change.

    Examples
    --------
    >>> one, two = Draws(7, 0), Draws(7, 0)
    >>> _ = two.uniform("something else", 5)
    >>> bool((one.uniform("age", 3) == two.uniform("age", 3)).all())
    True
    """

    def __init__(self, seed: int, block: int) -> None:
        assert 0 <= seed < 2**63, "a seed is 0 or more"
        assert 0 <= block < 2**32, "a block has a number"
        self._seed = seed
        self._block = block
        self._drawn: set[str] = set()

    def uniform(self, name: str, *shape: int) -> Floats:
        """Draw numbers between 0 and 1, both excluded.

        Parameters
        ----------
        name
            Of the draw; each is made once a block.
        shape
            How many.
        """
        assert name not in self._drawn, f"{name} is drawn twice"
        self._drawn.add(name)
        stream = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
        key = np.array([self._seed, (stream << 32) + self._block], dtype=np.uint64)
        raw = np.random.Philox(key=key).random_raw(int(np.prod(shape)))
        floats = ((raw >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
        return floats.reshape(shape)

    def normal(self, name: str, *shape: int) -> Floats:
        """Draw standard normal numbers."""
        found: Floats = ndtri(self.uniform(name, *shape))
        return found

    def happens(self, name: str, chance: float | Floats, count: int) -> Flags:
        """Draw whether something happens.

        Parameters
        ----------
        name
            Of the draw.
        chance
            A fraction, one for all or one each.
        count
            How often it could.
        """
        found: Flags = self.uniform(name, count) < chance
        return found

    def choose(self, name: str, shares: Floats, count: int) -> Whole:
        """Draw places in a list by their shares.

        Parameters
        ----------
        name
            Of the draw.
        shares
            Of any size above 0; only their proportions count. Shape (choices,).
        count
            How many draws.

        Returns
        -------
        numpy.ndarray
            Places from 0; shape (count,).
        """
        edges = np.cumsum(shares) / np.sum(shares)
        places = np.searchsorted(edges, self.uniform(name, count), side="right")
        return np.minimum(places, len(edges) - 1).astype(np.int64)
