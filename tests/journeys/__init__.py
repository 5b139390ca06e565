"""Journeys through a real server in a real browser."""
