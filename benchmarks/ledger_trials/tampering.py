"""
"""
def tampered(n): return True
