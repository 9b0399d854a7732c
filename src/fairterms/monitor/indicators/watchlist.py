"""Everything a deal folder says about its indicators, and the only door to those files."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fairterms.monitor.indicators import sample_reader
from fairterms.monitor.indicators.exception_reader import Loss, read_exceptions, read_losses
from fairterms.monitor.indicators.guarded import read_guarded
from fairterms.monitor.indicators.indicator import Indicator, Sample
from fairterms.monitor.indicators.indicator_reader import names_written, read_indicators
from fairterms.risks.control.exception import ExceptionItem
from fairterms.units.form_file import parsed, text_of
from fairterms.units.problem import Problem

FILE = "indicators.toml"
_SECTIONS = ("indicator", "exception", "loss")


@dataclass(frozen=True)
class Watchlist:
    """The indicators of a deal, their values, and what was made of them.

    Attributes
    ----------
    indicators
        In the order of the file.
    samples
        Every value ever received, in the order of the file.
    exceptions
        Those a person has written down.
    losses
        Losses that came.
    problems
        What is to be mended in both files; what has a problem is left out.
    """

    indicators: tuple[Indicator, ...] = ()
    samples: tuple[Sample, ...] = ()
    exceptions: tuple[ExceptionItem, ...] = ()
    losses: tuple[Loss, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(folder: Path) -> Watchlist:
    """Read the indicators of a deal folder.

    Parameters
    ----------
    folder
        The deal folder, with indicators.toml and year/indicators.csv.

    Returns
    -------
    Watchlist
        An empty one where there is no indicators.toml.
    """
    text = text_of(folder / FILE)
    if text is None:
        return Watchlist()
    opened = text if isinstance(text, Problem) else parsed(text, FILE)
    if isinstance(opened, Problem):
        return Watchlist(problems=(opened,))
    document, notes = opened
    for key in document.keys() - set(_SECTIONS):
        notes.unknown((key,), key, _SECTIONS, "section")
    guarded = read_guarded(folder)
    indicators = read_indicators(document, notes, guarded)
    written = names_written(document)
    exceptions = read_exceptions(document, notes, written)
    losses = read_losses(document, notes, guarded)
    samples, wrong = _samples(folder, {one.id: one for one in indicators}, written)
    return Watchlist(indicators, samples, exceptions, losses, (*notes.problems(), *wrong))


def _samples(
    folder: Path, indicators: Mapping[str, Indicator], written: frozenset[str]
) -> tuple[tuple[Sample, ...], tuple[Problem, ...]]:
    text = text_of(folder / sample_reader.FILE)
    if text is None:
        return (), ()
    if isinstance(text, Problem):
        return (), (text,)
    return sample_reader.read_samples(text, indicators, written)
