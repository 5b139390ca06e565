"""The interface for other programs, read-only, one folder per version."""
