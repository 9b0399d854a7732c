"""Settlement: the contract's terms applied to measured figures, every line explained and cited.

``settlement`` settles one year, ``script`` and ``trial`` are the test scripts both sides sign,
``mutant`` and ``pinning`` say what the scripts would miss, ``ambiguity`` prices open readings.
"""
