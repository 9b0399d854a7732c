"""One person who reads pages, thinks, and now and then writes something down."""

import http.client
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlencode

from benchmarks.load_trials.filling import Visit
from benchmarks.load_trials.reckoning import Asked, Sort

THINK_SECONDS = (1.0, 3.0)
PATIENCE_SECONDS = 30
TOKEN = "t" * 32
"""The secret against forged forms; a browser is given one, and sends it back."""
PAGES = {
    "home": (1, "/"),
    "start": (3, "/rooms/{group}/"),
    "read": (5, "/rooms/{group}/read/"),
    "terms": (1, "/rooms/{group}/terms/"),
    "risks": (1, "/rooms/{group}/risks/"),
    "negotiate": (2, "/rooms/{group}/negotiate/"),
    "log": (2, "/rooms/{joint}/log/"),
    "decide": (2, "/rooms/{group}/decide/"),
    "history": (2, "/rooms/{group}/history/"),
}
"""How often a page is looked at, and its address."""
WRITES = {"decide about a finding": 2, "remark": 1, "save a file": 1, "log entry": 1}
READS_TO_A_WRITE = 4


@dataclass
class Visitor:
    """One person at work.

    Attributes
    ----------
    visit
        Who, and where they may go.
    port
        Of the workspace on this machine.
    chance
        What they do next; seeded, so that a run can be done again.
    seen
        The hash of the own file as it was saved last, by room.
    """

    visit: Visit
    port: int
    chance: random.Random
    seen: dict[str, str] = field(default_factory=dict)

    def work(self, until: float) -> Iterator[tuple[float, Asked]]:
        """Work until a moment of the clock that only goes on; yield when each thing was begun."""
        time.sleep(self.chance.uniform(0, THINK_SECONDS[1]))
        while (now := time.monotonic()) < until:
            for one in self._next():
                yield now, one
            time.sleep(self.chance.uniform(*THINK_SECONDS))

    def look_at(self, name: str) -> Asked:
        """Look at a page of one of the own deals."""
        group, joint = self.chance.choice(self.visit.rooms)
        return self._ask(name, PAGES[name][1].format(group=group, joint=joint))

    def _next(self) -> Iterator[Asked]:
        if self.chance.randrange(READS_TO_A_WRITE + 1):
            yield self.look_at(self._chosen({name: often for name, (often, _) in PAGES.items()}))
            return
        group, joint = self.chance.choice(self.visit.rooms)
        done: dict[str, Callable[[], Iterator[Asked]]] = {
            "decide about a finding": lambda: self._decide(group),
            "remark": lambda: self._remark(group),
            "save a file": lambda: self._save(group),
            "log entry": lambda: self._write_down(joint),
        }
        yield from done[self._chosen(WRITES)]()

    def _decide(self, group: str) -> Iterator[Asked]:
        decision = self.chance.choice(["accepted", "open", "dismissed"])
        told = {"decision": decision, "reason": "Not ours to ask."}
        yield self._send("decide about a finding", self._finding(group), told, is_part=True)

    def _remark(self, group: str) -> Iterator[Asked]:
        told = {"text": f"Said by person {self.visit.number}."}
        yield self._send("remark", self._finding(group), told, is_part=True)

    def _save(self, group: str) -> Iterator[Asked]:
        path = f"/rooms/{group}/terms/?path=offers/person-{self.visit.number}.toml"
        text = f"# Thought over {self.chance.random()}.\n"
        sent = {"text": text, "seen": self.seen.get(group, ""), "note": "thought over"}
        yield self._send("save a file", path, sent)
        self.seen[group] = sha256(text.encode()).hexdigest()
        yield self._ask("the saved file", path)

    def _write_down(self, joint: str) -> Iterator[Asked]:
        path = f"/rooms/{joint}/log/"
        told = {
            "on": time.strftime("%Y-%m-%d", time.gmtime()),
            "kind": "request",
            "by": "contracting lead",
            "to": "plan lead",
            "quote": f"Please send page {self.chance.randrange(1000)}.",
        }
        yield self._send("log entry", path, told)
        yield self._ask("log", path)

    def _finding(self, group: str) -> str:
        return f"/rooms/{group}/read/finding/{self.chance.choice(self.visit.findings)}/"

    def _chosen(self, often: dict[str, int]) -> str:
        return self.chance.choices(list(often), list(often.values()))[0]

    def _ask(self, name: str, path: str) -> Asked:
        return self._timed(
            name, Sort.READ, 200, lambda to: to.request("GET", path, None, self._own)
        )

    def _send(self, name: str, path: str, told: dict[str, str], *, is_part: bool = False) -> Asked:
        body = urlencode({**told, "csrfmiddlewaretoken": TOKEN})
        headers = {**self._own, "Content-Type": "application/x-www-form-urlencoded"}
        if is_part:
            headers["HX-Request"] = "true"
        expected = 200 if is_part else 302
        return self._timed(
            name, Sort.WRITE, expected, lambda to: to.request("POST", path, body, headers)
        )

    @property
    def _own(self) -> dict[str, str]:
        return {"Cookie": f"sessionid={self.visit.session}; csrftoken={TOKEN}"}

    def _timed(
        self,
        name: str,
        sort: Sort,
        expected: int,
        begin: Callable[[http.client.HTTPConnection], None],
    ) -> Asked:
        began = time.perf_counter()
        to = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        try:
            begin(to)
            answer = to.getresponse()
            answer.read()
            wrong = "" if answer.status == expected else f"{answer.status} for {expected}"
        except (OSError, http.client.HTTPException) as problem:
            wrong = type(problem).__name__
        finally:
            to.close()
        return Asked(name, sort, (time.perf_counter() - began) * 1000, wrong)
