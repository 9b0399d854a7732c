"""Long work and what it made."""

from typing import ClassVar

from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.walls import Walled, WalledManager


class State(models.TextChoices):
    """Where a job stands."""

    WAITING = "waiting", "waiting"
    RUNNING = "running", "at work"
    DONE = "done", "done"
    FAILED = "failed", "could not be done"
    CANCELLED = "cancelled", "cancelled"


class Job(Walled):
    """One piece of long work in a room."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    kind = models.CharField(max_length=32)
    state = models.CharField(max_length=16, choices=State.choices, default=State.WAITING)
    made_from = models.CharField(max_length=64)
    arguments = models.JSONField(default=dict)
    stage = models.CharField(max_length=200, blank=True)
    done = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    is_cancel_asked = models.BooleanField(default=False)
    message = models.TextField(blank=True)
    asked_by = models.CharField(max_length=32)
    asked_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar = WalledManager["Job"]()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["room", "kind", "asked_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether it still goes on."""
        return self.state in {State.WAITING, State.RUNNING}


class Part(Walled):
    """One thing a job made: a page, a table, a file to keep; sealed."""

    id = models.CharField(primary_key=True, max_length=32, default=identifiers.new, editable=False)
    job = models.ForeignKey(Job, models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    body = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = WalledManager["Part"]()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("job", "name", name="one_part_of_a_name")]

    def __str__(self) -> str:
        return self.name
