"""Producers sites: what a producer says and sells on its own page, and under which name it answers."""
