"""Made-up answers to questionnaires: graded response to a state, and change over visits."""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.synthetic.draws import Draws, Flags, Floats, Whole
from fairterms.outcomes.synthetic.people import People
from fairterms.outcomes.synthetic.world import Scale, World

HIGHEST_ANSWER = 3
ITEM_REACH = 0.8
"""How far the easiest and the hardest item lie from the middle one, in standard deviations."""


@dataclass(frozen=True, eq=False)
class Slopes:
    """How fast each patient gets better; every column of shape (patients,).

    Attributes
    ----------
    depression, anxiety
        State lost for each unit of ln(1 + visits so far).
    """

    depression: Floats
    anxiety: Floats


def slopes(world: World, draws: Draws, people: People, effect: Floats) -> Slopes:
    """Draw how fast patients get better.

    Parameters
    ----------
    world, draws, people
        As everywhere.
    effect
        What clinicians and planted faults add, in logits of a good outcome; shape (patients,).

    Notes
    -----
    Three kinds of patients: those who respond, those whose slope has a mean of 0 and a third of
    the spread, and those who get worse whatever is done.
    """
    course, count = world.course, people.number.size
    first = draws.normal("slope", count)
    correlation = course.slope_correlation
    second = correlation * first + np.sqrt(1 - correlation**2) * draws.normal("slope too", count)
    fate = draws.uniform("fate", count)
    is_harmed = fate < course.harm_share
    is_still = fate >= 1 - course.still_share
    added = course.slope_per_logit * effect

    def of(mean: float, state: Floats, spread: Floats) -> Floats:
        usual = mean + course.severity_interaction * state + course.slope_sigma * spread
        still = course.slope_sigma / 3 * spread
        slope = np.where(is_still, still, usual) + added
        return np.where(is_harmed, -course.harm_slope, slope)

    return Slopes(
        of(course.slope, people.severity, first), of(course.anxiety_slope, people.anxiety, second)
    )


def thresholds(scale: Scale) -> Floats:
    """Return the state at which each answer becomes as likely as not; shape (items, 3).

    Examples
    --------
    >>> from fairterms.outcomes.synthetic.world import PHQ9
    >>> thresholds(PHQ9).shape
    (9, 3)
    """
    items = np.linspace(-ITEM_REACH, ITEM_REACH, scale.items)
    steps = scale.spread * np.array([-1.0, 0.0, 1.0])
    found: Floats = scale.location + items[:, None] + steps[None, :]
    return found


def answer(scale: Scale, state: Floats, chance: Floats) -> Whole:
    """Answer every item of a questionnaire.

    Parameters
    ----------
    scale
        The questionnaire.
    state
        Of each patient on the day; shape (forms,).
    chance
        Numbers between 0 and 1; shape (forms, items).

    Returns
    -------
    numpy.ndarray
        Answers from 0 to 3; shape (forms, items).

    Notes
    -----
    Graded response: P(answer ≥ k) = 1 / (1 + exp(−a (θ − b_k))).

    Examples
    --------
    >>> from fairterms.outcomes.synthetic.world import PHQ9
    >>> answer(PHQ9, np.array([-9.0, 9.0]), np.full((2, 9), 0.5)).sum(axis=1)
    array([ 0, 27])
    """
    found = np.zeros(chance.shape, dtype=np.int64)
    for at in thresholds(scale).T:
        found += chance < expit(scale.discrimination * (state[:, None] - at[None, :]))
    return found


def add_points(answers: Whole, points: Whole, chance: Floats) -> Whole:
    """Raise totals by whole points, on items that are not at their highest answer yet.

    Parameters
    ----------
    answers
        Shape (forms, items).
    points
        How much to add to each form; shape (forms,). What does not fit is left off.
    chance
        Orders the items; shape (forms, items).
    """
    raised = answers.copy()
    for _ in range(int(points.max(initial=0))):
        given = raised.sum(axis=1) - answers.sum(axis=1)
        order = np.where(raised < HIGHEST_ANSWER, chance, 2.0)
        item = order.argmin(axis=1)
        rows = np.flatnonzero((given < points) & (order.min(axis=1) < 2.0))
        raised[rows, item[rows]] += 1
    return raised


def answered(chance: Floats, base: float | Floats, lean: Floats) -> Flags:
    """Return which forms are filled in.

    Parameters
    ----------
    chance
        Numbers between 0 and 1; shape (forms,).
    base
        The share where nothing leans either way, as a fraction.
    lean
        What makes it likelier, in logits: a patient's habit, and what has been gained; shape
        (forms,).
    """
    share = np.clip(base, 1e-9, 1 - 1e-9)
    found: Flags = chance < expit(np.log(share / (1 - share)) + lean)
    return found
