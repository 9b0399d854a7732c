"""The twenty-two steps of preparing a negotiation, each tied to what the deal folder shows.

The number, the order and the wording of the steps are our choice. A step is done where something
in the folder shows it, begun where a part does, and open otherwise; nothing is taken on trust.
"""
