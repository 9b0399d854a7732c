"""Keys of rooms, wrapped by the master key."""

from typing import ClassVar

from django.db import models

from fairterms_web.rooms.walls import Walled, WalledManager


class RoomKey(Walled):
    """A key of a room; the newest seals, older ones still open what they sealed."""

    version = models.PositiveIntegerField()
    wrapped = models.BinaryField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True)

    objects: ClassVar = WalledManager["RoomKey"]()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("room", "version", name="one_key_of_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.room_id}/{self.version}"
