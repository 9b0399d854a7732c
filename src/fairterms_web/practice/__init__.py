"""The practice negotiation: a scripted plan, and a learner who answers it."""
