"""A group's own results: from the records in a deal folder to figures, and from figures to a page.

``declaration`` is what the deal says about its measures, ``feeds`` loads the records, ``measured``
runs the contract's measures on them, ``readings`` runs them under every reading of open words, and
``assessment`` judges each target. ``own_episodes`` and the modules after it look at patients and
clinicians; ``results`` gathers everything once; ``page`` shows it.
"""
