"""Lines of the log: an answer's status, its route and what kind of mistake, and nothing else.

Paths hold secrets (an invitation, a way to reset a password) and file names; messages of mistakes
may hold what stands in a room. So of a request only the route is written, as the program knows it,
and of a mistake its type and where in the program it happened.
"""

import logging
import traceback

NOWHERE = "(no page of ours)"


class RouteOnly(logging.Formatter):
    """Writes a record without anything a person sent."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one line, and one more for each place in the program a mistake came through."""
        plain = logging.makeLogRecord(record.__dict__)
        plain.exc_info, plain.exc_text, plain.stack_info = None, None, None
        request = getattr(record, "request", None)
        if request is not None:
            plain.msg, plain.args = "%s %s", (_status(record), _route(request))
        line = super().format(plain)
        wrong = record.exc_info[1] if record.exc_info else None
        return line if wrong is None else f"{line}\n{_places(wrong)}"


def _status(record: logging.LogRecord) -> str:
    return str(getattr(record, "status_code", record.name))


def _route(request: object) -> str:
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match is not None else NOWHERE


def _places(wrong: BaseException) -> str:
    frames = traceback.extract_tb(wrong.__traceback__)
    places = "".join(f"\n  {one.filename}:{one.lineno} in {one.name}" for one in frames)
    return f"{type(wrong).__name__}{places}"
