"""What kind of deal an agreement is, as plain yes and no: as its terms say, or as its text does."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_INCENTIVE = re.compile(
    r"\b(?:incentive (?:payments?|amounts?|arrangements?|program|pool|compensation)|performance "
    r"(?:bonus(?:es)?|"
    r"payments?|incentives?)|bonus(?:es)? payments?|quality (?:bonus(?:es)?|incentives?|payments?|"
    r"withholds?)|pay(?:ment)?[- ]for[- ](?:performance|quality)|value[- ]based (?:payments?|"
    r"programs?|purchasing|arrangements?|contract\w*|reimbursement)|shared savings|gain[- ]?"
    r"shar\w*|risk[- ]?shar\w*|shared (?:risk|losses)|withholds?\b(?! (?:taxes?|consent|approval))|"
    r"capitat(?:ion|ed) (?:payments?|rates?|amounts?|fees?)|per member per month|PMPM|"
    r"(?:bundled|episode)[- ](?:payments?|based)|global (?:budget|payment)s?|risk pools?|"
    r"surplus)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:benchmarks?|targets?|thresholds?|budgets?|trend factors?|(?:medical|benefit)[- ]loss "
    r"ratio|(?:acceptable|commendable)\b|performance (?:measures?|standards?|goals?)|"
    r"quality (?:measures?|metrics?|scores?|gates?))",
    re.IGNORECASE,
)
_DOWNSIDE = re.compile(
    r"\b(?:shared (?:risk|loss(?:es)?)|risk[- ]?shar\w+|downside|deficits?|loss(?:es)? sharing|"
    r"full[- ]risk|at[- ]risk|capitat(?:ion|ed) (?:payments?|rates?|amounts?)|risk pools?|"
    r"withholds?\b(?! (?:taxes?|consent|approval))|(?:shall|must|will) (?:repay|return|refund)\b"
    r"[^.;]{0,60}?(?:losses|deficit|advance))",
    re.IGNORECASE,
)
# What an agreement says about itself or others without paying anyone by results.
_ASIDE = re.compile(
    r"\b(?:may (?:offer|establish|develop|participate|elect)|if any|in the event that|"
    r"includes?, but|including but|such as|fee[- ]for[- ]service, |42 C\.?F\.?R|"
    r"incentive plan|physician incentive)\b",
    re.IGNORECASE,
)
# "The savings, if any, will be shared": that there may be none makes the sharing no aside.
_MAY_BE_NONE = re.compile(
    r"\b(savings|losses|amounts?|payments?|surplus|deficits?|shares?|bonus(?:es)?),? if any,?",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:shall|will|must|is|are|equals?|means?|receives?|pays?|owes?)\b", re.IGNORECASE
)
_ENOUGH = 3
"""Sentences that pay by results before a deal is taken for one that does."""
_SHORT, _SHORTEST = 60, 15
"""Sentences of an addendum, in which two are enough, and of a single clause, in which one is."""


@dataclass(frozen=True)
class Features:
    """What kind of deal it is.

    Attributes
    ----------
    has_target
        Results are compared with a benchmark, target or budget.
    has_downside
        The group may owe money back.
    has_incentive
        Some pay depends on results.
    missing_documents
        Documents the agreement brings in that were not supplied, as known beyond what the text
        itself names: "the 2027 program description".
    """

    has_target: bool = False
    has_downside: bool = False
    has_incentive: bool = False
    missing_documents: tuple[str, ...] = ()


def of_text(sentences: Iterable[str]) -> Features:
    """Tell from its sentences alone what kind of deal an agreement is.

    Parameters
    ----------
    sentences
        Every sentence of every document.

    Returns
    -------
    Features
        A feature is claimed when several sentences rely on it; a word in passing is not enough.

    Examples
    --------
    >>> of_text(["Plan shall pay each clean claim within thirty days."]).has_incentive
    False
    """
    sentences = tuple(sentences)
    plain = (_MAY_BE_NONE.sub(r"\1", text) for text in sentences)
    said = [text for text in plain if _DUTY.search(text) and not _ASIDE.search(text)]
    paying = [text for text in said if _INCENTIVE.search(text)]
    if len(paying) < _ENOUGH - (len(sentences) <= _SHORT) - (len(sentences) <= _SHORTEST):
        return Features()
    return Features(
        has_target=any(_TARGET.search(text) for text in said),
        has_downside=any(_DOWNSIDE.search(text) for text in said),
        has_incentive=True,
    )
