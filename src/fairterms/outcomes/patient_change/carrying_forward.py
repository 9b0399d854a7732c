"""Last observation carried forward: a method that hides missing scores, kept to show what it does.

It assumes that a patient who stopped answering stopped changing. Patients who leave early because
they are worse then count with their best days.
"""

import numpy as np

from fairterms.outcomes.patient_change.scores import Floats


def carry_forward(scores: Floats) -> Floats:
    """Return each patient's last known score at or before each occasion.

    Parameters
    ----------
    scores
        Points by patient and occasion, in order of time, NaN when missing; shape (patients,
        occasions).

    Returns
    -------
    Floats
        The same shape; NaN only before a patient's first known score.

    Examples
    --------
    >>> carry_forward(np.array([[20.0, 15.0, np.nan], [np.nan, 9.0, 8.0]]))
    array([[20., 15., 15.],
           [nan,  9.,  8.]])
    """
    assert scores.ndim == 2, "patients by occasions"
    occasion = np.where(np.isnan(scores), -1, np.arange(scores.shape[1]))
    latest = np.maximum.accumulate(occasion, axis=1)
    carried = np.take_along_axis(scores, np.maximum(latest, 0), axis=1)
    return np.where(latest < 0, np.nan, carried)
