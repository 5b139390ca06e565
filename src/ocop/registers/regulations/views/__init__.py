"""Pages of the law, open to everyone."""
