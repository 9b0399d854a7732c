"""The questions of a workshop that finds risks; the same for every deal."""

from functools import lru_cache

from fairterms.publish import docx, fragment
from fairterms.publish.page import Report
from fairterms.risks.prompts.page import prompt_blocks
from fairterms_web.jobs.wording import for_the_web


@lru_cache(maxsize=1)
def sheets() -> str:
    """Return the sheets as HTML."""
    return fragment.render(_report().blocks, prefix="workshop-")


@lru_cache(maxsize=1)
def document() -> bytes:
    """Return the sheets as a Word document, to be printed and written on."""
    return docx.render(_report())


def _report() -> Report:
    return for_the_web(
        Report(
            title="A workshop to find risks",
            subtitle="Questions that look inside, and questions that look around",
            blocks=tuple(prompt_blocks()),
            footer=("Made with Fairterms.",),
        )
    )
