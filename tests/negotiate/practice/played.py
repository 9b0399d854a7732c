"""The practice, played in a few ways."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from fairterms.negotiate.practice.priced import kept_prices
from fairterms.negotiate.practice.script import Worth
from fairterms.negotiate.practice.script_reader import own_script
from fairterms.negotiate.practice.talk import Choice, Talk

CEDAR: Final = Path(__file__).parents[3] / "examples" / "cedar"
PRICES: Final = kept_prices()
SCRIPT: Final = own_script().told(PRICES.fill)
GOOD, WEAK, HARMFUL = Worth.GOOD, Worth.WEAK, Worth.HARMFUL
MAIN: Final = tuple(one.id for one in SCRIPT.rounds if not one.follows)
CLOSINGS: Final = tuple(one.id for one in SCRIPT.rounds[-1].replies)


def reply_of(round_id: str, worth: Worth) -> str:
    """The reply of a round that has some worth."""
    (found,) = [one.id for one in SCRIPT.by_id[round_id].replies if one.worth is worth]
    return found


def talked(default: Worth = GOOD, closing: str = "sign_in_writing", **others: Worth) -> Talk:
    """The talks to their end, with replies of some worth; the tactics are all named rightly."""
    talk = Talk(SCRIPT)
    while (now := talk.next) is not None:
        reply = reply_of(now.id, others.get(now.id, default)) if now.ask else closing
        talk = talk.after(Choice(now.id, reply, now.tactic))
    return talk


def every_talk(talk: Talk, closings: tuple[str, ...] = CLOSINGS) -> Iterator[Talk]:
    """All talks that go on from here to an end."""
    now = talk.next
    if now is None:
        yield talk
        return
    for one in now.replies:
        if now.ask or one.id in closings:
            yield from every_talk(talk.after(Choice(now.id, one.id)), closings)
