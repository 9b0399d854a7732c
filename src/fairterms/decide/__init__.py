"""The main job: sign, negotiate or walk away, in one report with every figure explained.

``basis`` gathers what the other rooms found, ``rule`` turns it into an answer, ``report`` into a
page, and ``folder`` writes it.
"""
