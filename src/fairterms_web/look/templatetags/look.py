"""How templates write blocks of a report, words of the field, amounts and dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from fairterms.publish import fragment
from fairterms.publish.blocks import Block
from fairterms.publish.page import Report
from fairterms.publish.structure import word_anchor
from fairterms.units.number import round_exactly
from fairterms.units.quantity import MONEY, write
from fairterms_web.look.glossary import meaning_of

register = template.Library()


@register.simple_tag
def blocks(page: Report | Sequence[Block], prefix: str = "", shift: int = 0) -> SafeString:
    """Write a report's blocks into the page: ``{% blocks page prefix="risks-" shift=1 %}``.

    Parameters
    ----------
    page
        A report, or blocks. A report's title is left to the page around it.
    prefix, shift
        As `fairterms.publish.fragment.render` takes them.

    Returns
    -------
    SafeString
        HTML in which all text is escaped.
    """
    parts = page.blocks if isinstance(page, Report) else tuple(page)
    language = page.language if isinstance(page, Report) else "en"
    html = fragment.render(parts, language=language, prefix=prefix, shift=shift)
    return mark_safe(html)  # noqa: S308 - the fragment escapes every text it is given


@register.simple_tag
def word(name: str, text: str = "") -> SafeString:
    """Write a word that explains itself: ``{% word "withhold" "withheld" %}``.

    Parameters
    ----------
    name
        The word as the list of words gives it.
    text
        As it stands in the sentence; empty means the word itself.

    Returns
    -------
    SafeString
        A link to the list of words, with the meaning beside it for scripts to show.
    """
    return format_html(
        '<a class="term" href="{}#{}" data-meaning="{}">{}</a>',
        reverse("look:words"),
        word_anchor(name),
        meaning_of(name),
        text or name,
    )


@register.filter
def anchor(name: str) -> str:
    """Give the anchor of a word in the list of words."""
    return word_anchor(name)


@register.filter
def dollars(amount: Decimal | int) -> SafeString:
    """Write an amount to the cent, unbroken and with a real minus sign.

    Parameters
    ----------
    amount
        In dollars, exact; a float is refused.

    Returns
    -------
    SafeString
        Such as ``<span class="amount">−$1,234.50</span>``.
    """
    assert isinstance(amount, Decimal | int), f"{amount!r} is no exact amount"
    cents = round_exactly(Decimal(amount), Decimal("0.01"), "half up")
    return format_html('<span class="amount">{}</span>', write(cents, MONEY).replace("-", "−"))


@register.filter
def when(moment: date | datetime | None) -> SafeString:
    """Write a day, or a moment in the reader's time zone.

    Parameters
    ----------
    moment
        A date, an aware date and time, or None.

    Returns
    -------
    SafeString
        A ``time`` element; nothing for None.
    """
    if moment is None:
        return SafeString("")
    if not isinstance(moment, datetime):
        return _time(moment.isoformat(), f"{moment.day} {moment:%B %Y}")
    here = timezone.localtime(moment)
    return _time(moment.isoformat(), f"{here.day} {here:%B %Y, %H:%M} {here.tzname()}")


def _time(machine: str, text: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, text)
