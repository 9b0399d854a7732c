"""Ready procedures: what an auditor does, step by step, and the part of it that can be recomputed.

A procedure says what it needs. What is missing makes it "not tested", with the reason; it never
makes it a pass.
"""
