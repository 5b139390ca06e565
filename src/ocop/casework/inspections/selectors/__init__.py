"""Reads: facts by which the plan is drawn, what waits, what pages show."""
