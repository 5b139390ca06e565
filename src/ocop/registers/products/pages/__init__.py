"""Pages of products: one's own, registering by the classification, photographs, the officers' list."""
