"""The staff handbook by role, what is new for each person, and who has read it."""
