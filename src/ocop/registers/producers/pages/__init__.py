"""Pages of producers: one's own, registering, the people entitled, the officers' list."""
