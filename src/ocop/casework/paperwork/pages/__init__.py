"""Pages that are no acts."""
