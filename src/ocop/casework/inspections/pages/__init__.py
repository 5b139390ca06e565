"""Pages that are no acts, and those that shoppers see."""
