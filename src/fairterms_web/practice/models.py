"""The practice talks of one person in one room; nobody else of the room sees them."""

from typing import ClassVar

from django.db import models

from fairterms_web.rooms.walls import Walled, WalledManager


class PracticeTalk(Walled):
    """What a person chose by now; sealed, for it holds their own words."""

    player = models.CharField(max_length=64)
    choices = models.BinaryField()
    changed_at = models.DateTimeField(auto_now=True)

    objects: ClassVar = WalledManager["PracticeTalk"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "player", name="one_practice_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.room_id}: {self.player}"
