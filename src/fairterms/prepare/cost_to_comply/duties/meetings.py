"""Joint meetings and committees."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Attend meetings and committees",
    family=Family.PEOPLE,
    found_by=words(
        r"\b(?:attend|participat|send|take part|join|meet)\w*\b[^.;]{0,120}?\b(?:meetings?|"
        r"committees?|conferences?)\b",
        r"\bcommittee\b[^.;]{0,60}?\bmeets?\b",
        r"\bmeets? (?:at least|every|each)\b",
    ),
    unless=words(
        r"\bgood faith\b",
        r"\bdisputes?\b",
        r"\bchief executive\b",
        r"\bmeets? within\b",
        r"\bchair meetings\b",
    ),
    named_by=words(r"\bmeetings?\b|\bcommittees?\b"),
    driver=Driver.TIME,
    hours=Spread.of(2, 4, 8),
    times=Spread.of(1, 4, 6),
    people=Spread.of(1, 2, 4),
    role=Role.MANAGER,
    basis=(
        "Two to eight hours for each person and meeting, with what must be read before "
        "and done after."
    ),
)
