"""A file as the whole body of a request, read piece by piece and never further than allowed."""

from django.conf import settings
from django.http import HttpRequest

PIECE = 1_000_000


class TooLarge(Exception):
    """More was sent than is taken."""


class OtherForm(Exception):
    """It was sent as another media type."""


def body_of(request: HttpRequest, media: str) -> bytes:
    """Return the body of a request.

    Parameters
    ----------
    request
        What was sent.
    media
        The one media type that is taken.

    Raises
    ------
    OtherForm
        When it is of another type.
    TooLarge
        When it has more bytes than one upload may have.
    """
    if request.content_type != media:
        raise OtherForm
    most: int = settings.MOST_UPLOADED
    if int(request.META.get("CONTENT_LENGTH") or 0) > most:
        raise TooLarge
    pieces: list[bytes] = []
    count = 0
    while piece := request.read(PIECE):
        count += len(piece)
        if count > most:
            raise TooLarge
        pieces.append(piece)
    return b"".join(pieces)
