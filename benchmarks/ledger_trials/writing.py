"""
"""
def written(n): return True
