"""Pictures of this package, drawn from the data."""
