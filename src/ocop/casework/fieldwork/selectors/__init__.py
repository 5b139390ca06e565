"""Reads of visits: what can be visited, the checklist, the way, what was found beside what was claimed."""
