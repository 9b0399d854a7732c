"""A certificate as a page for print."""

from fairterms.publish import pdf
from fairterms.publish.drawable import undrawable
from fairterms.publish.page import Callout, Definition, Definitions, Prose, Report, Strong
from fairterms.reference.certificate import ENDS, written_day, written_hours
from fairterms_web.learn.models import Certificate

SHOWS = (
    "Whoever has this code can see at the address above that the certificate was made, for what, "
    "and when. An account of this workspace answered the questions. Nobody checked the name."
)
"""What a code shows, on every certificate."""
IN_FULL = "This print lacks signs of the name. The address above shows it in full."
"""What is added where the fonts of a PDF cannot draw a name."""
NO_CREDIT = "It gives no credit of any board, and is not legal advice."


def printed(certificate: Certificate, address: str) -> bytes:
    """Return a certificate as a PDF.

    Parameters
    ----------
    certificate
        As it is kept.
    address
        Where its code is looked up.
    """
    return pdf.render(_report(certificate, address))


def _report(certificate: Certificate, address: str) -> Report:
    told = (
        Definition("Learner", certificate.name),
        Definition("Trainings", "; ".join(certificate.learned)),
        Definition("Hours", written_hours(certificate.hours)),
        Definition("Day", written_day(certificate.passed_on)),
        Definition("Score", f"{certificate.right} of {certificate.asked} answers right"),
    )
    # What the fonts of a PDF lack stands there as another sign.
    in_full = (Prose(IN_FULL),) if undrawable(certificate.name) else ()
    return Report(
        title="Certificate of training",
        subtitle="Contracts between health plans and behavioral-health groups",
        blocks=(
            Definitions(told),
            Prose((f"{ENDS}: ", Strong(certificate.code))),
            Prose(f"Look it up: {address}"),
            *in_full,
            Callout("note", "What the code shows", (Prose(SHOWS),)),
        ),
        footer=(f"Made by Fairterms. {NO_CREDIT}",),
        made_on=certificate.passed_on.isoformat(),
    )
