"""How long a slider takes: the first answer to every kind of slider, with its charts drawn.

Run ``python benchmarks/sliders.py [EXAMPLE ...]``; cedar and juniper if not given. For each example
it prints, in seconds of processor time, what is done once (reading the records, preparing, the
deal as it stands), the slowest first answer of each kind of slider with both charts drawn, its
ratio to the bar of 0.7 s, and how many times faster it is than the report's own run of forecast
and prices in the same process. Each slider is moved to three places; the middle time counts.
"""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import TypeVar

from fairterms.decide.trial_run.blocks import trial_blocks
from fairterms.decide.trial_run.case import sliders
from fairterms.decide.trial_run.prepared import Prepared, prepare
from fairterms.decide.trial_run.run import REFINED, first_years, run, warm
from fairterms.decide.trial_run.slider import Slider
from fairterms.publish.draw import draw
from fairterms.publish.number_blocks import Chart
from fairterms.units.refusal import Refusal

BAR = 0.7
"""Seconds of processor time a first answer may take."""

EXAMPLES = Path(__file__).parents[1] / "examples"
_Result = TypeVar("_Result")


def main(arguments: Sequence[str]) -> None:
    """Time each example and print its table."""
    for name in arguments or ("cedar", "juniper"):
        measure(EXAMPLES / name)


def measure(folder: Path) -> None:
    """Time one example."""
    print(f"\n{folder.name}")
    seconds, prepared = timed(lambda: prepare(folder))
    line("records read and deal prepared, once", seconds)
    line("again, with the past that was kept", timed(lambda: prepare(folder, prepared.past))[0])
    line("the deal as it stands, once", timed(lambda: warm(prepared))[0])
    line("the drawing engine started, once", timed(lambda: answer(prepared, {}))[0])
    answered = list(each_slider(prepared))
    report, _ = timed(lambda: run(prepared, {}, REFINED))
    for kind in dict.fromkeys(kind for kind, *_ in answered):
        of_kind = [(seconds, name) for one, seconds, name in answered if one == kind]
        slowest, name = max(of_kind)
        line(f"{kind}: {len(of_kind)} sliders, the middle", median(one for one, _ in of_kind))
        line(f"{kind}: the slowest, {name}", slowest, f"{slowest / BAR:6.2f} of the bar")
    worst = max(seconds for _, seconds, _ in answered)
    within = sum(seconds <= BAR for _, seconds, _ in answered)
    line(f"the report's forecast and prices, {REFINED:,} years", report)
    print(f"  {within} of {len(answered)} sliders within {BAR} s; ", end="")
    print(f"the slowest takes {worst / report:.2f} of the report's time")


def each_slider(prepared: Prepared) -> Iterator[tuple[str, float, str]]:
    """Yield kind, middle time and name of every slider that can be moved."""
    for one in sliders(prepared):
        kind = f"{one.kind.name.lower()}, {'drawn again' if one.is_drawn else 'years kept'}"
        times = []
        for steps in (2, 5, 9):
            try:
                times.append(timed(lambda: answer(prepared, {one.id: place(one, steps)}))[0])  # noqa: B023
            except Refusal:
                continue
        if times:
            yield kind, median(times), one.id


def place(one: Slider, steps: int) -> Decimal:
    """Return a value so many steps from where a slider stands, turned back at its end."""
    up = one.now + steps * one.step
    return up if up <= one.most else max(one.now - steps * one.step, one.least)


def answer(prepared: Prepared, settings: dict[str, Decimal]) -> None:
    """Give a first answer and draw its charts."""
    for block in trial_blocks(run(prepared, settings, first_years(prepared, settings))):
        if isinstance(block, Chart):
            draw(block.spec)


def timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    """Return seconds of processor time, of all threads, and the result."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def line(words: str, seconds: float, more: str = "") -> None:
    """Print one line."""
    print(f"  {words:<66}{seconds:8.3f} s {more}")


if __name__ == "__main__":
    main(sys.argv[1:])
