"""Live risks as a piece of ``risks.toml``: words from the library, and every number a gap.

A gap is an empty value with the question beside it. Whoever reads the register finds each gap as a
problem with its line, so none can be overlooked.
"""

import json
from collections.abc import Iterable, Iterator

from fairterms.risks.library.library_risk import LibraryRisk
from fairterms.risks.library.objective_kind import ObjectiveKind
from fairterms.risks.library.waking import Woken

_OPENING = (
    "# Proposed by the library of risks. Fill in what is empty: nothing was guessed for you.",
    "# Controls and indicators stand in comments; take the sign # away from those you use.",
)
_COMPUTED = (
    '# Where the contract can compute the loss, write from_contract = "net loss" in place of both:'
)


def toml_of(woken: Iterable[Woken]) -> str:
    """Write live risks as a piece of ``risks.toml`` to paste.

    Parameters
    ----------
    woken
        Those that should be written, in the order wanted.

    Returns
    -------
    str
        TOML. Owners, objectives and all numbers are empty, with a comment that says what is
        wanted; an empty string when there is nothing to write.
    """
    parts = [line for one in woken for line in ("", *_block(one))]
    return "\n".join([*_OPENING, *parts, ""]) if parts else ""


def _block(one: Woken) -> Iterator[str]:
    risk = one.risk
    yield f"# {risk.id}: {risk.title}"
    for reason in one.because:
        yield f"# woken by {reason.name}: {' '.join(reason.sentence.split())}"
    yield from (
        "[[risk]]",
        f"id = {_quoted(risk.name)}",
        f"cause = {_part(risk.cause)}",
        f"event = {_part(risk.event)}",
        f"effect = {_part(risk.effect)}",
        f"area = {_quoted(risk.area.value)}",
        'owner = ""  # which role watches it?',
        f"library = {_quoted(risk.id)}",
    )
    for kind in risk.kinds:
        yield from _impact(risk, kind)
    for aim, sentences in _controls(risk):
        for at, sentence in enumerate(sentences, start=1):
            yield from _control(risk, f"{risk.name}_{aim}_{at}", aim, sentence)
    yield from _indicator(risk)


def _impact(risk: LibraryRisk, kind: ObjectiveKind) -> Iterator[str]:
    name = _impact_id(risk, kind)
    yield from (
        "",
        "[[impact]]",
        f"id = {_quoted(name)}",
        f"risk = {_quoted(risk.name)}",
        f'objective = ""  # which of your objectives is "{kind.name}" ({kind.id})?',
        f'source = {{ kind = {_quoted(risk.sources[0].value)}, ref = "" }}  # which one?',
        f"statement = {_quoted(risk.effect)}",
        "",
        "[[estimate]]",
        f"id = {_quoted(f'{name}_first')}",
        f"impact = {_quoted(name)}",
        'stage = "inherent"',
        'as_of = ""  # the day of the judgment, without quotes',
        'horizon = ""  # how far ahead, such as a number of years?',
        *([_COMPUTED] if kind.unit == "$" else []),
        'frequency = { per_year = "" }  # how many events per year?',
        f'severity = {{ low = "", high = "" }}  # how bad is one, in the unit of {kind.id}?',
        'basis = ""  # what does the judgment rest on?',
        'knowledge = ""  # weak, fair or strong?',
        'assessor = ""  # which role judged?',
    )


def _impact_id(risk: LibraryRisk, kind: ObjectiveKind) -> str:
    return f"{risk.name}_{kind.id.lower()}"


def _controls(risk: LibraryRisk) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("prevent", risk.prevents), ("detect", risk.detects), ("correct", risk.corrects)


def _control(risk: LibraryRisk, name: str, aim: str, sentence: str) -> Iterator[str]:
    yield ""
    yield from _commented(
        "[[control]]",
        f"id = {_quoted(name)}",
        f"title = {_quoted(sentence)}",
        f"aim = {_quoted(aim)}",
        'mode = ""  # manual or automatic?',
        'cadence = ""  # how often is it done?',
        "key = false",
        'owner = ""  # which role answers for it?',
        'operator = ""  # which role does it?',
        'evidence_kind = ""  # what shows that it was done?',
        "[[effect]]",
        f"control = {_quoted(name)}",
        f"impact = {_quoted(_impact_id(risk, risk.kinds[0]))}",
        'acts_on = ""  # frequency or severity?',
        'leaves = ""  # which share remains with the control?',
        'rationale = ""  # why so much?',
    )


def _indicator(risk: LibraryRisk) -> Iterator[str]:
    seen = risk.indicator
    yield ""
    yield from _commented(
        "[[indicator]]",
        f"id = {_quoted(f'{risk.name}_watch')}",
        f"impact = {_quoted(_impact_id(risk, risk.kinds[0]))}",
        'kind = "leading"',
        f"formula = {_quoted(f'{seen.words} ({seen.unit})')}",
        'worse = ""  # higher or lower?',
        f'amber = ""  # suggested: {seen.amber}',
        f'red = ""  # suggested: {seen.red}',
        'lead_time = ""  # how many days ahead does it warn?',
        'cadence = ""  # how often is it read?',
        'owner = ""  # which role reads it?',
        'starts = ""  # from which day on, without quotes?',
    )


def _commented(*lines: str) -> Iterator[str]:
    return (f"# {line}" for line in lines)


def _part(sentence: str) -> str:
    """Write a sentence as the register joins it: a small first letter, no full stop."""
    return _quoted(f"{sentence[:1].lower()}{sentence[1:]}".rstrip("."))


def _quoted(text: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, and letters stay as they are."""
    return json.dumps(text, ensure_ascii=False)
