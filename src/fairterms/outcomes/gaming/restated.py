"""Results of the same patients by what was signed and by what is used."""

from __future__ import annotations

import math

import numpy as np

from fairterms.outcomes.gaming.evidence import Evidence, Lacking, Restatement
from fairterms.outcomes.gaming.randomness import one_sided
from fairterms.outcomes.gaming.signal import POINTS, Measured


def compare(evidence: Evidence, kind: str, words: str, unit: str = POINTS) -> Measured:
    """Compare the two results of one kind of change.

    Parameters
    ----------
    evidence
        With restatements.
    kind
        Of the change.
    words
        What would be needed, in words, where it is lacking.
    unit
        Of the effect.

    Raises
    ------
    Lacking
        Where no such change after signing, without both signatures, is in the evidence.

    Notes
    -----
    Patients whose credit differs: if the change were no more than another way to measure, it would
    go up as often as down. The statistic is −Σd/√Σd², d = used − signed. The effect is the loss to
    the group, which is the plan's advantage.
    """
    for found in evidence.restatements:
        if found.kind == kind and found.changed_day > found.signed_day and not found.is_agreed:
            return _measure(found, unit)
    raise Lacking(words)


def _measure(found: Restatement, unit: str) -> Measured:
    """Return the loss by the change, with its interval."""
    loss = found.as_signed - found.as_used
    loss = loss[~np.isnan(loss)]
    n = len(loss)
    size = math.sqrt(float(loss @ loss))
    if size == 0:
        raise Lacking("patients for whom the change makes a difference")
    tail = one_sided(float(loss.sum()) / size)
    mean, error = float(loss.mean()), float(loss.std()) / math.sqrt(n)
    return Measured(
        tail.statistic, tail.p_value, n, mean, mean - 1.96 * error, mean + 1.96 * error, unit
    )
