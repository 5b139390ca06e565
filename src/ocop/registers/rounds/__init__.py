"""Rounds of evaluation: their legal days, opening them, the decisions on limit days."""
