"""Engines that answer questions in SQL: DuckDB on one machine, Spark on many, with equal answers.

An engine counts and adds whole numbers and puts rows in order. It never rounds, divides for a rate
or multiplies decimals: engines do that in different ways, so the formula does it afterwards.
"""
