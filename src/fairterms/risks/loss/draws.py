"""Numbers between 0 and 1 by name: seed, impact and component make a stream, a trial its place.

The stage of an estimate (inherent, current, target) is no part of the name. So stages are compared
on the same draws, and a risk that is added or left out moves no other risk's numbers.
"""

import hashlib
import json
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True)
class DrawKey:
    """The name of an impact's draws.

    Attributes
    ----------
    seed
        Of the whole run.
    impact
        The impact's id: what one risk does to one objective.

    Notes
    -----
    The generator is Philox, whose raw words NumPy keeps the same from version to version; its key
    is the start of a SHA-256 of the names, written as a list so that no two lists of names read
    alike.
    """

    seed: int
    impact: str

    def uniforms(self, component: str, trials: int) -> FloatArray:
        """Draw one number a trial.

        Parameters
        ----------
        component
            What is drawn, such as "count".
        trials
            How many; the first ones stay the same when more are asked for.

        Returns
        -------
        FloatArray
            Between 0 and 1, both excluded; shape (trials,).

        Notes
        -----
        52 bits and a half step: with 53 the largest number would round to 1.

        Examples
        --------
        >>> key = DrawKey(2027, "late-files")
        >>> bool((key.uniforms("count", 9)[:4] == key.uniforms("count", 4)).all())
        True
        """
        return _between(self._words(component, trials))

    def uniforms_at(self, component: str, places: IntArray) -> FloatArray:
        """Draw the numbers of some trials only.

        Parameters
        ----------
        component
            What is drawn.
        places
            The trials, in rising order, from 0; shape (places,).

        Returns
        -------
        FloatArray
            What ``uniforms`` gives at these places, shape (places,).
        """
        # Most events after the first few happen in few trials: only theirs become floats.
        return _between(self._words(component, int(places[-1]) + 1 if len(places) else 0)[places])

    def _words(self, component: str, trials: int) -> npt.NDArray[np.uint64]:
        names = json.dumps([self.seed, self.impact, component])
        digest = hashlib.sha256(names.encode()).digest()
        generator = np.random.Philox(key=int.from_bytes(digest[:16], "little"))
        return np.asarray(generator.random_raw(trials), dtype=np.uint64)


def _between(words: npt.NDArray[np.uint64]) -> FloatArray:
    return ((words >> np.uint64(12)).astype(np.float64) + 0.5) * 2.0**-52
