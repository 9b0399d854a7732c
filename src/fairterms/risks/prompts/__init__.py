"""Questions for an hour in which a team finds its risks: SWOT looks inside, PESTLE looks around."""
