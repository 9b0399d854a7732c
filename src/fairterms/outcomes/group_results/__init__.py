"""A group's own results: from the records in a deal folder to figures, and from figures to a page.

``declaration`` is what the deal says about its measures, ``feeds`` loads the records, ``measured``
runs the contract's measures on them, ``assessment`` judges each target, ``episode_table`` and the
modules after it look at patients and clinicians; ``page`` shows it all.
"""
