"""Several contracts side by side: what each counts, when each wants something, what one does twice.

Each contract by itself may ask for little. Together they may count the same thing in three ways,
want four reports in one week, and pay for none of it; this is where that can be seen.
"""
