"""The decrees before 26/2026, carried out by the same engine with the moments of their years."""
