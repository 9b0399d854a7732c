"""Made-up patients: when they come, who they are, how hard their life is, how ill they are."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri  # type: ignore[import-untyped,unused-ignore]

from fairterms.outcomes.synthetic.draws import Draws, Flags, Floats, Whole
from fairterms.outcomes.synthetic.workdays import to_workday
from fairterms.outcomes.synthetic.world import World

YEAR = 365.25
FEMALE = 0.64


@dataclass(frozen=True, eq=False)
class People:
    """Patients of one block; every column of shape (patients,).

    Attributes
    ----------
    number
        Position in the whole group, from 0.
    first_day
        The day of the first visit, counted from the records' first day.
    birth_day
        Counted in the same way, so below 0.
    is_female
        Sex as recorded.
    race, language, zip_code
        Places in the population's lists.
    is_hispanic
        As the person reported.
    is_asked, asked_day
        Whether circumstances were asked about, and when.
    circumstances
        Whether each circumstance is so, known or not; shape (patients, factors).
    severity, anxiety
        The state at the start, in standard deviations of patients; higher is worse.
    """

    number: Whole
    first_day: Whole
    birth_day: Whole
    is_female: Flags
    race: Whole
    is_hispanic: Flags
    language: Whole
    zip_code: Whole
    is_asked: Flags
    circumstances: Flags
    severity: Floats
    anxiety: Floats

    @property
    def age(self) -> Floats:
        """Years at the first visit."""
        years: Floats = (self.first_day - self.birth_day) / YEAR
        return years

    def circumstance(self, world: World, factor: str) -> Flags:
        """Return who has a circumstance."""
        place = [name for name, _, _ in world.population.factors].index(factor)
        found: Flags = self.circumstances[:, place]
        return found


def make(world: World, draws: Draws, numbers: Whole) -> People:
    """Make up patients.

    Parameters
    ----------
    world
        What they are drawn from.
    draws
        The chance of this block.
    numbers
        Their positions in the whole group.
    """
    count = numbers.size
    population = world.population
    ages = 18 + 72 * _beta_like(draws, count)
    # Two days less, so that a first visit moved on from a weekend is still within the records.
    first_day = np.floor(draws.uniform("first day", count) * (world.days - 2)).astype(np.int64)
    first_day = to_workday(world, first_day)
    is_hispanic = draws.happens("ethnicity", population.hispanic, count)
    severity, anxiety = _states(world, draws, count)
    return People(
        number=numbers,
        first_day=first_day,
        birth_day=first_day - np.ceil(ages * YEAR).astype(np.int64),
        is_female=draws.happens("sex", FEMALE, count),
        race=draws.choose("race", _shares(population.races), count),
        is_hispanic=is_hispanic,
        language=_languages(world, draws, is_hispanic),
        zip_code=draws.choose("zip code", np.ones(len(population.zip_codes)), count),
        is_asked=draws.happens("asked", population.asked, count),
        circumstances=_circumstances(world, draws, ages, severity),
        severity=severity,
        anxiety=anxiety,
    )


def _beta_like(draws: Draws, count: int) -> Floats:
    """Draw from 0 to 1 with most near 0.25: the mean of a square and a cube root of chance."""
    spread: Floats = draws.uniform("age", count) ** 1.6 * (
        0.35 + 0.65 * draws.uniform("age too", count)
    )
    return spread


def _shares(words: tuple[tuple[str, float], ...]) -> Floats:
    return np.array([share for _, share in words])


def _languages(world: World, draws: Draws, is_hispanic: Flags) -> Whole:
    """Draw languages; Spanish is spoken best by Hispanic patients alone."""
    words = world.population.languages
    shares = _shares(words)
    spanish = [word for word, _ in words].index("Spanish")
    within = min(1.0, shares[spanish] / world.population.hispanic)
    others = shares.copy()
    others[spanish] = 0
    language = draws.choose("language", others, is_hispanic.size)
    language[is_hispanic] = 0
    speaks = is_hispanic & draws.happens("Spanish", within, is_hispanic.size)
    language[speaks] = spanish
    return language


def _circumstances(world: World, draws: Draws, ages: Floats, severity: Floats) -> Flags:
    """Draw circumstances: more of them the younger and the more ill a person is."""
    shares = np.array([share for _, share, _ in world.population.factors])
    lean = 0.3 * severity + np.where(ages < 30, 0.35, -0.1)
    odds = np.log(shares / (1 - shares))[None, :] + lean[:, None]
    chance = 1 / (1 + np.exp(-odds))
    found: Flags = draws.uniform("circumstances", *chance.shape) < chance
    return found


def _states(world: World, draws: Draws, count: int) -> tuple[Floats, Floats]:
    """Draw states at the start: normal, without those too well to come."""
    correlation = world.course.state_correlation
    least = ndtr(world.course.lowest_state)
    depression: Floats = ndtri(least + (1 - least) * draws.uniform("depression", count))
    other = draws.normal("anxiety", count)
    anxiety: Floats = correlation * depression + np.sqrt(1 - correlation**2) * other
    return depression, anxiety
