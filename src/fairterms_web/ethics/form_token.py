"""A form that came from our own page, without a cookie and without knowing whose it is.

A cookie would stay in the browser, on a device that may be an employer's, and say that somebody
was here. The usual token against forms from other sites needs one. But such a token protects who
is signed in; whoever speaks up is nobody, and another site gains nothing by sending in their name.
So, under the usual name, the page hands out a word that is the same for everybody on a day; and a
browser that says it comes from another site is refused.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

FIELD = "csrfmiddlewaretoken"
FOREIGN = frozenset({"cross-site", "same-site"})


def token(code: str, day: date) -> str:
    """Return the word that the page of an address hands out on a day."""
    return salted_hmac("fairterms_web.ethics.form", f"{code}|{day}", algorithm="sha256").hexdigest()


def is_ours(code: str, sent: Mapping[str, str], day: date, site: str) -> bool:
    """Tell whether a form comes from our page of that address, of today or yesterday.

    Parameters
    ----------
    code
        The address.
    sent
        The form.
    day
        Today.
    site
        What the browser says of where it comes from (``Sec-Fetch-Site``); may be empty.
    """
    given = sent.get(FIELD, "")
    days = (day, day - timedelta(days=1))
    return site not in FOREIGN and any(
        constant_time_compare(given, token(code, one)) for one in days
    )
