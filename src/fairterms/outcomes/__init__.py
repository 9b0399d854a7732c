"""Outcomes judged fairly: change of a patient, results of a group, comparison and exceptions.

A result is read beside what could be expected of it: how ill the patients were, how many they are,
and how much chance alone moves it.
"""
