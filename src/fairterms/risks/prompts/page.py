"""The workshop sheets: how to run the hour, the questions, and what becomes of an answer."""

from fairterms.publish.blocks import Block, Bullets, Heading, Numbered, Prose
from fairterms.publish.inline import Code, Strong, Words
from fairterms.risks.prompts.sheet import PROMPTS, Prompt
from fairterms.risks.register.workshop_note import Frame

ANCHOR = "risks-prompts"
_TITLES = {
    Frame.SWOT: "SWOT: looking at ourselves and at this contract",
    Frame.PESTLE: "PESTLE: looking at the world around it",
}
_PEOPLE = (
    "Invite five to nine people: clinicians of different sites, the office, whoever keeps the "
    "books, and somebody who speaks for patients. One moderates and one writes. Hold one hour "
    "alone, and one with the plan if it will come. Say nothing that names a patient."
)
_HOUR: tuple[Words, ...] = (
    (Strong("5 minutes. "), "Read the objectives aloud: those of the group and of the public."),
    (Strong("10 minutes. "), "Everybody writes alone, one thought on one card."),
    (Strong("20 minutes. "), "Go round, one card each, and put it under a heading. No debate."),
    (Strong("15 minutes. "), "Turn the cards that worry people most into risks, as shown below."),
    (Strong("10 minutes. "), "Give each risk an owner and the next step, with a day."),
)
_CARD = "“Only one of us knows how the file is made.”"
_AGAINST = (
    "whose aim it hurts, and how that is counted. Pay on time, in dollars a year. If it hurts "
    "none, it is a worry and no risk."
)
_RISK: tuple[Words, ...] = (
    (Strong("Cause: "), "what is so today. One assistant makes every file."),
    (Strong("Event: "), "what may or may not happen. A quarterly file comes late."),
    (Strong("Effect: "), "what would follow. The plan does not pay for that quarter."),
    (Strong("Objective: "), _AGAINST),
)
_CERTAIN = (
    "What happens for certain is an issue: act on it now, and do not estimate it. A strength or an "
    "opportunity can be missed, and then it is a risk too."
)


def prompt_blocks() -> list[Block]:
    """Show the workshop: how to run it in an hour, both sheets, and how a card becomes a risk."""
    return [
        Heading(2, "A workshop to find risks", ANCHOR),
        Prose(_PEOPLE),
        Heading(3, "The hour", f"{ANCHOR}-hour"),
        Numbered(_HOUR),
        Heading(3, "From a card to a risk", f"{ANCHOR}-card"),
        Prose(("The card says: ", _CARD, " Ask four questions.")),
        Numbered(_RISK),
        Prose(_CERTAIN),
        Prose(
            (
                "Keep the cards in ",
                Code("risks.toml"),
                ", each as a ",
                Code("[[swot]]"),
                " with its side or a ",
                Code("[[pestle]]"),
                " with its theme, and name the risk that it led to.",
            )
        ),
        *[block for frame in Frame for block in _sheet(frame)],
    ]


def _sheet(frame: Frame) -> list[Block]:
    blocks: list[Block] = [Heading(3, _TITLES[frame], f"{ANCHOR}-{frame.value}")]
    return [*blocks, *[block for prompt in PROMPTS[frame] for block in _heading(prompt)]]


def _heading(prompt: Prompt) -> list[Block]:
    anchor = f"{ANCHOR}-{prompt.frame.value}-{prompt.heading}"
    return [
        Heading(4, prompt.heading.capitalize(), anchor),
        Prose(prompt.looks_at),
        Bullets(prompt.questions),
    ]
