"""The app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Who signs in."""

    name = "fairterms_web.people"

    def ready(self) -> None:
        """Note the browser whenever somebody signs in."""
        from django.contrib.auth.signals import (  # noqa: PLC0415 - models exist only from here on
            user_logged_in,
        )

        from fairterms_web.people.sessions import note_browser  # noqa: PLC0415 - as above

        user_logged_in.connect(note_browser, dispatch_uid="note_browser")
