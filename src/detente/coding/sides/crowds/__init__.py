"""The steps about protests: who marches, and against whom."""
