"""What a request asks to simulate: the deal, the year, and what was moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from fairterms.decide.trial_run.case import sliders
from fairterms.decide.trial_run.slider import Slider
from fairterms.decide.trial_run.slider import moved as check_moved
from fairterms.units.refusal import Refusal
from fairterms_web.rooms.entered import Entered
from fairterms_web.simulate.access import Opened, in_words, opened
from fairterms_web.simulate.moves import FIELD, NAME, Moves, fields, read
from fairterms_web.simulate.shelf import Ready


@dataclass(frozen=True)
class Asked:
    """What was asked.

    Attributes
    ----------
    ready
        The deal.
    year
        The year as the address says it; empty for the first.
    known
        Its sliders by their ids.
    moves
        What was moved; only what can be.
    wrong
        What cannot be used of what was typed, by the slider's id.
    refused
        Why the address cannot be used; None where it can.
    """

    ready: Ready
    year: str
    known: Mapping[str, Slider]
    moves: Moves
    wrong: Mapping[str, str]
    refused: Refusal | None

    @property
    def is_sound(self) -> bool:
        """Whether all that was asked can be simulated."""
        return not self.wrong and self.refused is None

    def query(self, moves: Moves | None = None) -> str:
        """Write the query of an address, with what was moved; with other moves where given."""
        return (self.moves if moves is None else moves).query(year=self.year)


def sent_with(request: HttpRequest) -> QueryDict:
    """Return what was sent: in the form, else in the address."""
    return request.POST if request.method == "POST" else request.GET


def has_fields(sent: QueryDict) -> bool:
    """Tell whether the sliders' fields were sent, and not only what was moved."""
    return any(name.startswith(FIELD) for name in sent)


def deal_of(request: HttpRequest, by: Entered) -> Opened:
    """Return the room's deal, for the year that was asked.

    Raises
    ------
    Refusal
        When the deal cannot be simulated, or the year is none.
    """
    year = sent_with(request).get("year", "")
    if year and not (year.isascii() and year.isdigit() and len(year) == len("2027")):
        raise Refusal(
            "this address",
            "names no year",
            "only a year of the contract is simulated",
            "begin with the deal as it stands",
        )
    return opened(by, int(year) if year else None)


def asked(request: HttpRequest, ready: Ready) -> Asked:
    """Read what was asked of a deal that is ready."""
    sent = sent_with(request)
    known = {one.id: one for one in sliders(ready.prepared)}
    moves, refused = Moves(), None
    try:
        moves = read(sent.getlist(NAME))
        check_moved(known, moves.settings)
    except Refusal as refusal:
        moves, refused = Moves(), in_words(refusal)
    flat = {name: sent.get(name, "") for name in sent if name.startswith(FIELD)}
    more, wrong = fields(flat, known, moves)
    return Asked(ready, sent.get("year", ""), known, moves.then(more), wrong, refused)
