"""Print the register of laws: of one state and of the United States."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Annotated, Any

import typer
from rich.table import Table

from fairterms.cli.console import out, print_json, say
from fairterms.reference import law
from fairterms.reference.law import LINES, TOPICS, Law, Setting
from fairterms.reference.law_entry import NOT_RECORDED
from fairterms.reference.law_topics import ALL_LINES
from fairterms.reference.states import STATES, place_name, state_code
from fairterms.units.finding import Authority, Checked
from fairterms.units.problem import nearest

CAUTION = (
    "Laws to compare a contract with. This is not legal advice: whether a law holds for your "
    "contract is for counsel to say; counsel must confirm each before anyone relies on it."
)


def run(
    state: Annotated[
        str,
        typer.Argument(help="A state, as OR or Oregon.", metavar="STATE", show_default=False),
    ] = "",
    line: Annotated[str, typer.Option(help="Only laws that may reach this line of business.")] = "",
    topic: Annotated[str, typer.Option(help="Only laws on this topic.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print the laws of a state and of the United States."""
    setting = Setting(_state(state), _known(line, (*LINES, ALL_LINES), "line of business"))
    _known(topic, TOPICS, "topic")
    laws = _chosen(setting, topic)
    if json:
        print_json([_record(one) for one in laws])
    else:
        _print(laws, setting, topic)


def _state(text: str) -> str:
    if text and not state_code(text):
        close = nearest(text.title(), STATES.values())
        advice = close or "write its name or postal code"
        raise typer.BadParameter(f'there is no state called "{text}"; {advice}')
    return state_code(text)


def _known(word: str, known: Iterable[str], kind: str) -> str:
    choices = list(known)
    if word and word not in choices:
        advice = nearest(word, choices) or f"choose of: {', '.join(choices)}"
        raise typer.BadParameter(f'there is no {kind} called "{word}"; {advice}')
    return word


def _chosen(setting: Setting, topic: str) -> tuple[Law, ...]:
    """Return the register; of a topic without a state, what every state says of it."""
    if not topic:
        return law.register(setting)
    everywhere = law.recorded_states() if not setting.state else ()
    others = (one for state in everywhere for one in law.laws_of(state) if setting.has(one))
    return tuple(one for one in (*others, *law.register(setting)) if topic in one.topics)


def _record(one: Law) -> Mapping[str, Any]:
    told = {field.name: getattr(one, field.name) for field in fields(one)}
    return {
        **told,
        "since": one.since.isoformat() if one.since else NOT_RECORDED,
        "until": one.until.isoformat() if one.until else NOT_RECORDED,
        "figures": dict(one.figures),
        "not_checked": one.not_checked,
        "caution": one.caution,
    }


def _print(laws: Sequence[Law], setting: Setting, topic: str) -> None:
    say(_heading(setting, topic), style="bold")
    say(CAUTION)
    states = law.recorded_states()
    if setting.state and setting.state not in states:
        say(f"\nNo law of {place_name(setting.state)} is recorded yet; the federal ones follow.")
    for status, title in ((Authority.LAW, "Laws"), (Authority.GUIDANCE, "Goals and guidance")):
        rows = [one for one in laws if one.status is status]
        if rows:
            say(f"\n{title}", style="bold")
            out.print(_table(rows), soft_wrap=False)
    if not laws:
        say("\nNothing is recorded on this.")
    say(f"\n{len(laws)} recorded. States with a file: {', '.join(states)}.")


def _heading(setting: Setting, topic: str) -> str:
    places = (place_name(setting.state),) if setting.state else ()
    everywhere = ("every state recorded",) if topic and not setting.state else ()
    parts = [" and ".join((*places, *everywhere, place_name("US")))]
    if setting.line_of_business:
        parts.append(LINES.get(setting.line_of_business, "every line of business"))
    if topic:
        parts.append(f"{topic}: {TOPICS[topic]}")
    return " · ".join(parts)


def _table(laws: Sequence[Law]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Law", ratio=5, overflow="fold")
    table.add_column("What it says", ratio=7)
    table.add_column("Dates", ratio=5)
    table.add_column("Scope and caution", ratio=7)
    for one in laws:
        name = f"{one.jurisdiction}: {one.title}, {one.locator} [{one.id}]"
        table.add_row(*map(_plain, (name, one.says, _dates(one), _scope(one))))
        table.add_row()
    return table


def _dates(one: Law) -> str:
    read = "" if one.checked is Checked.READ else f" ({one.checked.value})"
    return f"{one.dates}; {one.known_through}{read}; last checked: {one.last_checked}"


def _scope(one: Law) -> str:
    return f"{one.about}; {one.reach}; {one.caution}"


def _plain(text: str) -> str:
    """Keep rich from reading square brackets as markup."""
    return text.replace("[", r"\[")
