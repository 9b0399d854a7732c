"""Telling the plan when something has happened."""

from fairterms.prepare.cost_to_comply.kind import Driver, Family, Kind, Role, words
from fairterms.prepare.cost_to_comply.spread import Spread

DUTY = Kind(
    title="Tell the plan of events",
    family=Family.ADMINISTRATION,
    found_by=words(
        r"\b(?:notify|tell|inform|report|give (?:prompt |written "
        r")?notice)s?\b[^.;]{0,120}?\b(?:breach|incidents?|other coverage|sanctions?|"
        r"lawsuits?|suit|investigations?|legal action|change of|of a change|changes? (?:to|"
        r"in) (?:its|such|the)|incomplete)\b",
        r"\b(?:learns? of|discovers?) an? (?:\w+ )?breach\b",
        r"\b(?:provide|give)\b[^.;]{0,40}?\bnotice of\b",
        r"\bnotify\b[^.;]{0,40}?\bif\b",
        r"\b(?:inform|tell|notify)\b[^.;]{0,200}?\b(?:inability|unable)\b",
        r"\bidentify\b[^.;]{0,30}?\b(?:third[- ]party liability|other coverage)\b",
    ),
    unless=words(
        r"\bjoins or leaves\b",
        r"\bnotice of (?:termination|nonrenewal)\b",
    ),
    named_by=words(r"\bnotices?\b"),
    driver=Driver.TIME,
    hours=Spread.of(".5", 1, 4),
    times=Spread.of(0, 1, 6),
    role=Role.MANAGER,
    is_one=True,
    basis="Half an hour to four hours each; up to six a year.",
)
