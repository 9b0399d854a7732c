"""Read procedures, workpapers and observations."""

from collections.abc import Collection, Mapping
from pathlib import Path

from fairterms.audit.engagement.engagement import Engagement
from fairterms.audit.engagement.entry import Entry
from fairterms.audit.engagement.fieldwork import (
    Method,
    Observation,
    Procedure,
    Review,
    Workpaper,
)
from fairterms.audit.engagement.person import is_among, is_same
from fairterms.audit.engagement.sample import LONGEST, Sample

_PROCEDURE = (
    *("id", "engagement", "uses", "objective", "expected", "risks", "most_deviations"),
    *("drawn_from", "population", "size", "seed", "are_people"),
)
_WORKPAPER = (
    *("id", "procedure", "done_by", "on", "reviewed_by", "evidence", "result", "deviations"),
    *("places", "hours"),
)
_SHARED = ("id", "method", "on", "until", "what")
_FOUR_EYES = "nobody sees their own mistakes"
_DRAWN = "a sample proves something only where nobody chose it"


def read_procedure(
    entry: Entry,
    taken: set[str],
    engagements: Collection[str],
    known: Collection[str] | None,
) -> Procedure | None:
    """Read one ``[[procedure]]``.

    Parameters
    ----------
    entry
        The table.
    taken
        Ids used before; its own is added.
    engagements
        Ids of the engagements.
    known
        Ids of the ready procedures; None where they are not looked up.
    """
    entry.only(*_PROCEDURE)
    name, of = entry.id("procedure", taken), entry.of("engagement", engagements, "engagement")
    uses = entry.words("uses")
    if uses and known is not None and uses not in known:
        entry.notes.unknown((*entry.path, "uses"), uses, known, "ready procedure")
    objective = entry.needed_words("objective", "Does each line come out to the cent?")
    expected = entry.needed_words("expected", "every line agrees")
    sample = _sample(entry)
    if not name or not of:
        return None
    most = entry.whole("most_deviations") or 0
    return Procedure(
        name, of, uses, objective, expected, sample, most, entry.listed("risks"), entry.line
    )


def _sample(entry: Entry) -> Sample | None:
    population = entry.whole("population", 1)
    if population is None:
        if "population" not in entry.raw and {"size", "seed", "drawn_from"} & entry.raw.keys():
            fix = "write population = 1200, the lines of the list it is drawn from"
            entry.note("", "the sample does not say how long its list is", "missing", fix, _DRAWN)
        return None
    size = entry.needed_whole("size", min(25, population), 1)
    drawn_from = entry.needed_words("drawn_from", "lines of the payment file, as they stand")
    seed, people = entry.words("seed"), entry.flag("are_people")
    if size is None:
        return None
    if size > population or population > LONGEST:
        longest = f"a list of more than {LONGEST:,} lines is drawn from in parts"
        what = f"{size:,} of {population:,} lines cannot be drawn"
        why = longest if population > LONGEST else "a sample is a part of its list"
        entry.note("size", what, "wrong-size", "count the lines of the list again", why)
        return None
    if size < population and not seed:
        fix = 'write the words it is drawn by, such as seed = "juniper 2028-09-01"'
        entry.note("", "the sample has no seed", "no-seed", fix, _DRAWN)
        return None
    if people is None:
        fix = "write are_people = true where each line of the list is a person, else false"
        entry.note("", "are_people is missing", "missing", fix)
    return Sample(drawn_from, population, size, seed, people is not False)


def read_workpaper(
    entry: Entry,
    taken: set[str],
    procedures: Mapping[str, Procedure],
    engagements: Mapping[str, Engagement],
    folder: Path | None,
) -> Workpaper | None:
    """Read one ``[[workpaper]]``, and compare its evidence with the files that are there."""
    entry.only(*_WORKPAPER)
    name, of = entry.id("workpaper", taken), entry.of("procedure", procedures, "procedure")
    done_by, on = entry.needed_words("done_by", "lead auditor"), entry.needed_day("on")
    result, reviewed_by = entry.needed_words("result", "..."), entry.words("reviewed_by")
    evidence, deviations = entry.evidence(folder), entry.whole("deviations")
    hours = entry.hours("hours", is_needed=False)
    if not name or not of or on is None:
        return None
    procedure = procedures[of]
    engagement = engagements.get(procedure.engagement)
    if done_by and engagement and not is_among(done_by, engagement.team):
        what = f'{done_by} is not on the team of "{engagement.id}"'
        entry.note("done_by", what, "not-on-team", "name a member of that team")
    if is_same(done_by, reviewed_by):
        _note_own_review(entry, "reviewed_by", done_by)
        reviewed_by = ""
    _check_sample(entry, procedure.sample, deviations)
    return Workpaper(
        name, of, done_by, on, result, evidence, reviewed_by, deviations, hours, entry.line
    )


def _note_own_review(entry: Entry, key: str, who: str) -> None:
    what = f"{who} reviews their own work"
    entry.note(key, what, "own-review", "let somebody else look it over", _FOUR_EYES)


def _check_sample(entry: Entry, sample: Sample | None, deviations: int | None) -> None:
    if sample is None:
        return
    if deviations is None:
        fix = "write deviations = 0, or how many of the lines failed"
        entry.note("", "nobody says how many lines of the sample failed", "missing", fix)
    elif deviations > sample.size:
        what = f"{deviations} lines of a sample of {sample.size} failed"
        entry.note("deviations", what, "wrong-size", "count each line once")
    places = entry.raw.get("places")
    if places is not None and (
        not isinstance(places, list) or set(map(str, places)) != set(map(str, sample.places))
    ):
        drawn = ", ".join(map(str, sample.places[:5]))
        what = "these are not the lines that the seed draws"
        fix = f"look at the lines drawn, which begin with {drawn}"
        entry.note("places", what, "not-as-drawn", fix, _DRAWN)


def read_review(entry: Entry, workpapers: Mapping[str, Workpaper]) -> Review | None:
    """Read one ``[[review]]``: that somebody else looked a workpaper over."""
    entry.only("workpaper", "by", "on")
    of = entry.of("workpaper", workpapers, "workpaper")
    by, on = entry.needed_words("by", "second auditor"), entry.needed_day("on")
    if not of or not by or on is None:
        return None
    if is_same(by, workpapers[of].done_by):
        _note_own_review(entry, "by", by)
        return None
    return Review(of, by, on)


def read_observation(
    entry: Entry, taken: set[str], workpapers: Collection[str] | None
) -> Observation | None:
    """Read one ``[[observation]]``.

    Parameters
    ----------
    entry
        The table.
    taken
        Ids used before; its own is added.
    workpapers
        Ids of the workpapers; None in the copy both sides have, which has none.
    """
    entry.only(*(_SHARED if workpapers is None else (*_SHARED, "workpaper")))
    name, method = entry.id("observation", taken), entry.one_of("method", Method)
    on, until = entry.needed_day("on"), entry.day("until")
    what = entry.needed_words("what", "Line 13 of the report is reckoned before Line 15.")
    of = "" if workpapers is None else entry.of("workpaper", workpapers, "workpaper")
    if not name or method is None or on is None or (workpapers is not None and not of):
        return None
    return Observation(name, method, on, what, of, until, entry.line)
