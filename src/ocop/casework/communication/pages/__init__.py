"""Pages of writers, planners and those who read their work."""
