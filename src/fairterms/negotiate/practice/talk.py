"""The talks as they go: a pure function of the script and the learner's choices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from fairterms.negotiate.practice.script import Answer, End, Reply, Result, Round, Script, Worth

LONGEST = 600
"""Letters of the learner's own words that are kept."""


@dataclass(frozen=True)
class Choice:
    """What a learner chose in one round.

    Attributes
    ----------
    round, reply
        Their ids.
    tactic
        The tactic they named; empty for none.
    own
        What they said in their own words; empty for those of the script.
    """

    round: str
    reply: str
    tactic: str = ""
    own: str = ""

    @property
    def words(self) -> str:
        r"""Their own words in one line, without what cannot be printed.

        Examples
        --------
        >>> Choice("a", "b", own="Who\n pays\x07?").words
        'Who pays?'
        """
        plain = " ".join(self.own.split())
        return "".join(one for one in plain if one.isprintable())[:LONGEST].strip()


@dataclass(frozen=True)
class Turn:
    """One round that was played: what the plan said, what was replied, what it answered."""

    round: Round
    says: str
    choice: Choice
    reply: Reply
    answer: Answer

    @property
    def said(self) -> str:
        """What the learner said: their own words, else those of the script."""
        return self.choice.words or self.reply.words

    @property
    def is_recognised(self) -> bool:
        """Whether they named a tactic that it is right to see."""
        return self.choice.tactic in self.round.tactics


@dataclass(frozen=True)
class Talk:
    """The talks after some choices.

    Attributes
    ----------
    script
        The script, its words filled in.
    turns
        What was played.
    """

    script: Script
    turns: tuple[Turn, ...] = field(default=())

    @cached_property
    def end(self) -> End | None:
        """How the talks ended; None while they go on."""
        return self.turns[-1].reply.end if self.turns else None

    @cached_property
    def next(self) -> Round | None:
        """The round to be answered now; None when the talks have ended."""
        if self.end is not None:
            return None
        at = self.script.rounds.index(self.turns[-1].round) + 1 if self.turns else 0
        return next(one for one in self.script.rounds[at:] if self._comes(one))

    @property
    def says(self) -> str:
        """What the plan says now; empty when the talks have ended."""
        if self.next is None:
            return ""
        return _says(self.next, self.asked_well, self.given_away)

    @cached_property
    def asked_well(self) -> int:
        """In how many rounds the learner gave a good reply."""
        return self._count(Worth.GOOD)

    @cached_property
    def given_away(self) -> int:
        """In how many rounds the learner gave something away."""
        return self._count(Worth.HARMFUL)

    @cached_property
    def standing(self) -> Mapping[str, Result]:
        """Where each point stands, by the id of its ask; open where nobody spoke of it yet."""
        found = dict.fromkeys(self.script.asks, Result.OPEN)
        for one in self.turns:
            if one.answer.result is not None:
                found[one.round.ask] = one.answer.result
        return found

    @property
    def keeps_said(self) -> bool:
        """Whether the plan wrote down at the end what it had only said."""
        return bool(self.turns) and self.turns[-1].answer.keeps_said

    def after(self, choice: Choice) -> "Talk":
        """Return the talks after one more choice; it must fit the round to be answered."""
        now = self.next
        reply = now.reply(choice.reply) if now and now.id == choice.round else None
        assert now is not None, "the talks have ended"
        assert reply is not None, "a reply of the round that is to be answered"
        answer = next(one for one in reply.answers if self.asked_well >= one.asked)
        return replace(self, turns=(*self.turns, Turn(now, self.says, choice, reply, answer)))

    def takes(self, choice: Choice) -> bool:
        """Tell whether a choice fits the round to be answered."""
        now = self.next
        return now is not None and now.id == choice.round and now.reply(choice.reply) is not None

    def _comes(self, one: Round) -> bool:
        if not one.follows:
            return True
        first = next(turn for turn in self.turns if turn.round.id == one.follows)
        return first.reply.worth is not Worth.GOOD

    def _count(self, worth: Worth) -> int:
        return sum(one.reply.worth is worth for one in self.turns)


def play(script: Script, choices: Iterable[Choice]) -> Talk:
    """Play a script with some choices, from its beginning.

    Parameters
    ----------
    script
        The script.
    choices
        In order. From the first that does not fit on, they are left out.
    """
    talk = Talk(script)
    for one in choices:
        if not talk.takes(one):
            break
        talk = talk.after(one)
    return talk


def _says(one: Round, asked: int, given: int) -> str:
    return next(each.words for each in one.says if asked >= each.asked and given >= each.given)
