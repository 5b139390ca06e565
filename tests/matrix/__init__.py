"""Every address for every role."""
