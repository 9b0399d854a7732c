"""The practice negotiation: a scripted plan uses seven tactics, and a learner answers.

The talks are a pure function of the script and the answers. Prices come from the asks of the deal;
the log and the scorecards are real ones, made from what was said in the practice.
"""
