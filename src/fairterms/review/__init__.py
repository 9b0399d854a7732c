"""The reading of a proposed agreement: checks over its documents, each with its evidence.

A check looks for one thing. It judges by direction (who may, who shall, who pays), quotes what it
found, and claims that something is missing only when every page was read and every document that
the agreement brings in is at hand. What it finds are places to ask about, not verdicts.
"""
