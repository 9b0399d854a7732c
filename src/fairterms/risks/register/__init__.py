"""What a deal's ``risks.toml`` says: what both sides value, what may go wrong, and how bad it is.

Values become objectives, objectives can be missed, and a risk is written down only where it touches
an objective. Estimates are added and never overwritten, so that any past day can be read again.
"""
