"""Joint meetings: when one is due, what it should speak of, what it decided, what came of that.

Minutes and decisions are added and never written over. An improvement initiative is open until a
measured result stands beside its aim: having done something is not a result.
"""
