"""How long the page Simulate takes to answer a moved slider, from the request to the last byte.

Run ``python benchmarks/web_sliders.py [EXAMPLE ...]``; cedar if not given. It makes a workspace in
a folder of its own, puts the example into a room, gets the sliders ready as the worker does, and
asks ``simulate:run`` twenty times, each time for another slider: the drawing of every chart, the
sealed past, the wall and the session included. It prints the middle and the slowest time in
seconds, as passed and as spent by the processor, and the ratio to the bar of 1 second; then the
same for the surer answer that follows, beside a bar of 2 seconds.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
FIRST_BAR, SURER_BAR = 1.0, 2.0
ASKED = 20


def main(arguments: Sequence[str]) -> None:
    """Time each example and print its table."""
    with tempfile.TemporaryDirectory() as home:
        own = {"FAIRTERMS_HOME": home, "DJANGO_SETTINGS_MODULE": "fairterms_web.settings"}
        os.environ.pop("DATABASE_URL", None)
        os.environ.update(own)
        import django  # noqa: PLC0415 - it reads the place of the workspace when it is set up

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 - as above

        call_command("migrate", verbosity=0)
        for name in arguments or ("cedar",):
            measure(ROOT / "examples" / name)


def measure(folder: Path) -> None:
    """Time one example."""
    # Models are there only once Django is set up.
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.urls import reverse  # noqa: PLC0415

    from fairterms_web.jobs.actions import ask  # noqa: PLC0415
    from fairterms_web.people.models import Person  # noqa: PLC0415
    from fairterms_web.rooms.walls import acting  # noqa: PLC0415
    from fairterms_web.simulate.access import opened  # noqa: PLC0415
    from fairterms_web.start.samples import open_sample  # noqa: PLC0415

    person = Person.objects.create_user(f"{folder.name}@example.org")
    by = open_sample(person=str(person.pk), name=folder.name)
    with acting(by.actor):
        ask(by=by, kind="prepared")
    print(f"\n{folder.name}")
    line(
        "contract and records read by the worker, once",
        [timed(lambda: call_command("work", "--once"))],
        None,
    )
    client = Client()
    client.force_login(person)
    page, run, refine = (
        reverse(f"simulate:{name}", args=[by.room.id]) for name in ("page", "run", "refine")
    )
    line("the page opened, once", [timed(lambda: client.get(page))], None)
    ready = opened(by).ready
    assert ready is not None, "the worker read the records"
    moves = list(moved(ready.prepared))
    asked = {"HX-Request": "true"}
    first = [timed(lambda: client.post(run, {"set": one}, headers=asked)) for one in moves]  # noqa: B023
    line(f"a moved slider answered, {len(first)} sliders", first, FIRST_BAR)
    surer = [timed(lambda: client.get(refine, {"set": one}, headers=asked)) for one in moves]  # noqa: B023
    line(f"the surer answer after it, {len(surer)} sliders", surer, SURER_BAR)


def moved(prepared: object) -> Iterator[str]:
    """Yield a move of each of twenty sliders, spread over all there are."""
    from fairterms.decide.trial_run.case import case_of, sliders  # noqa: PLC0415 - as above
    from fairterms.decide.trial_run.prepared import Prepared  # noqa: PLC0415
    from fairterms.units.refusal import Refusal  # noqa: PLC0415

    assert isinstance(prepared, Prepared)
    usable = []
    for one in sliders(prepared):
        up = one.now + 3 * one.step
        at = up if up <= one.most else max(one.now - 3 * one.step, one.least)
        try:
            case_of(prepared, {one.id: at})
        except Refusal:
            continue
        usable.append(f"{one.id}:{at:f}")
    every = max(1, len(usable) // ASKED)
    yield from usable[::every][:ASKED]


def timed(work: object) -> tuple[float, float]:
    """Return seconds that passed, and seconds of processor time of all threads."""
    assert callable(work)
    passed, spent = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - passed, time.process_time() - spent


def line(words: str, times: Sequence[tuple[float, float]], bar: float | None) -> None:
    """Print one line: the middle and the slowest."""
    passed, spent = ([one[at] for one in times] for at in (0, 1))
    told = f"  {words:<48}{median(passed):7.2f} s passed {median(spent):7.2f} s spent"
    if bar is not None:
        told += f"; slowest {max(passed):.2f} / {max(spent):.2f}"
        told += f"; {median(passed) / bar:.2f} / {median(spent) / bar:.2f} of the bar"
    print(told, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
