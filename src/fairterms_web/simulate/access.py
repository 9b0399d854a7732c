"""A room's deal, ready for trial runs; or why it is not."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from fairterms.contract.performance_year import performance_years
from fairterms.decide.trial_run.prepared import prepare
from fairterms.decide.trial_run.run import warm
from fairterms.payment.loading import load
from fairterms.simulate.forecast.past import Past
from fairterms.units.refusal import Refusal
from fairterms_web.deals import access as files
from fairterms_web.deals.access import Listed
from fairterms_web.jobs.wording import on_a_page
from fairterms_web.rooms.entered import Entered
from fairterms_web.simulate.past import is_record, kept
from fairterms_web.simulate.shelf import SHELF, Key, Ready

OFFERS = "offers/"
TERMS = "terms.toml"


@dataclass(frozen=True)
class Opened:
    """A room's deal.

    Attributes
    ----------
    files
        The files of the room as they are now.
    ready
        The deal; None where the records must be read first.
    """

    files: Sequence[Listed]
    ready: Ready | None

    @property
    def has_terms(self) -> bool:
        """Whether the payment terms are written down."""
        return any(one.path == TERMS for one in self.files)


def opened(by: Entered, year: int | None = None) -> Opened:
    """Return the deal of a room, from this process where it is kept.

    Parameters
    ----------
    by
        The room as entered.
    year
        The calendar year the performance year begins in; None takes the first.

    Raises
    ------
    Refusal
        When the deal cannot be simulated as it stands, in words of the workspace.
    """
    listed = files.listed(by)
    found = Opened(listed, None)
    if not found.has_terms:
        return found
    # Asked for each time: what was kept opens only while the room's keys are there.
    known = kept(by, listed)
    if known.past is None:
        return found
    past = known.past
    # An offer changes nothing of the deal as it stands.
    state = files.state_of([one for one in listed if not one.path.startswith(OFFERS)])
    key = Key(by.room.id, state, year)
    return Opened(listed, SHELF.get(key, lambda: _ready(by, listed, past, year)))


def _ready(by: Entered, listed: Sequence[Listed], past: Past, year: int | None) -> Ready:
    paths = [one.path for one in listed if not is_record(one.path)]
    with _laid_out(by, paths) as folder:
        try:
            prepared = prepare(folder, past, year=year)
            warm(prepared)
            contract = load(folder / TERMS).contract
        except Refusal as refusal:
            raise in_words(refusal, folder) from refusal
    assert contract is not None, "it was prepared from these terms"
    return Ready(prepared, tuple(one.first.year for one in performance_years(contract)))


def in_words(refusal: Refusal, folder: Path | None = None) -> Refusal:
    """Return a refusal in words of the workspace."""
    parts = (refusal.subject, refusal.what, refusal.why, refusal.fix)
    return Refusal(*(on_a_page(one, folder) for one in parts))


@contextmanager
def _laid_out(by: Entered, paths: Sequence[str]) -> Iterator[Path]:
    """Lay files of the room out for the core to read, and take them away again."""
    scratch = Path(settings.HOME) / "scratch"
    scratch.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=scratch) as place:
        folder = Path(place) / "deal"
        folder.mkdir()
        for path, content in files.contents_of(by, paths):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield folder
