"""Pages that are more than an act asks."""
