"""What if: the same practice with more people asking, fewer clinicians, or more visits missed."""

from dataclasses import replace

from fairterms.simulate.capacity.practice import WEEKS, Loss, Practice, Surge


def surge_in_demand(
    practice: Practice, by: float, first_week: int = 0, weeks: int = WEEKS
) -> Practice:
    """Let more people ask for a while.

    Parameters
    ----------
    practice
        As it is.
    by
        Share by which more ask: 0.2 is 20 % more.
    first_week, weeks
        When it begins, counted from 0, and how long it lasts.
    """
    surges = (*practice.surges, Surge(1 + by, first_week, weeks))
    return replace(practice, surges=surges)


def loss_of_staff(practice: Practice, clinicians: int, week: int = 0) -> Practice:
    """Let clinicians leave at once; their posts are open for hiring from then on.

    Parameters
    ----------
    practice
        As it is.
    clinicians
        How many leave, beyond the usual turnover.
    week
        When, counted from 0.
    """
    return replace(practice, losses=(*practice.losses, Loss(clinicians, week)))


def missed_visits(practice: Practice, no_show: float) -> Practice:
    """Let another share of appointments be missed."""
    return replace(practice, care=replace(practice.care, no_show=no_show))


def longer_care(practice: Practice, times: float) -> Practice:
    """Let people need more visits each, such as when they are more ill."""
    care = practice.care
    changed = replace(
        care,
        visits_per_episode=care.visits_per_episode * times,
        visits_spread=care.visits_spread * times,
    )
    return replace(practice, care=changed)


def unlimited(practice: Practice) -> Practice:
    """Give the practice so many clinicians that nobody waits for one: what is then used is need."""
    return practice.with_posts(_PLENTY * practice.staff.posts)


_PLENTY = 20
