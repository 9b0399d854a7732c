"""Keeping what a person answered, and making a certificate of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

from django.db import transaction

from fairterms.reference.certificate import tidy_name
from fairterms.reference.quiz import Score
from fairterms_web.learn.access import answered_of
from fairterms_web.learn.models import Answered, Certificate
from fairterms_web.learn.subject import Subject, subjects

_GROUP, _GROUPS = 4, 5


@dataclass(frozen=True)
class Kept:
    """What became of the answers to a quiz.

    Attributes
    ----------
    score
        Of these answers.
    answered
        The row that counts.
    is_first
        Whether these were the first answers to these questions; later ones count no more, since
        every answer was explained.
    """

    score: Score
    answered: Answered
    is_first: bool


def keep_answers(*, person: str, subject: Subject, seed: int, given: Mapping[str, int]) -> Kept:
    """Count the answers of a person, and keep how many were right.

    Parameters
    ----------
    person
        Who answered.
    subject
        What it was about.
    seed
        By which the questions were drawn.
    given
        The place of each chosen answer, by the question's id.
    """
    score = subject.score(subject.drawn(seed), given)
    counted = {"right": score.right, "asked": score.asked, "is_passed": score.is_passed}
    row, is_first = Answered.objects.get_or_create(
        person_id=person, about=subject.about, seed=seed, defaults=counted
    )
    return Kept(score, row, is_first)


def certify(*, person: str, answered_id: str, name: str) -> Certificate:
    """Make a certificate of something passed; the one there is where it was made before.

    Parameters
    ----------
    person
        Whose answers they are.
    answered_id
        The answers.
    name
        As it is to stand on the certificate.
    """
    with transaction.atomic():
        answered = answered_of(person, answered_id)
        subject = subjects()[answered.about]
        made, _ = Certificate.objects.get_or_create(
            of=answered,
            defaults={
                "code": new_code(),
                "name": tidy_name(name),
                "learned": [one.title for one in subject.trainings],
                "hours": subject.hours,
                "right": answered.right,
                "asked": answered.asked,
                "passed_on": answered.answered_at.date(),
            },
        )
    return made


def new_code() -> str:
    """Return a new code, which nobody guesses: five groups of four hexadecimal digits.

    Examples
    --------
    >>> len(new_code()), new_code() == new_code()
    (24, False)
    """
    digits = token_hex(_GROUP * _GROUPS // 2)
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
