"""Whether the contract is treated as an experiment, since nobody knows yet that it works."""

from collections.abc import Callable

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Situation
from fairterms.prepare.readiness.wording import listed

NONE = "none"
"""What a group writes where it has no such thing; silence is not that."""
_SHADOW = (
    "Ask for a first period in which results are reported and no money depends on them, with a day "
    "on which both sides look and a rule that says when to stop."
)


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge by whether there is a pilot, a rule to stop and a day to look again."""
    case, says = Case(), declaration.experiment
    parts = {
        "a pilot": says.pilot,
        "a rule to stop": says.stop_rule,
        "a day to look again": says.review,
    }
    heard = {
        name: case.hear(
            words, f"whether there is {name}", _telling(name), lambda words: words != NONE
        )
        for name, words in parts.items()
    }
    unsaid = tuple(name for name, words in heard.items() if words is None)
    lacking = tuple(name for name, words in heard.items() if words == NONE)
    if len(unsaid) == len(parts):
        because = "Pay by results in psychotherapy is little tested; no trial is spoken of here."
        return case.unknown(because, _SHADOW)
    if not lacking and not unsaid:
        return case.judged(Standing.READY, "It is set up as a trial that can end.")
    because = f"Pay by results in psychotherapy is little tested. {_gaps(lacking, unsaid)}"
    if len(lacking) > 1 and situation.has_downside:
        return case.judged(Standing.NOT_YET, f"{because} Money may be owed.", _SHADOW)
    return case.judged(Standing.WATCH, because, _SHADOW)


def _telling(name: str) -> Callable[[str], str]:
    return lambda words: f"{name[:1].upper()}{name[1:]}: {words}"


def _gaps(lacking: tuple[str, ...], unsaid: tuple[str, ...]) -> str:
    parts = (("There is not", lacking), ("Not said", unsaid))
    return " ".join(f"{begin}: {listed(names)}." for begin, names in parts if names)


CRITERION = Criterion(
    name="thin_evidence",
    title="Thin evidence",
    question="Is the contract treated as an experiment?",
    why=(
        "Whether pay by results helps patients in psychotherapy is not well known. A trial says "
        "beforehand what would count as success, what would count as harm, and when it ends."
    ),
    requirements=("R-D13",),
    when=When.RISK,
    judge=judge,
)
