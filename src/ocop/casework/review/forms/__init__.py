"""Forms of review."""
