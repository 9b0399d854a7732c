"""What a person answered, and the certificates made of it: the person’s own, and no room’s."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from fairterms_web import identifiers


class Answered(models.Model):
    """A quiz or a final assessment that somebody answered: how many were right, not which."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    about = models.SlugField(max_length=20)
    seed = models.PositiveIntegerField()
    right = models.PositiveSmallIntegerField()
    asked = models.PositiveSmallIntegerField()
    is_passed = models.BooleanField()
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        # Its answers are explained at once: the same questions count one time only.
        constraints: ClassVar = [
            models.UniqueConstraint("person", "about", "seed", name="one_answer_of_a_quiz"),
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.right} of {self.asked}"


class Certificate(models.Model):
    """A certificate; it goes with the account of the person it was made for."""

    code = models.CharField(primary_key=True, max_length=32, editable=False)
    of = models.OneToOneField(Answered, models.CASCADE, related_name="certificate")
    name = models.CharField(max_length=100)
    learned = models.JSONField()
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    right = models.PositiveSmallIntegerField()
    asked = models.PositiveSmallIntegerField()
    passed_on = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.code
