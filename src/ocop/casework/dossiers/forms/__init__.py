"""Forms of producers and officers."""
