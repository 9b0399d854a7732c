"""What the log never learns: that somebody was at an address for reporters, and at what time.

Elsewhere a line holds a status and a route. Here even that would tell that somebody wrote at nine
minutes past ten, and who was at the screen then is easily found out.
"""

import logging
from datetime import UTC, datetime

PREFIX = "/speak-up/"


class Quiet(logging.Filter):
    """Drops what tells of reporters; of our own mistakes it leaves the day."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is written; its time is rounded to the day where it must be."""
        request = getattr(record, "request", None)
        if not getattr(request, "path", "").startswith(PREFIX):
            return True
        if record.levelno < logging.ERROR:
            return False
        moment = datetime.fromtimestamp(record.created, UTC)
        midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
        record.created, record.msecs = midnight.timestamp(), 0.0
        return True
