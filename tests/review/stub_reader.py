"""A second reader on this machine, which answers as a test tells it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any]], "bytes | int"]
"""Gets the request's body; returns the body of the answer, or a status to refuse with."""


def content(value: object) -> bytes:
    """Wrap an answer as the protocol does; text stays text, all else becomes JSON."""
    text = value if isinstance(value, str) else json.dumps(value)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def slow(body: bytes, seconds: float) -> Reply:
    """Answer, but late."""

    def reply(_request: dict[str, Any]) -> bytes:
        time.sleep(seconds)
        return body

    return reply


@contextmanager
def serving(reply: Reply) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Serve on a free port; give the base address and the list of requests as they come."""
    requests: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            request = json.loads(self.rfile.read(length))
            request["_path"] = self.path
            request["_key"] = self.headers.get("Authorization", "")
            requests.append(request)
            answer = reply(request)
            status = answer if isinstance(answer, int) else 200
            self.send_response(status)
            if 300 <= status < 400:
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.end_headers()
            if isinstance(answer, bytes):
                # A reader that was too slow finds nobody listening any more.
                with suppress(BrokenPipeError, ConnectionResetError):
                    self.wfile.write(answer)

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", requests
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
