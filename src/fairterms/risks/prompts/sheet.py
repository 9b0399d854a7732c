"""The questions on the two sheets of a workshop, for a contract on mental-health care."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from fairterms.risks.register.workshop_note import Frame


@dataclass(frozen=True)
class Prompt:
    """The questions under one heading of a sheet.

    Attributes
    ----------
    frame, heading
        The sheet, and the heading as ``risks.toml`` names it.
    looks_at
        What this heading is for, in a sentence.
    questions
        Four to six, in the order in which a moderator asks them.
    """

    frame: Frame
    heading: str
    looks_at: str
    questions: tuple[str, ...]

    def __post_init__(self) -> None:
        assert self.heading in self.frame.headings, f"{self.heading} is on no sheet"
        assert 4 <= len(self.questions) <= 6, f"{self.heading}: four to six questions"
        assert all(one.endswith("?") for one in self.questions), f"{self.heading}: no question"


_SWOT = (
    Prompt(
        Frame.SWOT,
        "strength",
        "What we have that would help us keep the promises of this contract.",
        (
            "For which patients do we have results that we can show, and for how many years?",
            "What do patients and referring doctors come to us for?",
            "Which work of the contract do we do already: scores, follow-up calls, handovers?",
            "Who here understands contracts, money and data, and has time for them?",
            "How many months could we carry on if no payment came?",
        ),
    ),
    Prompt(
        Frame.SWOT,
        "weakness",
        "What we lack, and would have to build or buy before money depends on it.",
        (
            "What does one report cost us in hours, and who does it today?",
            "How many patients give a first score and no later one, and do we know why?",
            "Which duty could only one of us do?",
            "Which clinicians are contracted with us, and would they take part?",
            "For which measures have we too few patients for a fair number?",
            "Which patients get better slowly with us, and since when do we know?",
        ),
    ),
    Prompt(
        Frame.SWOT,
        "opportunity",
        "What the contract could make possible, for patients and for us.",
        (
            "Whom could we help if coordination or outreach were paid for?",
            "Which data of the plan would let us notice a crisis earlier?",
            "What does the plan need that we do well, and what is it worth to them?",
            "Which measure could we propose to all payers, so that we count only once?",
            "What could we learn in a pilot without losing money?",
        ),
    ),
    Prompt(
        Frame.SWOT,
        "threat",
        "What others, or chance, could do to us under this contract.",
        (
            "What may the plan change alone after we have signed, and what would it cost us?",
            "How would a year with two very costly patients end?",
            "What happens to us, and to our patients, if the contract ends in sixty days?",
            "Which care that others give counts in our result?",
            "Which money could be asked back, and how late?",
            "Who would be harmed if we aimed only at what is measured?",
        ),
    ),
)
_PESTLE = (
    Prompt(
        Frame.PESTLE,
        "political",
        "What governments and public payers may decide during the term.",
        (
            "Which public programs pay for our patients, and which of them are being discussed?",
            "What does the state expect of value-based payment, and by when?",
            "Which change of benefits would bring us more patients, or take some away?",
            "Who speaks for mental-health care when rates are set, and are we heard?",
        ),
    ),
    Prompt(
        Frame.PESTLE,
        "economic",
        "What happens to wages, rents, insurance and the plan's own finances.",
        (
            "How fast do wages for therapists rise here, compared with the rate in the contract?",
            "What happens to the mix of patients when a large employer lets people go?",
            "What would become of the contract if the plan were sold, merged or left the region?",
            "What share of our income would hang on this one contract?",
            "Who owns us or lends to us, and what do they expect?",
        ),
    ),
    Prompt(
        Frame.PESTLE,
        "social",
        "How the people we serve live, and what they expect of care.",
        (
            "For whom are housing, language or transport the first hurdle?",
            "Which groups of patients trust questionnaires least, and why?",
            "How does need change with the seasons, with the school year, after a disaster?",
            "Whom do we not see, although they live here?",
            "How tired are our clinicians, and what would one more duty do?",
        ),
    ),
    Prompt(
        Frame.PESTLE,
        "technological",
        "What systems the contract leans on, and who controls them.",
        (
            "Which fields that the contract asks for can our record system not give?",
            "Which system would the plan have us use, and who pays for it?",
            "How would we load the plan's files, and notice an error in them?",
            "Which patients are left out when questions come by phone or screen?",
            "What would we do in a week without our systems?",
        ),
    ),
    Prompt(
        Frame.PESTLE,
        "legal",
        "Which rules bear on the contract; counsel answers, this sheet only asks.",
        (
            "Which rules on parity, prompt payment and changes of contract hold in our state?",
            "Which records are specially protected, and where does the contract ask for them?",
            "Which reward could look like a payment for referrals, and who has looked at it?",
            "What must we attest, and could we show that it is true?",
            "How are people protected here who report what harms patients?",
        ),
    ),
    Prompt(
        Frame.PESTLE,
        "environmental",
        "What place, weather and disasters could do to care and to results.",
        (
            "What did the last heat wave, fire, flood or epidemic do to visits and to need?",
            "What happens to the targets of the contract in such a year?",
            "How could patients reach us by phone or screen, and who would pay for it?",
            "Where is the one building or line without which we cannot work?",
        ),
    ),
)

PROMPTS: Mapping[Frame, tuple[Prompt, ...]] = MappingProxyType(
    {Frame.SWOT: _SWOT, Frame.PESTLE: _PESTLE}
)
"""The questions of each sheet, in the order of its headings."""
