"""What people are written about rooms: nothing of what lies in them."""

from fairterms_web.people import outbox


def invite(*, to: str, link: str, role: str, days: int) -> bool:
    """Write to somebody who was invited; return whether this workspace sends letters at all.

    Parameters
    ----------
    to
        Their e-mail address.
    link
        The whole address that lets them accept.
    role
        As what, as it is shown.
    days
        How long the link works.
    """
    text = (
        f"You are invited into a room of a deal on Fairterms, as: {role}.\n\n"
        f"Open this address to accept. It works once, within {days} days, and only for the e-mail "
        f"address this letter was sent to:\n\n{link}\n\n"
        "If you did not expect this letter, you need do nothing.\n"
    )
    return outbox.put(to=to, subject="Fairterms: an invitation", text=text)
