"""The page After signing: duties, early signs, the year's end, changes, meetings."""
