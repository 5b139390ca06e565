"""Pages of the programme: plans, tasks, results, doubts, days off."""
