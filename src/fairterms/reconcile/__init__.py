"""The plan's statement against ours: what differs, and which assumption explains it.

A statement is a list of lines, each a quantity with the plan's own words. Some of its lines are
figures (what was measured), some are steps (what was worked out). The same terms are settled on the
plan's figures and on the group's own; what is still different is explained by the assumption that
reproduces the plan's number, and what no assumption explains is shown as unexplained.
"""
