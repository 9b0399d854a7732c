"""The panel of years: what ``forecast.toml`` says may happen, turned into figures for many years.

Everything a contract reads is either simulated here, by one of a few plain laws, or held at the
expected scenario and listed as held.
"""
