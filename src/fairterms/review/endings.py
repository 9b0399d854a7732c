"""Rights to end the agreement: who holds them, on what ground, and with how much notice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fairterms.document import numbers
from fairterms.document.numbers import Amount
from fairterms.review.context import Reading
from fairterms.review.parties import Side
from fairterms.review.passages import Passage
from fairterms.review.places import Place

# Looked for as plain letters: a pattern over every sentence of an agreement takes far longer.
_STEMS = (
    *("terminat", "cancel", "suspend", "discontinu", "revok", "rescind"),
    *("end this", "end the", "remove "),
)
_OF_ACCOUNTS = (
    *("clos", "disabl", "deactivat", "delet", "block", "withdraw", "ceas", "stop", "refus"),
    *("restrict", "limit", " end ", " ban "),
)
_RIGHT = (
    r"\b(?P<right>(?:may|can|could)(?! not\b|not\b)|(?:shall |will |also )*ha(?:ve|"
    r"s) (?:the|a|an|full)"
    r" (?:\w+ ){0,3}?(?:right|option|power|ability|authority)|"
    r"(?:is|are|shall be|will be)(?: \w+)? entitled|"
    r"(?:reserve|retain)s?(?: to \w+)?(?: the)?(?: \w+){0,2} right|(?:may )?elects?|"
    r"(?<=\bwe )will(?! not\b))"
)
_VERB = (
    r"(?P<verb>terminat(?:e|ing|ion)|cancel|suspend(?:ing)?|discontinue|revoke|rescind|end|close|"
    r"disable|deactivate|delete|block|withdraw|cease|stop|refuse|restrict|limit|ban|remove)"
)
# An aside between commas, and a few words; "to" leads to the verb itself and to no other.
_GAP = (
    r"(?:,? [^,.;]{1,140},)?(?:,? (?!to\b|shall\b|will\b|not\b|"
    r"notify\b)[\w()/'\u2019-]+){0,7}?,?(?: to)?(?: also| either| \w+ly| at any time){0,2} "
)
_OR_MORE = r"(?:(?:[\w-]+(?: or [\w-]+)?,? (?:[^,.;]{1,60}, ){0,3})?(?:and|or|and/or) )?"
_ACTIVE = re.compile(rf"{_RIGHT}{_GAP}{_OR_MORE}{_VERB}\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?P<right>(?:may|can|could|shall|will|to)(?: also)? be (?:[\w,/-]+ ){0,5}?"
    r"(?P<verb>terminated|cancell?ed|suspended|revoked|discontinued|ended|terminable|cancell?able)|"
    r"(?:is|are) (?:\w+ )?(?:terminable|cancell?able|subject to (?:\w+ )?(?:termination|"
    r"cancellation))|"
    r"(?:unless|until) (?:\w+ ){0,3}?(?:terminated|cancell?ed)(?= (?:by|upon|"
    r"on)\b))\b(?P<rest>[^.;]{0,240})",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\W{0,3}(?:\(?[\w.]{1,8}\)?[.)]? )?(?P<right>[Bb]y) (?P<rest>[^.;]{3,300})")
_IN_LIST = re.compile(r"^\W{0,3}(?:\(?[\w.]{1,8}\)|\d[\d.]*\b|[Bb]y )")
_LEADS_IN = re.compile(r"\bterminat[^.;:]{0,120}:\s*(?:$|\(?(?:a|i|1)\))", re.IGNORECASE)
_THINGS = (
    r"Agreement|contract|Attachments?|Amendment|Addendum|Exhibit|Appendix|Orders?|"
    r"Statements? of Work|Lease|Licen[cs]es?|Terms?|engagement|appointment|employment|"
    r"relationship|participation|participating|(?:Provider|Physician|Practitioner|"
    r"Clinician|Group)s?"
    r"(?!['\u2019])|membership|subscriptions?"
)
_THINGS_OF_USERS = (
    r"accounts?|access|right to use|use of|services?|(?:web)?sites?|platform|profile|rights?|"
    r"apps?|it"
)
_OBJECT = re.compile(rf"\b(?:{_THINGS})\b", re.IGNORECASE)
_OBJECT_OF_USER = re.compile(rf"\b(?:{_THINGS}|{_THINGS_OF_USERS})\b", re.IGNORECASE)
_OTHER_OBJECT = re.compile(
    r"\b(?:Programs?|Networks?|products?|coverage|Members?\b|enrollees?|benefits?|"
    r"payments?|claims?|"
    r"audits?|meeting|subcontract\w*|employees?|polic(?:y|ies)|insurance|arbitration|negotiations?|"
    r"mediation|liability|plan of|damages|to (?:an? )?amount)",
    re.IGNORECASE,
)
# "Plan may terminate immediately upon ...": what is ended goes without saying.
_NO_OBJECT = re.compile(
    r",?\s*(?:immediately|effective|(?:up)?on\b|at any time|with(?:out)? |for )", re.IGNORECASE
)
_ENDS_ALL = ("terminate", "cancel", "end")
_OBJECT_REACH = 110
_HELD_BY = re.compile(
    r"\bby (?P<who>(?:(?!giving|providing|written|notice|means|either giving)[^,.;:(]){0,60}?)"
    r"(?=,|[.;:(]|$| (?:up)?on\b| if\b| at\b| with| by\b| for\b| in\b| when| immediately|"
    r" effective|"
    r" giving| because| without| under| pursuant| after| prior| as\b| to\b| providing)"
)
# "Plan may accept the rate or it may ...": whose right the first is, the second is, too.
_IT = re.compile(r"\b(?:may|can|shall|will)\b(?! not\b)[^.;:]{3,120}?,? or it$", re.IGNORECASE)
_NO_HOLDER = re.compile(r"(?:if|at|up)\b|on\b|for\b|with\b|$", re.IGNORECASE)
_BOTH = re.compile(
    r"\b(?i:(?:either|each|both|any|neither)(?: (?:of )?(?:the|us|them|you|our))?"
    r"(?: (?:part(?:y|ies)|side)|(?-i:(?= [A-Z][\w&]* (?:or|and) )))|the parties|parties|a party|"
    r"(?:either|both|each of)\b[^,.;]{1,60}\b(?:or|and)|mutual\w*|we (?:can |may )?each|"
    r"(?:you|we|us) (?:or|and) (?:you|we|us))\b|"
    r"\b[A-Z][\w&]+ (?:or|and) (?:the )?[A-Z][\w&]+$",
)
_STRETCH = re.compile(r".+", re.DOTALL)
_NAME = re.compile(r"((?:[A-Z][\w&.'\u2019-]*)(?: [A-Z][\w&.'\u2019-]*){0,3}|\b[Ww]e|\b[Yy]ou)$")
_NO_CAUSE = re.compile(
    r"\bwith(?:out| or without| no)(?: any| good)? cause\b|(?<!if )\bfor (?:any|no|"
    r"whatever)\b[^.;,]{0,25}?"
    r"\breason|\bno reason\b|\bconvenience\b|\bat will\b|\bwithout (?:any |giving )?reasons?\b|"
    r"\bfor any cause\b",
    re.IGNORECASE,
)
_SOME_TIME = re.compile(
    r"\bat any time\b|\b(?:sole|own|absolute)(?: and \w+)? (?:discretion|option)|"
    r"\bat (?:its|our|their) (?:discretion|option|election)",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:if\b|in the event|in case|upon (?:the )?(?:occurrence|breach|default|failure|"
    r"material|any)|"
    r"for cause|breach|default|fail(?:s|ure|ed)?\b|violat|insolven|bankrupt|pursuant to|because|"
    r"(?:as (?:set forth|provided)|under|in accordance with)[^.;]{0,30}(?:Section|Article|Clause)|"
    r"when(?:ever)?\b|where\b|change of control|good reason|believ|the following|unless and until)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\bimmediate(?:ly)?\b(?! preceding| following)|\bat once\b|\bforthwith\b|"
    r"\bwith(?:out| or without)(?: any)?"
    r"(?: prior| further| advance| written){0,2} (?:notice|notification|warning)\b|"
    r"\b(?:up)?on (?:(?:written|prior|electronic) ){0,2}notice\b|\bsummar(?:y|ily)\b|"
    r"\binstant(?:ly|aneous)|\bwith no notice\b|\bwithout notifying\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(r"\b(?:not|never|no)\b[^.;,]{0,25}$", re.IGNORECASE)
_NOTICE_NEAR = re.compile(r"\b(?:notice|notif|warning|inform|advance|prior)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Ending:
    """A right to end the agreement, or a part of it.

    Attributes
    ----------
    place
        Where it stands.
    side
        Whose right it is.
    name
        Who holds it in the agreement's own words, or empty.
    clause
        The part of the sentence that belongs to this right, what comes before it included.
    after
        The part of ``clause`` from the right on.
    """

    place: Place
    side: Side
    name: str
    clause: str
    after: str

    def until(self, end: int, start: int | None = None) -> Place:
        """Return the place from the right, or from ``start``, up to ``end`` of the sentence."""
        first = self.place.match.start() if start is None else start
        stretch = _STRETCH.match(self.place.text, first, max(end, self.place.match.end()))
        assert stretch is not None, "a right has words"
        return Place(self.place.passage, stretch)

    @property
    def whole(self) -> Place:
        """The place of the right with its ground and its notice."""
        return self.until(self.place.match.start() + len(self.after.rstrip()))

    @cached_property
    def is_without_cause(self) -> bool:
        """True when it needs no ground: "without cause", or time and notice and nothing else."""
        if _NO_CAUSE.search(self.after.split(":")[0]):
            return True
        before = self.clause[: len(self.clause) - len(self.after)]
        if _CAUSE.search(self.after) or _CAUSE.match(before.lstrip("0123456789. ")):
            return False
        return self.notice is not None or _SOME_TIME.search(self.after) is not None

    @cached_property
    def is_at_once(self) -> bool:
        """True when no time need pass: at once, without notice, or at any time and no more."""
        found = _AT_ONCE.search(self.clause)
        if found is not None:
            return not _NOT_NOW.search(self.clause[: found.start()])
        # "At any time", with no notice and no ground, is at once.
        has_notice = self.notice is not None or _NOTICE_NEAR.search(self.after) is not None
        return self.is_without_cause and not has_notice

    @cached_property
    def notice(self) -> Amount | None:
        """How long before, where a length of time is given."""
        for amount in numbers.times(self.after):
            around = self.after[max(0, amount.start - 60) : amount.end + 60]
            if _NOTICE_NEAR.search(around):
                return amount
        return None


@lru_cache(maxsize=2)
def find(reading: Reading) -> tuple[Ending, ...]:
    """Find the rights to end the agreement, its attachments, or a user's account or access.

    Both sides' are found, in the order of the documents; rights to end a program, a coverage
    or a payment are not.
    """
    found: list[Ending] = []
    is_list = False
    # Terms that speak to "you" end accounts and services, not agreements.
    is_for_users = reading.parties.names_group("you")
    for passage in reading.passages:
        if _speaks_of_it(passage.text, is_for_users=is_for_users):
            found.extend(_of(reading, passage, is_for_users=is_for_users))
        if is_list:
            found.extend(_item(reading, passage))
        is_list = (is_list and _IN_LIST.match(passage.text) is not None) or (
            ":" in passage.text and _LEADS_IN.search(passage.text) is not None
        )
    return tuple(found)


def _speaks_of_it(text: str, *, is_for_users: bool) -> bool:
    low = text.lower()
    stems = (*_STEMS, *_OF_ACCOUNTS) if is_for_users else _STEMS
    return any(stem in low for stem in stems)


def _of(reading: Reading, passage: Passage, *, is_for_users: bool) -> Iterator[Ending]:
    text = passage.text
    thing = _OBJECT_OF_USER if is_for_users else _OBJECT
    active = [match for match in _ACTIVE.finditer(text) if _ends_it(text, match, thing)]
    starts = [match.start() for match in active] + [len(text)]
    for number, match in enumerate(active):
        place = Place(passage, match)
        side = _side_before(reading, place)
        start = active[number - 1].end() if number else 0
        yield Ending(
            place,
            side,
            _name(text[: match.start()]),
            text[start : starts[number + 1]],
            text[match.start() : starts[number + 1]],
        )
    if active:
        return
    for match in _PASSIVE.finditer(text):
        if thing.search(text, 0, match.start()) and not _is_other(text[: match.start()], thing):
            side, name = _side_after(reading, match["rest"])
            if side is Side.UNNAMED and is_for_users:
                side = Side.PLAN
            yield Ending(Place(passage, match), side, name, text, text[match.start() :])
            return


def _item(reading: Reading, passage: Passage) -> Iterator[Ending]:
    """Return the right that an item of a list gives: "(a) by Plan, without cause, upon ..."."""
    match = _ITEM.match(passage.text)
    if match is not None and (numbers.times(match["rest"]) or _NO_CAUSE.search(match["rest"])):
        side, name = _side_after(reading, f" by {match['rest']}")
        if side is not Side.UNNAMED:
            yield Ending(Place(passage, match), side, name, passage.text, passage.text)


def _ends_it(text: str, match: "re.Match[str]", thing: "re.Pattern[str]") -> bool:
    """Say whether what is ended is the agreement, and not a program or a coverage."""
    reach = text[match.end() : match.end() + _OBJECT_REACH]
    if match["verb"].lower() == "terminate" and _NO_OBJECT.match(reach):
        return True
    if match["verb"].lower() == "remove":
        thing = _OBJECT  # to remove what a user wrote ends nothing
    wanted, other = thing.search(reach), _OTHER_OBJECT.search(reach)
    if wanted is not None:
        return other is None or wanted.start() < other.start()
    is_named_before = thing.search(text, 0, match.start()) is not None
    return other is None and is_named_before and match["verb"].lower() in _ENDS_ALL


def _is_other(before: str, thing: "re.Pattern[str]") -> bool:
    found = [match.end() for match in _OTHER_OBJECT.finditer(before)]
    wanted = [match.end() for match in thing.finditer(before)]
    return bool(found) and found[-1] > wanted[-1]


def _side_before(reading: Reading, place: Place) -> Side:
    near = place.before[-60:].rstrip()
    it = _IT.search(place.before.rstrip())
    if it is not None:
        return reading.parties.subject(place.text, it.start())
    if re.search(r"\b(?:either|both|each of)\b[^.;,]{1,50}\b(?:or|and)\b[^.;,]{1,40}$", near):
        return Side.BOTH
    if _BOTH.search(near) and reading.parties.subject(place.text, place.match.start()) in (
        Side.BOTH,
        Side.OTHER,
    ):
        return Side.BOTH
    joined = re.search(r"\b[A-Z][\w&]+ or (?:the )?[A-Z][\w&]+$", near)
    return Side.BOTH if joined else place.side(reading, "right")


def _side_after(reading: Reading, rest: str) -> tuple[Side, str]:
    """Say by whom something may be ended: "... by Plan upon notice"."""
    held = _HELD_BY.search(rest)
    if held is None:
        return Side.UNNAMED, ""
    who = held["who"].strip()
    if _NO_HOLDER.match(who):
        return Side.UNNAMED, ""
    plan, group = reading.parties.names_plan(who), reading.parties.names_group(who)
    if _BOTH.search(who) or (plan and group):
        return Side.BOTH, who
    if plan or group:
        return (Side.PLAN if plan else Side.GROUP), who
    return (Side.OTHER if who else Side.UNNAMED), who


def _name(before: str) -> str:
    match = _NAME.search(before.rstrip(" ,"))
    return match[0].lower() if match else ""
