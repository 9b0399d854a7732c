"""How pages of learning write hours."""

from decimal import Decimal

from django import template

from fairterms.reference.certificate import written_hours

register = template.Library()


@register.filter
def hours(amount: Decimal) -> str:
    """Write hours in words, such as “1.5 hours”."""
    return written_hours(amount)
