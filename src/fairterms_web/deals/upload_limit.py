"""How much one upload may hold, all its files together, asked before anything of it is read."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class Limit(FileUploadHandler):
    """Refuses an upload that is larger than ``MOST_UPLOADED``; else lets the next handler read."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Mapping[str, Any],  # noqa: N803 - its name above
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Look at the length the request says of itself; more than that is never read."""
        if content_length > settings.MOST_UPLOADED:
            raise RequestDataTooBig("an upload is larger than what is taken")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a piece on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Keep nothing."""
