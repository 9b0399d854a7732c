"""Where reports come in, the reports, and what was done about them. No row knows an hour."""

from typing import ClassVar

from django.db import models

from fairterms_web import identifiers
from fairterms_web.rooms.walls import Walled, WalledManager


def _id() -> "models.CharField[str, str]":
    return models.CharField(
        primary_key=True, max_length=32, default=identifiers.new, editable=False
    )


class Intake(Walled):
    """The address of a deal at which reports come in; it belongs to the joint room."""

    code = models.CharField(max_length=32, unique=True, default=identifiers.new, editable=False)
    opened_by = models.CharField(max_length=64)
    opened_on = models.DateField()

    objects: ClassVar = WalledManager["Intake"]()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("room", name="one_intake_of_a_room")]

    def __str__(self) -> str:
        return self.code


class Letterbox(Walled):
    """Where they lie: the room of the independent party, with a key for hashes of its own.

    The key is sealed with the room's. It outlives a new key of the room or a new master key, and
    is destroyed with the room.
    """

    id = _id()
    key = models.BinaryField()
    # How often somebody took in what had arrived, whether or not anything had.
    batches = models.PositiveIntegerField(default=0)

    objects: ClassVar = WalledManager["Letterbox"]()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint("room", name="one_letterbox_of_a_room")]

    def __str__(self) -> str:
        return self.id


class Report(Walled):
    """A report: a slip that readers see, and a body that opens when two of them agree."""

    id = _id()
    passphrase_hash = models.CharField(max_length=64)
    received_on = models.DateField()
    slip = models.BinaryField()
    body = models.BinaryField()
    # The batch in which it was taken in; none until then.
    batch = models.PositiveIntegerField(null=True)

    objects: ClassVar = WalledManager["Report"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "passphrase_hash", name="one_report_of_a_passphrase"),
        ]

    def __str__(self) -> str:
        return self.id


class Act(models.TextChoices):
    """What was done about a report."""

    OPENING = "opening", "agreed to open it"
    STEP = "step", "took a step"
    ANSWER = "answer", "wrote to the reporter"
    MESSAGE = "message", "the reporter wrote"
    LOOK = "look", "looked after the reporter"


class CaseEntry(Walled):
    """One thing that was done about a report. Nothing is changed; a later one follows."""

    id = _id()
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=16, choices=Act.choices)
    step = models.CharField(max_length=16, blank=True)
    on = models.DateField()
    # Empty for the reporter.
    by = models.CharField(max_length=64, blank=True)
    text = models.BinaryField()

    objects: ClassVar = WalledManager["CaseEntry"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("report", "number", name="one_case_entry_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.number}"


class DayCount(models.Model):
    """How many reports and messages came in today, in the whole workspace: one row, no past."""

    day = models.DateField()
    count = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"
