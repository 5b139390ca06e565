"""A producer's site: what stands on it, how it is shown here and elsewhere."""
