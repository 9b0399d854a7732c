"""How fast the workspace answers while many people work in it at once, on PostgreSQL.

Run ``python benchmarks/load.py``: 50 people in 20 deals for 10 minutes; ``--minutes``, ``--people``
and ``--deals`` say how much, ``--markdown`` writes the table for the manual, and ``--kept FOLDER``
keeps what the sample's work made for the next run. A PostgreSQL of its own is started and filled
with the sample deal, read and decided; then the workspace is served as ``serve`` does, by two
processes, and everybody reads pages, thinks 1 to 3 seconds, and every fifth time writes something:
a decision about a finding, a remark, a small file, an entry of the log.

Times are of the clock, as a browser on this machine sees them, each with a connection of its own;
those who ask share the processors with the workspace and its database. The first seconds, in which
everybody comes in, are not counted. In the end it is counted whether every entry of the log that
was acknowledged is there.
"""

import argparse
import random
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.ledger_trials.stage import staged
from benchmarks.load_trials.reckoning import Asked, as_markdown, as_text, is_within, table

PROCESSES = 2
COME_IN_SECONDS = 10
START_SECONDS = 120
MOST_WRONG = 10
"""Kinds of wrong answers that are named."""
Done = list[tuple[float, Asked]]
"""Each request with the moment of the clock at which what it belongs to was begun."""


class Looks(Protocol):
    """One who can look at pages and work at them."""

    def look_at(self, name: str) -> Asked:
        """Look at a page."""
        ...

    def work(self, until: float) -> Iterator[tuple[float, Asked]]:
        """Work until a moment."""
        ...


def main() -> None:
    """Fill, serve, ask, and print the table."""
    asked = _asked()
    with staged("postgresql"):
        # Models are there only once Django is set up.
        from benchmarks.load_trials.filling import entries_logged, fill  # noqa: PLC0415
        from benchmarks.load_trials.visitor import Visitor  # noqa: PLC0415

        began = time.monotonic()
        visits = fill(asked.deals, asked.people, asked.kept)
        print(f"filled in {time.monotonic() - began:.0f} s", flush=True)
        before = entries_logged()
        with served() as port:
            visitors = [
                Visitor(one, port, random.Random(asked.seed + one.number))  # noqa: S311
                for one in visits
            ]
            # Each process loads what its first pages need before anything is counted.
            for one in visitors:
                one.look_at("start")
            began = time.monotonic()
            done = everybody(visitors, began + asked.minutes * 60)
        after = entries_logged()
    said = sum(one.name == "log entry" and not one.wrong for _, one in done)
    lost = said - (after - before)
    counted = [one for at, one in done if at >= began + COME_IN_SECONDS]
    _print(counted, asked, len(done))
    print(f"entries of the log acknowledged: {said}, of those not there: {lost}")
    sys.exit(0 if is_within(counted) and not lost else 1)


@contextmanager
def served() -> Iterator[int]:
    """Serve the workspace as its own command does; yield the port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = ["--port", str(port), "--processes", str(PROCESSES), "--no-example"]
    program = [sys.executable, "-m", "fairterms_web", "serve", *told]
    # Lines that say how somebody is let in are not for who reads the table.
    child = subprocess.Popen(program, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
    try:
        _wait_for(port, child)
        yield port
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait()


def everybody(visitors: Sequence[Looks], until: float) -> Done:
    """Let everybody work at once, until a moment; return what they asked."""
    done: Done = []

    def work(one: Looks) -> None:
        # To append is one step, so that no two threads are in each other's way.
        for each in one.work(until):
            done.append(each)

    threads = [threading.Thread(target=work, args=[one]) for one in visitors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return done


def _wait_for(port: int, child: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and child.poll() is None:
        with socket.socket() as to:
            if to.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit("The workspace did not begin to answer.")


def _print(counted: Sequence[Asked], asked: argparse.Namespace, count: int) -> None:
    rows = table(counted)
    print(as_markdown(rows) if asked.markdown else as_text(rows))
    print(
        f"\n{asked.people} people in {asked.deals} deals for {asked.minutes:g} minutes, "
        f"seed {asked.seed}"
    )
    wrong = Counter((one.name, one.wrong) for one in counted if one.wrong)
    for (name, words), number in wrong.most_common(MOST_WRONG):
        print(f"  wrong: {name}: {words}, {number} times")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = (used.ru_utime + used.ru_stime) * 1000 / max(count, 1)
    print(f"processor of the workspace, without the database: {spent:.0f} ms a request")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--deals", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, help="folder of what was worked out before")
    parser.add_argument("--markdown", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
