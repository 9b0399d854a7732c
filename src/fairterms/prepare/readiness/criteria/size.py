"""Whether the group is large enough, said by the forecast and not only by a rule of thumb."""

from collections.abc import Sequence
from decimal import Decimal

from fairterms.prepare.readiness.criterion import (
    Case,
    Criterion,
    Judgement,
    Standing,
    When,
)
from fairterms.prepare.readiness.declaration import Declaration
from fairterms.prepare.readiness.situation import Chance, Situation, SizePoint
from fairterms.prepare.readiness.wording import counted, share

RULE_OF_THUMB = 300
"""Clinicians at which such contracts have been called feasible: a starting point, not a limit."""
_FAR = 0.10
"""How far records and the group's own count may differ before it is said; our choice."""
_RUN = "Run the forecast for this contract at this size, and write its answer beside this."
_EXACTLY = (
    "Run the forecast for exactly this size, with more years: it does not tell well enough yet."
)
_MORE, _WITHIN, _OPEN = "more than accepted", "within what is accepted", "open"
_SMALLER_RISK = (
    "Ask for terms that fit the size: no loss to share at first, a lower limit on losses, results "
    "over several years together, or several groups counted as one."
)


def around(points: Sequence[SizePoint], clinicians: int) -> tuple[SizePoint, ...]:
    """Return the size forecast, or the next below and above; nothing beyond the sizes forecast.

    Examples
    --------
    >>> from fairterms.prepare.readiness.situation import Chance
    >>> points = [SizePoint(n, Chance(0.1)) for n in (20, 50, 300)]
    >>> [one.clinicians for one in around(points, 38)], around(points, 500)
    ([20, 50], ())
    """
    ordered = sorted(points, key=lambda point: point.clinicians)
    exact = tuple(one for one in ordered if one.clinicians == clinicians)
    below = [one for one in ordered if one.clinicians < clinicians]
    above = [one for one in ordered if one.clinicians > clinicians]
    return exact[:1] or ((below[-1], above[0]) if below and above else ())


def judge(declaration: Declaration, situation: Situation) -> Judgement:
    """Judge size by what the forecast says, and warn below the rule of thumb."""
    case = Case()
    clinicians = _count(case, declaration, situation)
    if clinicians is None:
        first = "Count the licensed clinicians, and write clinicians under [people]."
        return case.unknown("How many clinicians the group has is not known.", first)
    told = _rule(clinicians)
    points = around(situation.loss_by_size, clinicians)
    if not points:
        return case.judged(Standing.WATCH, f"{told} {_no_forecast(case, situation)}", _RUN)
    for point in points:
        case.add(_said(point, situation.loss_means), "the forecast of this contract")
    return _weigh(case, declaration, points, told, clinicians)


def _count(case: Case, declaration: Declaration, situation: Situation) -> int | None:
    """Return the group's own count, else that of the records; say where they differ."""
    people, on_record = declaration.people, situation.clinicians_on_record
    sample = case.note(people.records_are_a_sample, _sample)
    recorded = case.note(on_record, lambda n: f"Its records hold {counted(n, 'clinician')}")
    if people.clinicians is None and recorded is not None:
        return recorded
    declared = case.hear(
        people.clinicians,
        "how many clinicians the group has",
        lambda n: f"The group has {counted(n, 'clinician')}",
    )
    if declared is None:
        return None
    if recorded is not None and not sample and abs(recorded - declared) > _FAR * float(declared):
        case.lack("Why the records and the group's own count differ is not said.")
    return int(declared)


def _sample(is_one: bool) -> str:
    return f"The records hold {'only some' if is_one else 'all'} of the clinicians"


def _rule(clinicians: int) -> str:
    has = counted(clinicians, "clinician")
    if clinicians < RULE_OF_THUMB:
        verb = "is" if clinicians == 1 else "are"
        return f"{has} {verb} fewer than the {RULE_OF_THUMB} or so that a rule of thumb asks for."
    return f"{has} are as many as a rule of thumb asks for (about {RULE_OF_THUMB})."


def _no_forecast(case: Case, situation: Situation) -> str:
    if not situation.loss_by_size:
        case.lack("No forecast says what this size means for this contract.")
        return "The forecast has not been asked what that means for this contract."
    sizes = sorted(point.clinicians for point in situation.loss_by_size)
    case.lack(f"The forecast looked at {sizes[0]} to {sizes[-1]} clinicians only.")
    return f"The forecast looked at {sizes[0]} to {sizes[-1]} clinicians, not at this size."


def _said(point: SizePoint, means: str) -> str:
    size = counted(point.clinicians, "clinician")
    loss = f"With {size}, the chance of {means} is {point.loss}"
    if point.luck is None:
        return loss
    return f"{loss}; the chance that luck alone fails a target is {point.luck}"


def _weigh(
    case: Case,
    declaration: Declaration,
    points: tuple[SizePoint, ...],
    told: str,
    clinicians: int,
) -> Judgement:
    """Weigh what the forecast says of the size, or of those around it, against what is accepted."""
    because = f"{told} For this contract the forecast gives a chance of loss of {_span(points)}."
    limit = case.note(
        declaration.reserves.accepted_chance_of_loss,
        lambda part: f"The group accepts a chance of {share(part)}",
    )
    if limit is None:
        case.lack("Nobody said which chance of a year with a loss the group accepts.")
        first = "Decide which chance of loss the group accepts: [reserves] accepted_chance_of_loss."
        return case.judged(Standing.WATCH, because, first)
    said = {_compare(point.loss, limit) for point in points}
    if said == {_MORE}:
        because = f"{because} The group accepts {share(limit)}."
        return case.judged(Standing.NOT_YET, because, _SMALLER_RISK)
    if said != {_WITHIN}:
        because = f"{because} Whether that is within the {share(limit)} the group accepts is open."
        return case.judged(Standing.WATCH, because, _EXACTLY)
    because = f"{because} That is within the {share(limit)} the group accepts."
    luck = _unlucky(case, declaration, points)
    if luck:
        first = "Ask for targets with room for chance: more patients, two years together, ranges."
        return case.judged(Standing.NOT_YET, f"{because} {luck}", first)
    if clinicians < RULE_OF_THUMB:
        first = (
            "Keep the terms that limit a loss; ask the forecast again when size or terms change."
        )
        return case.judged(Standing.WATCH, because, first)
    return case.judged(Standing.READY, because)


def _compare(chance: Chance, limit: Decimal) -> str:
    """Compare a chance with what is accepted; within two standard errors it is open."""
    beyond = chance.value - float(limit)
    if beyond > 2 * chance.error:
        return _MORE
    return _WITHIN if beyond <= -2 * chance.error else _OPEN


def _span(points: tuple[SizePoint, ...]) -> str:
    if len(points) == 1:
        return str(points[0].loss)
    return " to ".join(str(one.loss) for one in sorted(points, key=lambda one: one.loss.value))


def _unlucky(case: Case, declaration: Declaration, points: tuple[SizePoint, ...]) -> str:
    chances = [point.luck for point in points if point.luck is not None]
    limit = case.note(
        declaration.reserves.accepted_chance_of_luck,
        lambda part: f"The group accepts a chance of {share(part)} to fail a target by luck",
    )
    if not chances or limit is None:
        return ""
    worst = max(chances, key=lambda chance: chance.value)
    if worst.value <= float(limit):
        return ""
    return f"Luck alone fails a target in {worst} of years; the group accepts {share(limit)}."


CRITERION = Criterion(
    name="size",
    title="Size",
    question="Is the group large enough for this contract?",
    why=(
        "A year of few patients is ruled by chance: a handful of hard cases can turn a good year "
        "into a loss, or fail a target the group truly meets. How much that matters depends on "
        "the terms, so a forecast of this contract says more than any rule."
    ),
    requirements=("R-D1",),
    when=When.RISK,
    judge=judge,
)
