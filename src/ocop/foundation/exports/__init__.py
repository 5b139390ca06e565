"""Long lists as files to save: made by a process beside, kept for a day, for the one who asked."""
