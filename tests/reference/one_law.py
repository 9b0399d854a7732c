"""A made-up law to change piece by piece."""

from fairterms.reference.law_entry import Law
from fairterms.units.finding import Authority, Checked

LAW = Law(
    id="or-talk",
    jurisdiction="OR",
    title="Made-up Statutes",
    locator="1.23",
    topics=("patient-communication",),
    says="you may talk",
    about="plans and clinicians",
    known_through="a made-up copy was read",
    last_checked="2026-11",
    checked=Checked.READ,
    status=Authority.LAW,
    reaches=("commercial",),
    leaves_out=("medicaid",),
)

TEXT = """
[[law]]
id = "or-talk"
title = "Made-up Statutes"
locator = "1.23"
topics = ["patient-communication"]
says = "you may talk"
about = "plans and clinicians"
reaches = ["commercial"]
leaves_out = ["medicaid"]
since = 2020-01-01
until = "not recorded"
known_through = "a made-up copy was read"
last_checked = "2026-11"
checked = "read"
status = "law"
"""
