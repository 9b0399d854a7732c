"""The app of rooms."""

from django.apps import AppConfig


class RoomsConfig(AppConfig):
    """Rooms and walls."""

    name = "fairterms_web.rooms"
